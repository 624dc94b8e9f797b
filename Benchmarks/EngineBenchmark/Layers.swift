// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import IR
import KernelTypes
import ONNXFormat
import Passes
import Runtime
import Tensors

/// `EngineBenchmark layer`: each distinct convolution of models by every algorithm, beside im2col and
/// the products of matrices of CBLAS.
struct Layers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer", abstract: "Measure each distinct convolution of models.",
    discussion: """
      A layer runs in a graph of its own behind an elementwise function, so that its image comes \
      from the cache; before each run caches are swept, so that its weights come from memory. \
      Algorithms take turns; a time is the median.
      """)

  @Argument(help: "ONNX models.")
  var models: [String]

  @Option(help: "Threads of one run.")
  var threads = 1

  @Option(help: "Seconds of measuring for each layer.")
  var seconds = 0.4

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads: expected 1 to 1024, got \(threads)")
    }
    guard seconds > 0, seconds <= 3600 else {
      throw ValidationError("--seconds: expected more than 0, at most 3600, got \(seconds)")
    }
  }

  func run() throws {
    let peak = try KernelCatalog.selected.measuredPeak()
    var reports: [LayersReport] = []
    for model in models {
      var graph = try ONNX.read(contentsOf: model).graph
      try Pipeline.inference.run(on: &graph)
      let name = model.split(separator: "/").last.map(String.init) ?? model
      let layers = try Layer.distinct(in: graph)
      reports.append(
        LayersReport(
          model: name.hasSuffix(".onnx") ? String(name.dropLast(5)) : name, threads: threads,
          isa: "\(try KernelCatalog.selected.instructionSet)",
          peakGflops: peak * Double(threads) / 1e9,
          layers: try layers.map { try $0.measure(threads: threads, seconds: seconds) }))
    }
    try printJSON(reports)
  }
}

/// The layers of one model.
struct LayersReport: Encodable {
  let model: String
  let threads: Int
  let isa: String
  let peakGflops: Double
  let layers: [LayerReport]
}

/// One layer by several algorithms.
struct LayerReport: Encodable {
  struct Candidate: Encodable {
    let algorithm: String
    let ms: Double
  }

  /// Taps, stride, channels and size, such as `3x3/1 64 to 64, 56x56`.
  let layer: String
  /// How often the model has it.
  let occurrences: Int
  let gmacs: Double
  /// What the runtime chooses by itself.
  let chosen: String
  let chosenMs: Double
  /// On planes: im2col and CBLAS, or channel by channel for depthwise ones.
  let baseline: Candidate
  let candidates: [Candidate]
}

/// A convolution taken out of a model.
private struct Layer {
  let name: String
  let operation: FusedConv
  let input: TensorType
  let weights: Tensor
  let bias: Tensor?
  let multiplyAdds: Int
  var occurrences = 1

  /// Nil for other nodes, and for those whose shapes or weights the graph does not know.
  init?(_ node: Node, _ graph: Graph) {
    guard
      var fused = node.operation as? FusedConv
        ?? (node.operation as? Conv).map({
          FusedConv(conv: $0)
        }), node.inputs.count >= 2, let x = node.inputs[0], let w = node.inputs[1],
      let input = graph.type(of: x).tensorType, let shape = input.shape, shape.count == 4,
      let weights = graph.constant(w), let y = node.outputs.first ?? nil,
      let output = graph.type(of: y).tensorType?.shape
    else { return nil }
    fused.hasResidual = false
    (operation, self.input, self.weights) = (fused, input, weights)
    bias = node.inputs.count > 2 ? node.inputs[2].flatMap(graph.constant) : nil
    multiplyAdds = output.reduce(1, *) * weights.shape.dropFirst().reduce(1, *)
    let groups = fused.conv.groups
    let channels =
      groups > 1 && groups == shape[1] && groups == output[1]
      ? "depthwise \(groups)"
      : "\(shape[1]) to \(output[1])" + (groups == 1 ? "" : " in \(groups) groups")
    let stride = fused.conv.window.strides.first ?? 1
    name =
      "\(weights.shape[2])x\(weights.shape[3])/\(stride) \(channels), \(output[2])x\(output[3])"
  }

