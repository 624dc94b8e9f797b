// SPDX-License-Identifier: Apache-2.0
import Glibc
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

  /// Memory that is still to be filled.
  private struct Job: @unchecked Sendable {
    // Jobs write disjoint parts of the arena, which the entry's tensor keeps alive.
    let target: UnsafeMutablePointer<Float>
    let bytes: Int
    let source: Tensor
    let fill: @Sendable (Tensor, UnsafeMutablePointer<Float>) -> Void

    func run() {
      fill(source, target)
      // From now on the prepared form is read, not the file.
      source.releasePages()
    }
  }

  private struct State {
    var entries: [Key: (source: Tensor, prepared: Tensor)] = [:]
    var arena = WeightArena()
    var jobs: [Job] = []
  }

  private let state = Mutex(State())

  /// The prepared form of the constant called `name`, whose memory ``finish()`` fills if it is new.
  ///
  /// - Parameters:
  ///   - form: What the preparation is, unique for its result.
  ///   - count: `Float`s of the prepared form.
  ///   - fill: Writes them from the constant.
  func prepared(
    _ name: String, form: String, tensor: Tensor, count: Int,
    _ fill: @escaping @Sendable (Tensor, UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    state.withLock { state in
      let key = Key(name: name, form: form)
      // A folded constant may differ from plan to plan under the same name.
      if let entry = state.entries[key], entry.source.isIdentical(to: tensor) {
        return entry.prepared
      }
      let (prepared, target) = state.arena.allocate(count)
      let bytes = count * MemoryLayout<Float>.stride
      state.jobs.append(Job(target: target, bytes: bytes, source: tensor, fill: fill))
      state.entries[key] = (tensor, prepared)
      return prepared
    }
  }

  /// Fills everything that was asked for, by all cores: most of it is the first touch of memory, and
  /// transforming weights, of which each is read once.
  func finish() {
    state.withLock { state in
      // A plan that shares weights with this one waits here until they are there.
      let jobs = state.jobs.sorted { $0.bytes > $1.bytes }
      state.jobs = []
      defer { state.arena.makePagesLarge() }
      let threads = min(SessionOptions.availableCores, jobs.count)
      guard threads > 1, jobs.reduce(0, { $0 + $1.bytes }) > 1 << 20 else {
        return jobs.forEach { $0.run() }
      }
      let next = Atomic(0)
      ThreadPool(threadCount: threads).run(tasks: threads) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < jobs.count else { return }
          jobs[index].run()
        }
      }
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
  /// What is in small pages.
  private var smallPages: [(chunk: TensorStorage, range: Range<Int>)] = []

  /// Calls `body` with the free rest of the present chunk, or a new one that is large enough.
  mutating func withSpareMemory(
    bytes: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void
  ) {
    if chunk.map({ $0.byteCount - used < bytes }) ?? true {
      begin(bytes)
    }
    guard let chunk else { preconditionFailure("a chunk was just made") }
    body(UnsafeMutableRawBufferPointer(start: chunk.baseAddress + used, count: bytes))
    withExtendedLifetime(chunk) {}
  }

  /// A tensor of `count` `Float`s, on a cache line, and where to write them.
  mutating func allocate(_ count: Int) -> (Tensor, UnsafeMutablePointer<Float>) {
    let bytes = (count * MemoryLayout<Float>.stride + 63) / 64 * 64
    if chunk.map({ $0.byteCount - used < bytes }) ?? true {
      // What is larger than a chunk gets one of its own, and the present one goes on.
      if bytes > Self.chunkBytes {
        // So much would keep memory busy for seconds later on.
        let own = TensorStorage(uninitialized: bytes, largePages: .atFirstTouch)
        return (
          Tensor(dtype: .float32, shape: [count], storage: own),
          own.baseAddress.assumingMemoryBound(to: Float.self)
        )
      }
      begin(Self.chunkBytes)
    }
    guard let chunk else { preconditionFailure("a chunk was just made") }
    let offset = used
    used += bytes
    smallPages.append((chunk, offset..<used))
    return (
      Tensor(dtype: .float32, shape: [count], storage: chunk, byteOffset: offset),
      (chunk.baseAddress + offset).assumingMemoryBound(to: Float.self)
    )
  }

  private mutating func begin(_ bytes: Int) {
    (chunk, used) = (TensorStorage(uninitialized: bytes, largePages: .later), 0)
  }

  /// Puts what was written into large pages, on a thread of its own: the first runs go on meanwhile.
  mutating func makePagesLarge() {
    var parts: [(chunk: TensorStorage, range: Range<Int>)] = []
    for part in smallPages {
      if let last = parts.last, last.chunk === part.chunk,
        last.range.upperBound == part.range.lowerBound
      {
        parts[parts.count - 1].range = last.range.lowerBound..<part.range.upperBound
      } else {
        parts.append(part)
      }
    }
    smallPages = []
    let work = PageWork(parts: parts.filter { $0.chunk.hasLargePages(in: $0.range) })
    guard !work.parts.isEmpty else { return }
    // A thread of the system and not of Foundation, which allocates while it starts: runs that promise
    // not to allocate begin at the same time.
    let pointer = Unmanaged.passRetained(work).toOpaque()
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        let work = Unmanaged<PageWork>.fromOpaque(pointer).takeRetainedValue()
        for part in work.parts { part.chunk.makePagesLarge(part.range) }
        return nil
      }, pointer)
    if status == 0 {
      pthread_detach(thread)
    } else {
      Unmanaged<PageWork>.fromOpaque(pointer).release()
    }
  }
}

/// Parts of blocks that go into large pages.
private final class PageWork: Sendable {
  let parts: [(chunk: TensorStorage, range: Range<Int>)]

  init(parts: [(chunk: TensorStorage, range: Range<Int>)]) { self.parts = parts }
}
