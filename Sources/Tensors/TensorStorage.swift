// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A block of bytes that tensors share.
///
/// - Invariant: bytes are written only through `Tensor`, and only while the tensor is the block's
///   single owner and the block is not `isReadOnly`; that is what makes sharing across threads safe.
public final class TensorStorage: @unchecked Sendable {
  /// Start of the block, aligned to 64 bytes when the block owns its memory.
  public let baseAddress: UnsafeMutableRawPointer
  /// Size of the block in bytes.
  public let byteCount: Int
  /// Whether the memory belongs to somebody else (a file mapping) and must not be written.
  public let isReadOnly: Bool
  private let owner: AnyObject?
  /// Whether the bytes are a mapping of a file, which costs no memory of its own.
  public let isReloadable: Bool

  /// A block of `byteCount` bytes, all zero.
  public init(zeroed byteCount: Int) {
    let size = max((byteCount + 63) / 64 * 64, 64)
    guard let memory = aligned_alloc(64, size) else {
      preconditionFailure("out of memory allocating \(size) bytes")
    }
    memset(memory, 0, size)
    (baseAddress, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
    isReloadable = false
  }

  /// A block of `byteCount` bytes whose contents are not defined yet.
  ///
  /// - Parameter prefersLargePages: Whether the system is asked for pages of 2 MB, for memory that is
  ///   streamed at every run: on small pages a tenth of the time goes into finding them.
  public init(uninitialized byteCount: Int, prefersLargePages: Bool = false) {
    let size = max((byteCount + 63) / 64 * 64, 64)
    let largePage = 2 << 20
    let isLarge = prefersLargePages && size >= largePage
    guard let memory = aligned_alloc(isLarge ? largePage : 64, size) else {
      preconditionFailure("out of memory allocating \(size) bytes")
    }
    // Advice only: where it is not taken the memory is as good.
    if isLarge { madvise(memory, size, MADV_HUGEPAGE) }
    (baseAddress, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
    isReloadable = false
  }

  /// A view of bytes that `owner` keeps alive and nobody changes, such as a mapped file.
  ///
  /// - Parameter isReloadable: Whether the bytes are a mapping of a file, which the system reads
  ///   again when ``releasePages()`` gave them up.
  public init(
    borrowing bytes: UnsafeRawBufferPointer, owner: AnyObject, isReloadable: Bool = false
  ) {
    if let base = bytes.baseAddress {
      baseAddress = UnsafeMutableRawPointer(mutating: base)
    } else {
      // An empty view still needs an address; it is never read.
      baseAddress = UnsafeMutableRawPointer(bitPattern: 64)!
    }
    byteCount = bytes.count
    isReadOnly = true
    self.owner = owner
    self.isReloadable = isReloadable
  }

  /// Gives up the memory of whole pages of a mapped file until somebody reads them again; does
  /// nothing for any other block.
  ///
  /// - Parameter range: The bytes concerned, nil for all.
  public func releasePages(_ range: Range<Int>? = nil) {
    guard isReloadable else { return }
    let range = range ?? 0..<byteCount
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (Int(bitPattern: baseAddress) + range.lowerBound + page - 1) / page * page
    let end = (Int(bitPattern: baseAddress) + range.upperBound) / page * page
    if end > start {
      madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED)
    }
  }

  deinit {
    if !isReadOnly { free(baseAddress) }
  }
}
