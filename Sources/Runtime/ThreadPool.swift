// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import Glibc
internal import Synchronization

/// Threads that run the parts of one computation together: fork, join, and nothing else.
///
/// `run` splits its tasks statically among the caller and the workers, so that the same memory is
/// touched by the same core in every run. It neither allocates nor locks: the caller stores the
/// job, rings each worker's doorbell (a count on a cache line of its own), does its own share and
/// waits until every worker has written that count back. A worker that waits
/// spins for `spinNanoseconds` and then sleeps in the kernel until the next ring.
///
/// One pool serves one caller at a time. A `run` inside of a task, or from a second thread while
/// the first is busy, does all its tasks on the calling thread.
///
/// **Core budget.** A process may hold many pools, of which each believes it has all cores.
/// `activate` counts the callers that compute at this moment and the threads they want; with `k`
/// callers each `run` uses at most `max(1, cores / k)` threads, or what the others leave if that is
/// more, and no worker beyond that share spins. So two sessions of two threads on two cores use one
/// core each, instead of waiting for each other's descheduled workers, and one of three threads
/// beside one of a single thread on four cores loses nothing. The tasks, and so the results, are
/// the same whatever the number of threads.
///
/// Workers compute with subnormals flushed to zero, and so does the caller within `activate` and
/// `run`; both restore the caller's floating-point control.
public final class ThreadPool: Sendable {
  /// Threads of `run`, the caller included.
  public let threadCount: Int

  private let crew: Crew
  private let ignoresBudget: Bool

  /// Starts `threadCount - 1` workers.
  ///
  /// - Parameters:
  ///   - threadCount: Threads of `run`, the caller included; values below 1 count as 1. If the
  ///     system refuses a thread, the pool has fewer.
  ///   - pinned: Whether each worker stays on one of the CPUs the process may use (the second
  ///     one, the third one, …). For a process that has the machine for itself.
  ///   - spinNanoseconds: How long a worker spins for the next job before it sleeps.
  ///   - ignoresBudget: Whether `run` uses all threads whatever the number of cores and callers.
  ///     For tests and measurements.
  public init(
    threadCount: Int, pinned: Bool = false, spinNanoseconds: Int = 100_000,
    ignoresBudget: Bool = false
  ) {
    self.ignoresBudget = ignoresBudget
    crew = Crew(size: max(1, threadCount), spinNanoseconds: UInt64(max(0, spinNanoseconds)))
    self.threadCount = crew.hire(pinned: pinned)
  }

  deinit { crew.dismiss() }

  /// Callers that compute at this moment, in all pools.
  public static var activeCallers: Int { Budget.activeCallers.load(ordering: .relaxed) }

  /// Computes `body` as one caller in the core budget, with subnormals flushed to zero. A session
  /// wraps a whole inference in it.
  public func activate<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Budget.enter(threads: threadCount)
    let control = FloatControl.flushSubnormals()
    defer {
      FloatControl.restore(control)
      Budget.leave(threads: threadCount)
    }
    return try body()
  }

  /// Calls the body of `work` with each index in `0 ..< work.tasks` and returns when all calls have
  /// returned. Allocates nothing.
  ///
  /// With `t` threads the `p`-th of them gets the contiguous indices from `tasks·p/t` to
  /// `tasks·(p + 1)/t`, in order.
  ///
  /// - Complexity: 0.1 to 1 µs more than the calls themselves while the workers spin.
  public func run(_ work: ParallelWork) { run(tasks: work.tasks, work.body) }

  /// The same for a closure that does not escape. Allocates nothing, either.
  public func run(tasks: Int, _ body: (Int) -> Void) {
    ClosureWords.run(body, self, tasks)
  }

  /// The same for a C function with a context, which the workers see as it is at the call.
  public func run(
    tasks: Int, context: UnsafeRawPointer,
    _ function: @convention(c) (UnsafeRawPointer, Int) -> Void
  ) {
    let control = FloatControl.flushSubnormals()
    defer { FloatControl.restore(control) }
    let share = min(threadCount, tasks, ignoresBudget ? .max : Budget.share(of: threadCount))
    guard share > 1, crew.acquire() else {
      for index in 0..<max(0, tasks) { function(context, index) }
      return
    }
    crew.run(Job(function: function, context: context, tasks: tasks, participants: share))
    crew.release()
  }
}

/// Work that is split once and run many times.
public struct ParallelWork: Sendable {
  /// Number of tasks.
  public let tasks: Int
  /// Does the task of an index in `0 ..< tasks`; different tasks run at the same time.
  public let body: @Sendable (Int) -> Void

  /// Work of `tasks` calls of `body`.
  public init(tasks: Int, body: @escaping @Sendable (Int) -> Void) {
    self.tasks = tasks
    self.body = body
  }
}

