// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Runtime
import Synchronization

/// Sessions that run one model at the same time for long, each in a thread of its own.
struct Soak {
  /// What the sessions share.
  let plans: PlanCache
  let inputs: [RuntimeValue?]
  let sessions: Int
  let seconds: Double

  private static let sampleCount = 20

  /// What the threads have in common.
  private final class State: Sendable {
    let isOver = Atomic<Bool>(false)
    let runs = Atomic<Int>(0)
    let working = Atomic<Int>(0)
    let error = Mutex<(any Error)?>(nil)
  }

  /// Runs the sessions and samples memory at equal intervals, the last time at the end.
  ///
  /// - Parameter progress: Called with each sample.
  /// - Throws: the first error of a run, which ends all of them.
  func run(_ progress: (SoakReport.Sample) -> Void) throws -> [SoakReport.Sample] {
    let state = State()
    state.working.store(sessions, ordering: .relaxed)
    let start = ContinuousClock.now
    for _ in 0..<sessions {
      let (plans, inputs) = (plans, inputs)
      Thread.detachNewThread { Self.work(Session(sharing: plans), inputs, state) }
    }
    var samples: [SoakReport.Sample] = []
    for number in 1...Self.sampleCount {
      let due = start + .seconds(seconds * Double(number) / Double(Self.sampleCount))
      while ContinuousClock.now < due, !state.isOver.load(ordering: .relaxed) {
        Thread.sleep(forTimeInterval: min(0.1, (due - .now) / .seconds(1)))
      }
      samples.append(
        SoakReport.Sample(
          seconds: (ContinuousClock.now - start) / .seconds(1), rssMb: residentMegabytes(),
          runs: state.runs.load(ordering: .relaxed)))
      progress(samples[samples.count - 1])
    }
    state.isOver.store(true, ordering: .relaxed)
    while state.working.load(ordering: .acquiring) > 0 { Thread.sleep(forTimeInterval: 0.001) }
    if let error = state.error.withLock({ $0 }) { throw error }
    return samples
  }

  private static func work(_ session: Session, _ inputs: [RuntimeValue?], _ state: State) {
    do {
      while !state.isOver.load(ordering: .relaxed) {
        _ = try session.run(inputs)
        state.runs.add(1, ordering: .relaxed)
      }
    } catch {
      state.error.withLock { if $0 == nil { $0 = error } }
      state.isOver.store(true, ordering: .relaxed)
    }
    state.working.subtract(1, ordering: .releasing)
  }
}
