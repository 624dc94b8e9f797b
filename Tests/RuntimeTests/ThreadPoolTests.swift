// SPDX-License-Identifier: Apache-2.0
import Glibc
import Runtime
import Synchronization
import Testing

private final class Counter: Sendable {
  let value = Atomic<Int>(0)
}

@Suite(.serialized) struct ThreadPoolTests {
  /// Calls `body` for each index and counts the calls.
  private func countCalls(_ pool: ThreadPool, tasks: Int) -> [Int] {
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: max(1, tasks))
    counts.initialize(repeating: 0, count: max(1, tasks))
    defer { counts.deallocate() }
    nonisolated(unsafe) let cells = counts  // every task has its own cell
    pool.run(tasks: tasks) { cells[$0] += 1 }
    return Array(UnsafeBufferPointer(start: counts, count: tasks))
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 3, 7, 8, 9, 64, 1000])
  func `every task runs once`(threads: Int, tasks: Int) {
    let pool = ThreadPool(threadCount: threads, ignoresBudget: true)
    #expect(pool.threadCount == threads)
    #expect(countCalls(pool, tasks: tasks) == Array(repeating: 1, count: tasks))
  }

  @Test(arguments: [0, 1000, 100_000])
  func `many short runs see each other's writes`(spinNanoseconds: Int) {
    let pool = ThreadPool(
      threadCount: 4, spinNanoseconds: spinNanoseconds, ignoresBudget: true)
    var values = Array(repeating: 0, count: 4)
    for _ in 0..<3000 {
      values.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let cells = buffer
        // Each task reads a cell that another thread wrote in the run before.
        let before = Array(cells)
        pool.run(tasks: 4) { cells[$0] = before[($0 + 1) % 4] + 1 }
      }
    }
    #expect(values == [3000, 3000, 3000, 3000])
  }

  @Test func `work can be run again and again`() {
    let total = Counter()
    let work = ParallelWork(tasks: 7) { total.value.add($0, ordering: .relaxed) }
    let pool = ThreadPool(threadCount: 3, ignoresBudget: true)
    for _ in 0..<100 { pool.run(work) }
    #expect(total.value.load(ordering: .relaxed) == 2100)
  }

  @Test func `a run in a task is done by its thread`() {
    let pool = ThreadPool(threadCount: 3, ignoresBudget: true)
    let total = Atomic<Int>(0)
    let strangers = Atomic<Int>(0)
    pool.run(tasks: 6) { _ in
      let thread = pthread_self()
      pool.run(tasks: 10) { _ in
        total.add(1, ordering: .relaxed)
        if pthread_equal(thread, pthread_self()) == 0 { strangers.add(1, ordering: .relaxed) }
      }
    }
    #expect(total.load(ordering: .relaxed) == 60)
    #expect(strangers.load(ordering: .relaxed) == 0)
  }

  @Test func `pools and callers do not disturb each other`() async {
    let shared = ThreadPool(threadCount: 3, ignoresBudget: true)
    await withTaskGroup(of: Int.self) { group in
      for caller in 0..<4 {
        group.addTask {
          let own = ThreadPool(threadCount: 2, ignoresBudget: true)
          let total = Atomic<Int>(0)
          for round in 0..<500 {
            let pool = (caller + round) % 2 == 0 ? shared : own
            pool.run(tasks: 5) { total.add($0, ordering: .relaxed) }
          }
          return total.load(ordering: .relaxed)
        }
      }
      for await total in group { #expect(total == 5000) }
    }
  }

  @Test func `idle workers sleep and wake up`() {
    let pool = ThreadPool(threadCount: 3, spinNanoseconds: 1000, ignoresBudget: true)
    for _ in 0..<20 {
      usleep(2000)
      #expect(countCalls(pool, tasks: 3) == [1, 1, 1])
    }
  }

  @Test func `more threads than cores cost no multiple`() {
    func seconds(threads: Int) -> Double {
      let pool = ThreadPool(threadCount: threads)
      let clock = ContinuousClock()
      let time = clock.measure {
        pool.activate {
          for _ in 0..<2000 {
            pool.run(tasks: 32) { _ in
              for _ in 0..<20 { withExtendedLifetime(getpid()) {} }
            }
          }
        }
      }
      return time / .seconds(1)
    }
    let one = seconds(threads: 1)
    let many = seconds(threads: 32)
    #expect(many < 10 * one + 0.5)
  }

  @Test func `the budget divides cores among callers`() {
    let cores = CPUFeatures.current.availableCores
    let pool = ThreadPool(threadCount: cores)
    // As many callers as cores: each has one left, so the caller does everything itself.
    func nested(_ depth: Int, _ body: () -> Void) {
      if depth == 0 { body() } else { pool.activate { nested(depth - 1, body) } }
    }
    let strangers = Atomic<Int>(0)
    nested(cores) {
      #expect(ThreadPool.activeCallers >= cores)
      let caller = pthread_self()
      pool.run(tasks: 50) { _ in
        if pthread_equal(caller, pthread_self()) == 0 { strangers.add(1, ordering: .relaxed) }
      }
    }
    #expect(strangers.load(ordering: .relaxed) == 0)
  }

  /// Threads that take part in a `run` of `pool`.
  private func participants(_ pool: ThreadPool) -> Int {
    let caller = pthread_self()
    let strangers = Atomic<Int>(0)
    pool.run(tasks: pool.threadCount) { _ in
      if pthread_equal(caller, pthread_self()) == 0 { strangers.add(1, ordering: .relaxed) }
    }
    return strangers.load(ordering: .relaxed) + 1
  }

  @Test func `a caller gets what the others do not want`() async {
    let cores = CPUFeatures.current.availableCores
    guard cores >= 2 else { return }
    // In a process of its own, as tests that run at the same time are callers, too.
    await #expect(processExitsWith: .success) {
      let cores = CPUFeatures.current.availableCores
      let (one, most, all) = (
        ThreadPool(threadCount: 1), ThreadPool(threadCount: cores - 1),
        ThreadPool(threadCount: cores)
      )
      let tests = ThreadPoolTests()
      #expect(all.activate { tests.participants(all) } == cores)
      one.activate {
        #expect(most.activate { tests.participants(most) } == cores - 1)
        #expect(all.activate { tests.participants(all) } == max(cores / 2, cores - 1))
      }
      all.activate {
        #expect(all.activate { tests.participants(all) } == cores / 2)
        #expect(one.activate { tests.participants(one) } == 1)
      }
      #expect(all.activate { tests.participants(all) } == cores)
    }
  }

  @Test func `subnormals are flushed in tasks only`() {
    let pool = ThreadPool(threadCount: 3, ignoresBudget: true)
    let kept = Atomic<Int>(0)
    nonisolated(unsafe) let tiny = UnsafeMutablePointer<Float>.allocate(capacity: 1)
    defer { tiny.deallocate() }
    tiny.initialize(to: .leastNormalMagnitude / 8)
    pool.run(tasks: 9) { _ in
      if tiny.pointee * 0.5 != 0 { kept.add(1, ordering: .relaxed) }
    }
    #expect(kept.load(ordering: .relaxed) == 0)
    #expect(pool.activate { tiny.pointee * 0.5 } == 0)
    #expect(tiny.pointee * 0.5 != 0)
  }

  @Test func `an error passes through activate`() {
    struct Failure: Error, Equatable {}
    let before = ThreadPool.activeCallers
    let pool = ThreadPool(threadCount: 2)
    #expect(throws: Failure()) { try pool.activate { throw Failure() } }
    #expect(ThreadPool.activeCallers == before)
  }

  @Test func `a pool ends while its workers spin or sleep`() {
    for pause in [0, 3000] {
      for _ in 0..<50 {
        let pool = ThreadPool(threadCount: 4, spinNanoseconds: 500_000, ignoresBudget: true)
        pool.run(tasks: 4) { _ in }
        usleep(UInt32(pause) / 10)
      }
    }
  }
}