/// A closure that does not escape, as the two words that it is passed in.
///
/// Swift gives no way to hand such a closure to another thread through memory:
/// `withoutActuallyEscaping` would, but allocates a context for it each time. The calling
/// convention passes a closure parameter as two words, code and context, just as this struct; so a
/// function that takes the one is called as if it took the other. Neither direction retains the
/// context, which is in the frame of a caller that waits until all calls have returned.
private struct ClosureWords: BitwiseCopyable {
  let code: UnsafeRawPointer?
  let context: UnsafeRawPointer?

  // As members the functions keep their own calling convention; as generic arguments they would be
  // wrapped in others.
  private struct StartOfClosure: Sendable {
    let function: @Sendable ((Int) -> Void, ThreadPool, Int) -> Void
  }
  private struct StartOfWords {
    let function: @Sendable (ClosureWords, ThreadPool, Int) -> Void
  }
  private struct CallOfClosure {
    let function: @Sendable ((Int) -> Void, Int) -> Void
  }
  private struct CallOfWords: Sendable {
    let function: @Sendable (ClosureWords, Int) -> Void
  }

  private static let start = unsafeBitCast(
    StartOfWords { words, pool, tasks in
      withUnsafePointer(to: words) { pointer in
        pool.run(tasks: tasks, context: pointer) { context, index in
          call.function(context.assumingMemoryBound(to: ClosureWords.self).pointee, index)
        }
      }
    }, to: StartOfClosure.self)

  private static let call = unsafeBitCast(
    CallOfClosure { body, index in body(index) }, to: CallOfWords.self)

  /// Calls `body` on the threads of the pool with each index in `0 ..< tasks`.
  static func run(_ body: (Int) -> Void, _ pool: ThreadPool, _ tasks: Int) {
    start.function(body, pool, tasks)
  }
}

/// The process-wide count of callers and of the threads they want, and what that allows.
private enum Budget {
  static let activeCallers = Atomic<Int>(0)
  private static let wantedThreads = Atomic<Int>(0)
  private static let cores = CPUFeatures.current.availableCores

  static func enter(threads: Int) {
    activeCallers.add(1, ordering: .relaxed)
    wantedThreads.add(min(threads, cores), ordering: .relaxed)
  }

  static func leave(threads: Int) {
    wantedThreads.subtract(min(threads, cores), ordering: .relaxed)
    activeCallers.subtract(1, ordering: .relaxed)
  }

  /// Threads that a caller who wants so many may use, itself included; below 2 for the caller
  /// alone.
  ///
  /// Nobody gets more than `cores / k` but from what the others do not even want, so all shares
  /// together are at most the cores, or one for each caller.
  static func share(of threads: Int) -> Int {
    let callers = max(1, activeCallers.load(ordering: .relaxed))
    let others = wantedThreads.load(ordering: .relaxed) - min(threads, cores)
    return max(cores / callers, cores - max(0, others))
  }
}

private enum FloatControl {
  /// Sets flush-to-zero and denormals-are-zero; returns the control word from before.
  static func flushSubnormals() -> UInt64 {
    let control = espalier_float_control()
    let wanted = control | espalier_flush_to_zero_bits()
    if wanted != control { espalier_set_float_control(wanted) }
    return control
  }

  static func restore(_ control: UInt64) {
    if espalier_float_control() != control { espalier_set_float_control(control) }
  }
}

/// What the threads of a pool do in one `run`.
private struct Job {
  var function: @convention(c) (UnsafeRawPointer, Int) -> Void
  var context: UnsafeRawPointer
  var tasks: Int
  var participants: Int

  func perform(as participant: Int) {
    let end = tasks * (participant + 1) / participants
    for index in tasks * participant / participants..<end { function(context, index) }
  }
}

/// A word that one thread writes and another waits for, alone on two cache lines (adjacent lines
/// are fetched in pairs).
private struct Signal: ~Copyable {
  let value = Atomic<UInt32>(0)
  let hasSleeper = Atomic<UInt32>(0)
  private let padding:
    (
      Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int
    ) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
}

extension UnsafeMutablePointer where Pointee == Signal {
  fileprivate static func allocate(signals count: Int) -> Self {
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Signal>.stride, alignment: 128)
    let signals = raw.bindMemory(to: Signal.self, capacity: count)
    for index in 0..<count { (signals + index).initialize(to: Signal()) }
    return signals
  }

  fileprivate func send(_ value: UInt32) {
    // Sequentially consistent here and in `wait`: either the sender sees the sleeper, or the
    // sleeper sees the value.
    pointee.value.store(value, ordering: .sequentiallyConsistent)
    if pointee.hasSleeper.load(ordering: .sequentiallyConsistent) != 0 {
      espalier_futex_wake(self, 1)
    }
  }

  /// Returns the value once it is not `old`: spins first, then sleeps.
  fileprivate func wait(whileEqualTo old: UInt32, spinNanoseconds: UInt64) -> UInt32 {
    if let value = spin(whileEqualTo: old, nanoseconds: spinNanoseconds) { return value }
    pointee.hasSleeper.store(1, ordering: .sequentiallyConsistent)
    var value = pointee.value.load(ordering: .sequentiallyConsistent)
    while value == old {
      espalier_futex_wait(self, old)
      value = pointee.value.load(ordering: .acquiring)
    }
    pointee.hasSleeper.store(0, ordering: .relaxed)
    return value
  }

  private func spin(whileEqualTo old: UInt32, nanoseconds: UInt64) -> UInt32? {
    var deadline: UInt64 = 0
    while true {
      for _ in 0..<64 {
        let value = pointee.value.load(ordering: .acquiring)
        if value != old { return value }
        espalier_pause()
      }
      // The clock is read only once it is clear that the wait is not a short one.
      let now = monotonicNanoseconds()
      if deadline == 0 { deadline = now &+ nanoseconds }
      if now >= deadline { return nil }
    }
  }
}