  /// The distinct ones in the order of the graph.
  static func distinct(in graph: Graph) throws -> [Layer] {
    var layers: [Layer] = []
    for node in graph.nodes {
      guard let layer = Layer(node, graph) else { continue }
      if let index = layers.firstIndex(where: { $0.name == layer.name }) {
        layers[index].occurrences += 1
      } else {
        layers.append(layer)
      }
    }
    return layers
  }

  /// The layer between what makes its image and what reads its result.
  private func graph() throws -> Graph {
    var graph = Graph(name: "layer")
    let x = graph.addInput("x", .tensor(input))
    let image = try graph.addNode(ReLU(), name: "image", inputs: [x])[0]
    let w = graph.addInitializer("w", weights)
    let b = bias.map { graph.addInitializer("b", $0) }
    let y = try graph.addNode(operation, name: "layer", inputs: [image, w, b])[0]
    if let y { graph.addOutput("y", y) }
    return graph
  }

  func measure(threads: Int, seconds: Double) throws -> LayerReport {
    let graph = try graph()
    var trials: [Trial] = []
    /// The algorithm that the options lead to, which is measured once.
    func add(_ layout: SessionOptions.LayoutChoice, _ algorithm: String? = nil) throws -> String {
      var options = SessionOptions(threads: threads)
      options.layout = layout
      options.convolutionAlgorithm = algorithm
      let trial = try Trial(graph, options)
      if !trials.contains(where: { $0.algorithm == trial.algorithm }) { trials.append(trial) }
      return trial.algorithm
    }
    let chosen = try add(.blocks)
    let baseline = try add(.planes)
    for algorithm in ["direct"] + WinogradTransform.allCases.map(\.description) {
      _ = try add(.blocks, algorithm)
    }

    let sweep = Sweep()
    let end = ContinuousClock.now + .seconds(seconds)
    var rounds = 0
    while rounds < 5 || ContinuousClock.now < end {
      for trial in trials {
        sweep.run()
        try trial.run()
      }
      rounds += 1
    }
    let candidates = trials.map {
      LayerReport.Candidate(algorithm: $0.algorithm, ms: $0.median * 1e3)
    }
    func found(_ algorithm: String) -> LayerReport.Candidate {
      candidates.first { $0.algorithm == algorithm } ?? candidates[0]
    }
    return LayerReport(
      layer: name, occurrences: occurrences, gmacs: Double(multiplyAdds) / 1e9, chosen: chosen,
      chosenMs: found(chosen).ms, baseline: found(baseline), candidates: candidates)
  }
}

/// Runs of a layer by one algorithm, timed at the layer's step alone.
private final class Trial {
  let algorithm: String
  private let session: Session
  private let inputs: [RuntimeValue?]
  private let step: Int
  private var times: [Double] = []

  init(_ graph: Graph, _ options: SessionOptions) throws {
    session = Session(graph, options: options)
    session.isProfiling = true
    var values: [RuntimeValue?] = []
    for input in graph.inputs {
      let shape = graph.type(of: input).tensorType?.shape ?? []
      let count = shape.reduce(1, *)
      values.append(.tensor(Tensor((0..<count).map { Float($0 % 17) / 16 }, shape: shape)))
    }
    inputs = values
    _ = try session.run(inputs)
    let steps = session.lastPlan?.stepInfos ?? []
    step = steps.firstIndex { $0.name == "layer" } ?? 0
    let name = steps.isEmpty ? "none" : steps[step].algorithm
    // On planes and on blocks it has the same name.
    algorithm = name == "depthwise" && options.layout == .planes ? "depthwise-planes" : name
  }

  func run() throws {
    let before = session.stepSeconds[step]
    _ = try session.run(inputs)
    times.append(session.stepSeconds[step] - before)
  }

  /// The median of the runs' times, in seconds.
  var median: Double { times.sorted()[times.count / 2] }
}

/// Fills the caches with something else, of twice the size of the largest.
private struct Sweep {
  private let floats = Floats(
    2 * max(CPUFeatures.current.level3Bytes, 16 << 20) / MemoryLayout<Float>.stride)

  func run() {
    // A write to each line.
    for index in stride(from: 0, to: floats.count, by: 16) { floats.pointer[index] += 1 }
  }
}
