// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import IR
import Runtime

/// `infer inspect`: what a model is made of.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a model's operators, shapes, parameters, multiply-adds and sparsity.",
    discussion: """
      Examples:
        infer inspect model.onnx
        infer inspect model.onnx --html report.html --dot graph.dot
        infer inspect model.onnx --batch 8 --json
        infer inspect --limits
      """)

  @Argument(
    help: "The ONNX model; not needed for --limits.", completion: .file(extensions: ["onnx"]))
  var model: String?

  @Option(
    help: ArgumentHelp("Write the graph in Graphviz' language.", valueName: "file"),
    completion: .file(extensions: ["dot"]))
  var dot: String?

  @Option(
    help: ArgumentHelp("Write a report that a browser shows.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Flag(help: "Print how much a model may ask for on this machine.")
  var limits = false

  @OptionGroup var shapes: ShapeOptions

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  func validate() throws {
    if model == nil, !limits { throw ValidationError("Missing expected argument '<model>'") }
    if model != nil, limits { throw ValidationError("--limits takes no model") }
  }

  func run() throws {
    guard let model else {
      try printLimits()
      return
    }
    let file = try readModel(model)
    let types = try shapes.inputTypes(of: file.graph)
    var context = EvaluationContext(limits: SessionOptions.machineLimits)
    context.deadline = .now + .seconds(context.limits.loadSeconds)
    let specialized = try file.graph.specialized(to: types, folding: context)
    let facts = ModelFacts(model, file, shapes: specialized)
    if let dot { try writeAtomically(Array(dotText(facts).utf8), to: dot) }
    if let html { try writeAtomically(Array(htmlText(facts).utf8), to: html) }
    if json { try printJSON(facts) } else { facts.printText() }
  }

  private func printLimits() throws {
    let limits = Limits(SessionOptions.machineLimits)
    if json {
      try printJSON(limits)
      return
    }
    for (name, value) in limits.lines { print("\(name): \(value)") }
  }
}

/// The declared limits as `infer inspect --limits --json` prints them.
private struct Limits: Encodable {
  let modelBytes: Int
  let externalDataBytes: Int
  let nodeCount: Int
  let rank: Int
  let subgraphDepth: Int
  let functionDepth: Int
  let tensorBytes: Int
  let runBytes: Int
  let loopIterations: Int
  let loadSeconds: Double

  init(_ limits: ResourceLimits) {
    (modelBytes, externalDataBytes) = (limits.modelBytes, limits.externalDataBytes)
    (nodeCount, rank, subgraphDepth) = (limits.nodeCount, limits.rank, limits.subgraphDepth)
    (functionDepth, tensorBytes) = (limits.functionDepth, limits.tensorBytes)
    (runBytes, loopIterations) = (limits.runBytes, limits.loopIterations)
    loadSeconds = limits.loadSeconds
  }

  var lines: [(String, String)] {
    [
      ("bytes of a model file", "\(modelBytes)"),
      ("bytes of external data", "\(externalDataBytes)"),
      ("nodes", "\(nodeCount)"), ("axes of a tensor", "\(rank)"),
      ("nesting of subgraphs", "\(subgraphDepth)"), ("nesting of functions", "\(functionDepth)"),
      ("bytes of a tensor", "\(tensorBytes)"), ("bytes of a run", "\(runBytes)"),
      ("iterations of a loop", "\(loopIterations)"), ("seconds to load", fixed(loadSeconds, 0)),
    ]
  }
}