private func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

/// The workers of one pool and what they share with the caller.
///
/// - Invariant: `job` is written only by the thread that holds `isBusy`, before it rings a
///   doorbell, and read by a worker only between that ring and its own answer; the caller waits
///   for all answers before it lets go. `threads` is written before the first `run`.
private final class Crew: @unchecked Sendable {
  private let isBusy = Atomic<Bool>(false)
  private let isStopping = Atomic<Bool>(false)
  private let spinNanoseconds: UInt64
  private let capacity: Int
  private var threadCount: Int { capacity + 1 }
  /// How often the caller has called each worker.
  private let doorbells: UnsafeMutablePointer<Signal>
  /// The last call that each worker has finished.
  private let answers: UnsafeMutablePointer<Signal>
  private let job: UnsafeMutablePointer<Job>
  private var threads: [pthread_t] = []

  init(size: Int, spinNanoseconds: UInt64) {
    capacity = size - 1
    self.spinNanoseconds = spinNanoseconds
    doorbells = .allocate(signals: capacity)
    answers = .allocate(signals: capacity)
    job = .allocate(capacity: 1)
  }

  deinit {
    doorbells.deinitialize(count: capacity)
    answers.deinitialize(count: capacity)
    UnsafeMutableRawPointer(doorbells).deallocate()
    UnsafeMutableRawPointer(answers).deallocate()
    job.deallocate()
  }

  /// Starts the workers; returns the number of threads including the caller.
  func hire(pinned: Bool) -> Int {
    for index in 0..<capacity {
      let start = Unmanaged.passRetained(WorkerStart(crew: self, index: index, pinned: pinned))
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, workerMain, start.toOpaque())
      if status != 0 {
        start.release()
        break
      }
      threads.append(thread)
    }
    return threads.count + 1
  }

  /// Ends the workers. Nothing may call `run` any more.
  func dismiss() {
    isStopping.store(true, ordering: .sequentiallyConsistent)
    for index in threads.indices { ring(index) }
    for thread in threads { pthread_join(thread, nil) }
  }

  func acquire() -> Bool {
    isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  func release() { isBusy.store(false, ordering: .releasing) }

  func run(_ newJob: Job) {
    job.initialize(to: newJob)
    let helpers = newJob.participants - 1
    for index in 0..<helpers { ring(index) }
    newJob.perform(as: 0)
    for index in 0..<helpers {
      let call = (doorbells + index).pointee.value.load(ordering: .relaxed)
      let answer = answers + index
      _ = answer.wait(whileEqualTo: call &- 1, spinNanoseconds: 200_000)
    }
  }

  private func ring(_ index: Int) {
    let doorbell = doorbells + index
    doorbell.send(doorbell.pointee.value.load(ordering: .relaxed) &+ 1)
  }

  /// A worker's life.
  func work(index: Int) {
    _ = FloatControl.flushSubnormals()
    var finished: UInt32 = 0
    while true {
      let spin = index + 1 < Budget.share(of: threadCount) ? spinNanoseconds : 0
      finished = (doorbells + index).wait(whileEqualTo: finished, spinNanoseconds: spin)
      if isStopping.load(ordering: .acquiring) { return }
      job.pointee.perform(as: index + 1)
      (answers + index).send(finished)
    }
  }
}

/// What a new thread is told.
private final class WorkerStart {
  let crew: Crew
  let index: Int
  let pinned: Bool

  init(crew: Crew, index: Int, pinned: Bool) {
    self.crew = crew
    self.index = index
    self.pinned = pinned
  }
}

private func workerMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let start = Unmanaged<WorkerStart>.fromOpaque(argument).takeRetainedValue()
  if start.pinned { pinCurrentThread(toAvailableCPU: start.index + 1) }
  start.crew.work(index: start.index)
  return nil
}

/// Keeps this thread on the `ordinal`-th CPU of those it may use, modulo their number.
private func pinCurrentThread(toAvailableCPU ordinal: Int) {
  let cpus = CPUFeatures.availableCPUs()
  if cpus.isEmpty { return }
  let cpu = cpus[ordinal % cpus.count]
  var mask = [UInt8](repeating: 0, count: 1024)
  mask[cpu / 8] = 1 << UInt8(cpu % 8)
  // A refusal leaves the thread free to move, which is the default anyway.
  _ = espalier_set_affinity(&mask, mask.count)
}
