// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A block of bytes that tensors share.
///
/// - Invariant: bytes are written only through `Tensor`, and only while the tensor is the block's
///   single owner and the block is not `isReadOnly`; that is what makes sharing across threads safe.
public final class TensorStorage: @unchecked Sendable {
  /// Start of the block, aligned to 64 bytes when the block owns its memory.
  ///
  /// - Precondition: the block is not computed on demand; ``resident`` has the bytes of such a block.
  public var baseAddress: UnsafeMutableRawPointer {
    guard let address else { preconditionFailure("a block that is computed has no address") }
    return address
  }
  private let address: UnsafeMutableRawPointer?
  /// Size of the block in bytes.
  public let byteCount: Int
  /// Whether the memory belongs to somebody else (a file mapping) and must not be written.
  public let isReadOnly: Bool
  private let owner: AnyObject?
  /// Whether ``releasePages(_:)`` gives memory back: the bytes are a mapping of a file, or computed.
  public let isReloadable: Bool
  private let computed: ComputedMemory?
  /// Whether the block is pages of its own instead of a part of the heap.
  private let isPages: Bool

  /// When a block gets pages of 2 MB, which memory wants that is streamed at every run: on small pages
  /// a tenth of the time goes into finding them.
  public enum LargePages: Hashable, Sendable {
    /// The block lies anywhere in the heap.
    case never
    /// When it is written for the first time.
    case atFirstTouch
    /// When ``TensorStorage/makePagesLarge(_:)`` is called: writing large pages for the first time can
    /// take three times as long as small ones, where a virtual machine has given its memory back.
    case later
  }

  private static let largePageBytes = 2 << 20
  /// `MADV_COLLAPSE`, since Linux 6.1.
  private static let collapse: Int32 = 25

  /// A block of `byteCount` bytes, all zero.
  public init(zeroed byteCount: Int) {
    let size = max((byteCount + 63) / 64 * 64, 64)
    guard let memory = aligned_alloc(64, size) else {
      preconditionFailure("out of memory allocating \(size) bytes")
    }
    memset(memory, 0, size)
    (address, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
    (isReloadable, computed, isPages) = (false, nil, false)
  }

  /// A block of `byteCount` bytes whose contents are not defined yet.
  ///
  /// - Parameter largePages: When the system is asked for large pages.
  public init(uninitialized byteCount: Int, largePages: LargePages = .never) {
    let size = max((byteCount + 63) / 64 * 64, 64)
    let isLarge = largePages != .never && size >= Self.largePageBytes
    guard let memory = aligned_alloc(isLarge ? Self.largePageBytes : 64, size) else {
      preconditionFailure("out of memory allocating \(size) bytes")
    }
    // Advice only: where it is not taken the memory is as good.
    if isLarge, largePages == .atFirstTouch { madvise(memory, size, MADV_HUGEPAGE) }
    (address, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
    (isReloadable, computed, isPages) = (false, nil, false)
  }

  /// A block in pages of its own, which go back to the system at once when it ends: a part of the heap
  /// may stay with the process for ever, as it is above whatever came later.
  fileprivate init(pages byteCount: Int) {
    let size = max(byteCount, 1)
    let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else {
      preconditionFailure("out of memory mapping \(size) bytes")
    }
    (address, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
    (isReloadable, computed, isPages) = (false, nil, true)
  }

  /// A view of bytes that `owner` keeps alive and nobody changes, such as a mapped file.
  ///
  /// - Parameter isReloadable: Whether the bytes are a mapping of a file, which the system reads
  ///   again when ``releasePages()`` gave them up.
  public init(
    borrowing bytes: UnsafeRawBufferPointer, owner: AnyObject, isReloadable: Bool = false
  ) {
    // An empty view still needs an address; it is never read.
    address = UnsafeMutableRawPointer(
      mutating: bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 64)!)
    byteCount = bytes.count
    isReadOnly = true
    self.owner = owner
    self.isReloadable = isReloadable
    (computed, isPages) = (nil, false)
  }

  /// A block whose bytes are computed when they are first read, and again when they are read after
  /// ``releasePages(_:)``: for weights that are made from others and read only once, to be packed.
  ///
  /// - Parameter fill: Writes all bytes, the same each time. It may be called on any thread.
  public init(
    byteCount: Int, computedBy fill: @escaping @Sendable (UnsafeMutableRawPointer) -> Void
  ) {
    (address, self.byteCount, isReadOnly, owner) = (nil, byteCount, true, nil)
    (isReloadable, computed, isPages) = (
      true, ComputedMemory(byteCount: byteCount, fill: fill), false
    )
  }

  /// The block that has the bytes: this one, or the present result of a computed one. They stay
  /// as long as somebody holds it.
  package var resident: TensorStorage { computed?.storage ?? self }

  /// Whether an offset in this block and one in `other` are the same place.
  func isSame(as other: TensorStorage, at offset: Int, _ otherOffset: Int) -> Bool {
    if let address, let otherAddress = other.address {
      return address + offset == otherAddress + otherOffset
    }
    return self === other && offset == otherOffset
  }

  /// Puts a part of the block into large pages, where the system can, while anybody goes on reading
  /// and writing it. Takes about a millisecond for each; for a block that was made for it, else
  /// nothing happens.
  ///
  /// - Parameter range: The bytes concerned; a page that it ends in stays as it is.
  package func makePagesLarge(_ range: Range<Int>) {
    guard hasLargePages(in: range), let address else { return }
    let page = Self.largePageBytes
    let start = range.lowerBound / page * page
    let end = min(range.upperBound, byteCount) / page * page
    // Where that is not known, the system does it some day.
    if madvise(address + start, end - start, Self.collapse) != 0 {
      madvise(address + start, end - start, MADV_HUGEPAGE)
    }
  }

  /// Whether ``makePagesLarge(_:)`` has something to do.
  package func hasLargePages(in range: Range<Int>) -> Bool {
    let page = Self.largePageBytes
    guard let address, !isReadOnly, !isPages, Int(bitPattern: address) % page == 0 else {
      return false
    }
    return min(range.upperBound, byteCount) / page > range.lowerBound / page
  }

  /// Gives up the memory of whole pages of a mapped file, or of a computed block as a whole, until
  /// somebody reads them again; does nothing for any other block.
  ///
  /// - Parameter range: The bytes concerned, nil for all.
  public func releasePages(_ range: Range<Int>? = nil) {
    guard isReloadable else { return }
    let range = range ?? 0..<byteCount
    if let computed {
      if range == 0..<byteCount { computed.release() }
      return
    }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (Int(bitPattern: baseAddress) + range.lowerBound + page - 1) / page * page
    let end = (Int(bitPattern: baseAddress) + range.upperBound) / page * page
    if end > start {
      madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED)
    }
  }

  deinit {
    if isPages {
      munmap(address, max(byteCount, 1))
    } else if !isReadOnly {
      free(address)
    }
  }
}

/// Memory that a function fills whenever it is needed and not there.
private final class ComputedMemory: Sendable {
  private let byteCount: Int
  private let fill: @Sendable (UnsafeMutableRawPointer) -> Void
  private let present = Mutex<TensorStorage?>(nil)

  init(byteCount: Int, fill: @escaping @Sendable (UnsafeMutableRawPointer) -> Void) {
    (self.byteCount, self.fill) = (byteCount, fill)
  }

  var storage: TensorStorage {
    present.withLock { present in
      if let present { return present }
      let made = TensorStorage(pages: byteCount)
      fill(made.baseAddress)
      present = made
      return made
    }
  }

  func release() { present.withLock { $0 = nil } }
}
