// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import IR
import Runtime

/// `infer bench`: measures latency.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure latency, load time and memory.",
    discussion: """
      Inputs are seeded: floats from the normal distribution, ones of every other type. Five runs \
      warm up; then runs are timed one by one for --seconds, at least seven of them. Where runs take \
      longer than --seconds, one warms up and at least three are timed.

      Examples:
        infer bench model.onnx --threads 1
        infer bench model.onnx --batch 4 --seconds 10 --json
        infer bench model.onnx --profile
        infer bench model.onnx --exact
        infer bench model.onnx --variants dense,simplification,mine=recipe.yaml
        infer bench model.onnx --soak 600 --sessions 2 --threads 2
      """)

  @Argument(help: "The ONNX model.", completion: .file(extensions: ["onnx"]))
  var model: String

  @Option(help: ArgumentHelp("Seconds to measure for.", valueName: "s"))
  var seconds = 3.0

  @Flag(help: "Print a table of the nodes: algorithm, time, share, GFLOP/s, % of the peak.")
  var profile = false

  @Option(
    help: ArgumentHelp(
      "Instead, run sessions at the same time for so long and print memory over time.",
      valueName: "s"))
  var soak: Double?

  @Option(help: ArgumentHelp("Sessions of --soak, which share the weights.", valueName: "n"))
  var sessions = 2

  @Option(
    help: ArgumentHelp(
      "Instead, make variants and measure them side by side.",
      discussion: """
        dense is the model as it is; PASS or PASS+PASS is what these passes make of it, with \
        parameters behind colons (pass:key=value); NAME=FILE is a recipe (.yaml) or a model (.onnx).
        """,
      valueName: "v,v…"))
  var variants: String?

  @Option(
    help: ArgumentHelp("Samples of --data that the passes of --variants see.", valueName: "n"))
  var calibration = 100

  @Option(
    help: ArgumentHelp("Write the table of --variants as a page with charts.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var report: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var shapes: ShapeOptions
  @OptionGroup var common: CommonOptions

  private static let warmUpRuns = 5
  private static let fewestRuns = 7
  private static let fewestLongRuns = 3

  func validate() throws {
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds: expected more than 0, at most 86400, got \(seconds)")
    }
    if let soak, !(soak > 0 && soak <= 864_000) {
      throw ValidationError("--soak: expected more than 0, at most 864000, got \(soak)")
    }
    guard (1...256).contains(sessions) else {
      throw ValidationError("--sessions: expected 1 to 256, got \(sessions)")
    }
    if variants == nil, report != nil || data.data != nil {
      throw ValidationError("--report and --data need --variants")
    }
    guard (1...10_000_000).contains(calibration) else {
      throw ValidationError("--calibration: expected 1 to 10000000, got \(calibration)")
    }
    if variants != nil, soak != nil || profile {
      throw ValidationError("--variants excludes --soak and --profile")
    }
    if soak != nil, profile { throw ValidationError("--soak and --profile exclude each other") }
  }

  func run() throws {
    if let variants { return try runVariants(variants) }
    let start = ContinuousClock.now
    let loaded = try LoadedModel(model, common)
    let types = try shapes.inputTypes(of: loaded.model.graph)
    let plan = try loaded.session.prepare(for: types)
    let loadMilliseconds = (ContinuousClock.now - start).milliseconds
    try loaded.wisdom.save()

    let inputs = syntheticInputs(loaded.session.graph, types)
    if let soak { return try runSoak(loaded, inputs, seconds: soak) }
    try warmUp(loaded.session, inputs)
    let times = try measure(loaded.session, inputs)
    let peak =
      profile ? Double(common.threadCount) * (try KernelCatalog.selected.measuredPeak()) : nil
    let nodes = try peak.map { try profiled(loaded.session, inputs, plan, peak: $0) }
    let report = BenchReport(
      times: times, loadMs: loadMilliseconds, peakRssMb: peakResidentMegabytes(),
      weightsMb: Double(loaded.weightBytes) / 1e6, arenaMb: Double(plan.arenaBytes) / 1e6,
      gmacs: Double(plan.multiplyAdds) / 1e9, isa: loaded.instructionSet,
      threads: common.threadCount, batch: batch(types, loaded.model.graph),
      peakGflops: peak.map { $0 / 1e9 }, nodes: nodes)
    if common.json { try printJSON(report) } else { report.printText() }
  }

  /// Five runs, but only one of those that take longer than is measured for.
  private func warmUp(_ session: Session, _ inputs: [RuntimeValue?]) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    for _ in 0..<Self.warmUpRuns {
      _ = try session.run(inputs)
      if ContinuousClock.now > end { return }
    }
  }

  private func runSoak(
    _ loaded: LoadedModel, _ inputs: [RuntimeValue?], seconds: Double
  ) throws {
    let soak = Soak(
      plans: loaded.session.plans, inputs: inputs, sessions: sessions, seconds: seconds)
    let samples = try soak.run { sample in
      guard !common.json else { return }
      print(sample.text)
      // A line at a time, for those who watch a file.
      fflush(nil)
    }
    let report = SoakReport(
      samples, isa: loaded.instructionSet, sessions: sessions, threads: common.threadCount)
    if common.json { try printJSON(report) } else { report.printSummary() }
  }

  /// The time of each run, in milliseconds.
  private func measure(_ session: Session, _ inputs: [RuntimeValue?]) throws -> [Double] {
    let end = ContinuousClock.now + .seconds(seconds)
    // Of runs that are much longer than they were asked to be, fewer do.
    let late = end + .seconds(seconds)
    var bar = ProgressBar("measuring", total: Int((seconds * 10).rounded(.up)))
    var times: [Double] = []
    while ContinuousClock.now < end
      || times.count < (ContinuousClock.now < late ? Self.fewestRuns : Self.fewestLongRuns)
    {
      let start = ContinuousClock.now
      _ = try session.run(inputs)
      times.append((ContinuousClock.now - start).milliseconds)
      bar.update(Int((seconds - (end - .now) / .seconds(1)) * 10))
    }
    bar.clear()
    return times
  }

  /// Runs again with the clock at each step, in a session of its own so that `measure` pays nothing
  /// for it.
  private func profiled(
    _ shared: Session, _ inputs: [RuntimeValue?], _ plan: Plan, peak: Double
  ) throws -> [BenchReport.Node] {
    let session = Session(sharing: shared.plans)
    session.isProfiling = true
    try warmUp(session, inputs)
    let before = session.stepSeconds
    let runs = Self.fewestRuns
    for _ in 0..<runs { _ = try session.run(inputs) }
    let seconds = zip(before, session.stepSeconds).map { ($1 - $0) / Double(runs) }
    let total = seconds.reduce(0, +)
    return zip(plan.stepInfos, seconds).map { info, seconds in
      let speed = seconds > 0 ? 2 * Double(info.cost.multiplyAdds) / seconds : 0
      return BenchReport.Node(
        name: info.name, op: info.opType, shape: info.outputType, algorithm: info.algorithm,
        ms: seconds * 1e3, share: total > 0 ? seconds / total : 0, gflops: speed / 1e9,
        peakShare: speed / peak)
    }
  }

  private func runVariants(_ list: String) throws {
    let variants = try list.split(separator: ",", omittingEmptySubsequences: false).map {
      try Variant(String($0))
    }
    let result = try VariantBench(
      path: model, variants: variants, shapes: shapes, seconds: seconds, data: data,
      calibration: calibration, common: common
    ).run()
    if let report { try writeAtomically(Array(result.html.utf8), to: report) }
    if common.json { try printJSON(result) } else { result.printText() }
  }

  private func batch(_ types: [ValueID: ValueType], _ graph: Graph) -> Int {
    graph.requiredInputs.first.flatMap { types[$0]?.tensorType?.shape?.first } ?? 1
  }
}
