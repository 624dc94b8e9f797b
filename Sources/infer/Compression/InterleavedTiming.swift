// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime

/// Times several models on inputs of the same seed, in turns, so that whatever else the machine does
/// meets all of them alike.
struct InterleavedTiming {
  /// What was measured for one model.
  struct Result {
    /// Milliseconds of a run, median and least.
    let medianMs: Double
    let minMs: Double
    let runs: Int
    let multiplyAdds: Int
    /// Milliseconds of each step by the name of its node.
    let steps: [String: Double]
    /// The first output of the run.
    let output: RuntimeValue?
  }

  private static let warmUpRuns = 2
  private static let fewestRuns = 5
  private static let profiledRuns = 3

  let models: [LoadedModel]
  let shapes: ShapeOptions
  /// Seconds to measure each model for, at least.
  let seconds: Double

  /// Measures.
  ///
  /// - Throws: what running throws.
  func run() throws -> [Result] {
    let inputs = try models.map { model in
      let types = try shapes.inputTypes(of: model.model.graph)
      try model.session.prepare(for: types)
      return syntheticInputs(model.session.graph, types)
    }
    var outputs: [RuntimeValue?] = []
    for (model, input) in zip(models, inputs) {
      for run in 0..<Self.warmUpRuns {
        let first = try model.session.run(input).first
        if run == 0 { outputs.append(first) }
      }
    }
    var times = models.map { _ in [Double]() }
    let total = seconds * Double(models.count)
    let end = ContinuousClock.now + .seconds(total)
    var bar = ProgressBar("measuring", total: Int((total * 10).rounded(.up)))
    while ContinuousClock.now < end || times[0].count < Self.fewestRuns {
      for index in models.indices {
        let start = ContinuousClock.now
        _ = try models[index].session.run(inputs[index])
        times[index].append((ContinuousClock.now - start).milliseconds)
      }
      bar.update(Int((total - (end - .now) / .seconds(1)) * 10))
    }
    bar.clear()
    return try models.indices.map { index in
      let sorted = times[index].sorted()
      let count = sorted.count
      return Result(
        medianMs: (sorted[(count - 1) / 2] + sorted[count / 2]) / 2, minMs: sorted[0], runs: count,
        multiplyAdds: models[index].session.lastPlan?.multiplyAdds ?? 0,
        steps: try steps(models[index], inputs[index]), output: outputs[index])
    }
  }

  private func steps(
    _ model: LoadedModel, _ inputs: [RuntimeValue?]
  ) throws -> [String: Double] {
    let session = Session(sharing: model.session.plans)
    session.isProfiling = true
    _ = try session.run(inputs)
    let before = session.stepSeconds
    for _ in 0..<Self.profiledRuns { _ = try session.run(inputs) }
    var steps: [String: Double] = [:]
    guard let plan = session.lastPlan else { return [:] }
    for (info, (start, end)) in zip(plan.stepInfos, zip(before, session.stepSeconds)) {
      steps[info.name, default: 0] += (end - start) / Double(Self.profiledRuns) * 1e3
    }
    return steps
  }
}
