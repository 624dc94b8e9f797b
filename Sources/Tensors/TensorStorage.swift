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

  /// A block of `byteCount` bytes, all zero.
  public init(zeroed byteCount: Int) {
    let size = max((byteCount + 63) / 64 * 64, 64)
    guard let memory = aligned_alloc(64, size) else {
      preconditionFailure("out of memory allocating \(size) bytes")
    }
    memset(memory, 0, size)
    (baseAddress, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
  }

  /// A block of `byteCount` bytes whose contents are not defined yet.
  public init(uninitialized byteCount: Int) {
    let size = max((byteCount + 63) / 64 * 64, 64)
    guard let memory = aligned_alloc(64, size) else {
      preconditionFailure("out of memory allocating \(size) bytes")
    }
    (baseAddress, self.byteCount, isReadOnly, owner) = (memory, byteCount, false, nil)
  }

  /// A view of bytes that `owner` keeps alive and nobody changes, such as a mapped file.
  public init(borrowing bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    if let base = bytes.baseAddress {
      baseAddress = UnsafeMutableRawPointer(mutating: base)
    } else {
      // An empty view still needs an address; it is never read.
      baseAddress = UnsafeMutableRawPointer(bitPattern: 64)!
    }
    byteCount = bytes.count
    isReadOnly = true
    self.owner = owner
  }

  deinit {
    if !isReadOnly { free(baseAddress) }
  }
}
