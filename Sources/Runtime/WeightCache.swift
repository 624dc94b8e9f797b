// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Tensors

/// Weights in the forms that kernels want, shared by all plans of a model.
///
/// A plan for another batch or image size so costs no second copy. They lie behind each other in
/// large pages, in the order of their first use: a run reads most of them once, from memory.
final class WeightCache: Sendable {
  private struct Key: Hashable {
    let name: String
    let form: String
  }

  private struct State {
    var entries: [Key: (source: Tensor, prepared: Tensor)] = [:]
    var arena = WeightArena()
  }

  private let state = Mutex(State())

  /// The prepared form of the constant called `name`, made at first use.
  ///
  /// - Parameters:
  ///   - form: What the preparation is, unique for its result.
  ///   - count: `Float`s of the prepared form.
  ///   - fill: Writes them from the constant.
  func prepared(
    _ name: String, form: String, tensor: Tensor, count: Int,
    _ fill: (Tensor, UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    state.withLock { state in
      let key = Key(name: name, form: form)
      // A folded constant may differ from plan to plan under the same name.
      if let entry = state.entries[key], entry.source.isIdentical(to: tensor) {
        return entry.prepared
      }
      let prepared = state.arena.allocate(count) { fill(tensor, $0) }
      // From now on the prepared form is read, not the file.
      tensor.releasePages()
      state.entries[key] = (tensor, prepared)
      return prepared
    }
  }

  /// Lends memory that weights will take later, so that it costs nothing beside them.
  ///
  /// - Parameter body: Gets `bytes` bytes in large pages, with whatever they hold.
  func withSpareMemory(bytes: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
    state.withLock { $0.arena.withSpareMemory(bytes: bytes, body) }
  }
}

/// Memory for tensors that are made once and live as long as any of their neighbours.
private struct WeightArena {
  private static let chunkBytes = 32 << 20
  private var chunk: TensorStorage?
  private var used = 0

  /// Calls `body` with the free rest of the present chunk, or a new one that is large enough.
  mutating func withSpareMemory(
    bytes: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void
  ) {
    if chunk.map({ $0.byteCount - used < bytes }) ?? true {
      (chunk, used) = (TensorStorage(uninitialized: bytes, prefersLargePages: true), 0)
    }
    guard let chunk else { preconditionFailure("a chunk was just made") }
    body(UnsafeMutableRawBufferPointer(start: chunk.baseAddress + used, count: bytes))
    withExtendedLifetime(chunk) {}
  }

  /// A tensor of `count` `Float`s, on a cache line, that `fill` writes.
  mutating func allocate(
    _ count: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    let bytes = (count * MemoryLayout<Float>.stride + 63) / 64 * 64
    if chunk.map({ $0.byteCount - used < bytes }) ?? true {
      // What is larger than a chunk gets one of its own, and the present one goes on.
      if bytes > Self.chunkBytes {
        let own = TensorStorage(uninitialized: bytes, prefersLargePages: true)
        fill(own.baseAddress.assumingMemoryBound(to: Float.self))
        return Tensor(dtype: .float32, shape: [count], storage: own)
      }
      chunk = TensorStorage(uninitialized: Self.chunkBytes, prefersLargePages: true)
      used = 0
    }
    guard let chunk else { preconditionFailure("a chunk was just made") }
    let offset = used
    used += bytes
    fill((chunk.baseAddress + offset).assumingMemoryBound(to: Float.self))
    return Tensor(dtype: .float32, shape: [count], storage: chunk, byteOffset: offset)
  }
}
