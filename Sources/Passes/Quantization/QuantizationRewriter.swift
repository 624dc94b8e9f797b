// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Puts `QuantizeLinear` and `DequantizeLinear` where a plan wants codes.
struct QuantizationRewriter {
  private let graph: Graph
  private let plan: QuantizationPlan
  private let material: PostTrainingQuantization.Material
  private let activations: QuantizationFormat
  private let isBlocked: Bool
  private var patch: GraphPatch
  /// What readers of each point read instead.
  private var dequantized: [ValueID: ValueID] = [:]
  /// The codes of points.
  private var codes: [ValueID: ValueID] = [:]
  /// Concatenations that put codes side by side.
  private let joined: Set<NodeID>
  /// Points whose codes alone are read.
  private let unreadNumbers: Set<ValueID>
  private var parameters: [ValueID: Parameters] = [:]
  /// Weights that several layers share are written once.
  private var writtenWeights: [QuantizedTensor: ValueID] = [:]

  /// Scale and zero point in the graph.
  private struct Parameters {
    let scale: Float
    let zeroPoint: Int64
    let inputs: [ValueID]
  }

  init(
    _ graph: Graph, _ plan: QuantizationPlan, material: PostTrainingQuantization.Material,
    activations: QuantizationFormat, weights: QuantizationFormat
  ) {
    (self.graph, self.plan, self.material) = (graph, plan, material)
    self.activations = activations
    if case .block = weights.granularity { isBlocked = true } else { isBlocked = false }
    patch = GraphPatch(for: graph)
    let outputs = Set(graph.outputs.map(\.value))
    // ONNX does not concatenate codes of 4 bits.
    let joined = graph.nodes.filter { node in
      activations.codeType.bitWidth >= 8 && plan.joinsCodes(node)
        && !(node.output.map(outputs.contains) ?? true)
    }
    self.joined = Set(joined.map(\.id))
    var unread = Set(joined.flatMap(plan.inputs)).subtracting(outputs)
    // Parts of another scale are quantized again.
    for node in joined {
      let scale = node.output.flatMap { plan.representatives[$0] }
      unread.subtract(plan.inputs(of: node).filter { plan.representatives[$0] != scale })
    }
    for node in graph.nodes where !self.joined.contains(node.id) {
      unread.subtract(node.inputs.compactMap { $0 })
    }
    unreadNumbers = unread
  }

  /// The graph with codes.
  mutating func rewrite() throws(GraphError) -> Graph {
    for point in plan.points { addParameters(of: point) }
    let outputs = Set(graph.outputs.map(\.value))
    let makers = graph.producers()
    for point in plan.points {
      // An output of the graph, whose readers cannot be named one by one, gets a new maker.
      if outputs.contains(point), makers[point].map(plan.nodes.contains) ?? false { continue }
      if makers[point].map(joined.contains) ?? false { continue }
      dequantized[point] = try addPoint(point, reading: point)
    }
    var result = graph
    let layers = Dictionary(uniqueKeysWithValues: plan.layers.map { ($0.node.id, $0) })
    for node in graph.nodes {
      if joined.contains(node.id) {
        try join(node)
        continue
      }
      let made = node.outputs.compactMap { $0 }
      let isOutput = made.contains { outputs.contains($0) && plan.representatives[$0] != nil }
      var (operation, inputs) = (node.operation, newInputs(of: node, makers))
      if let layer = layers[node.id] {
        (operation, inputs) = (layer.operation, try layerInputs(layer, inputs))
      }
      // Runtimes know the sum of two only by this name.
      if plan.nodes.contains(node.id), operation is Sum { operation = Add() }
      if isOutput, plan.nodes.contains(node.id), let output = node.output {
        patch.remove(node.id)
        let name = graph.name(of: output) + "_float"
        let value = try patch.addNode(
          operation, name: node.name, inputs: inputs, outputNames: [name])[0]!
        guard let replacement = try addPoint(output, reading: value) else { continue }
        dequantized[output] = replacement
        try patch.replaceUses(of: output, with: replacement)
      } else if inputs != node.inputs || operation.opType != node.operation.opType {
        try patch.replace(node, operation: operation, inputs: inputs)
      }
    }
    try patch.apply(to: &result)
    return result
  }

  /// The inputs of a node behind codes: all readers of a point that a chosen node makes read codes,
  /// for runtimes only take a node to integers when nothing else reads its result. Of other points,
  /// only chosen nodes read the codes.
  private func newInputs(of node: Node, _ makers: [ValueID: NodeID]) -> [ValueID?] {
    node.inputs.map { input in
      guard let input, let replacement = dequantized[input] else { return input }
      let isMadeByChosen = makers[input].map(plan.nodes.contains) ?? false
      return isMadeByChosen || plan.nodes.contains(node.id) ? replacement : input
    }
  }

  // MARK: Activations

  private mutating func addParameters(of point: ValueID) {
    let representative = plan.representatives[point] ?? point
    guard parameters[representative] == nil else { return }
    let range = plan.range(of: point, in: material.calibration)
    var (scale, zeroPoint) = activations.parameters(low: range.low, high: range.high)
    // Runtimes drop a `Clip` in front of codes that cannot leave its bounds: rounding of the scale
    // must not take the last code beyond them.
    let codes = Float(activations.codes.upperBound - zeroPoint)
    while range.high > 0, !activations.isSymmetric, range.low == 0, codes * scale > range.high {
      scale = scale.nextDown
    }
    let name = graph.name(of: representative)
    parameters[representative] = Parameters(
      scale: scale, zeroPoint: zeroPoint,
      inputs: [
        patch.addInitializer("\(name)_scale", Tensor(scalar: scale)),
        patch.addInitializer(
          "\(name)_zero_point",
          Tensor(int64s: [zeroPoint], dtype: activations.codeType, shape: [])),
      ])
  }

  private func pointParameters(_ point: ValueID) -> Parameters? {
    parameters[plan.representatives[point] ?? point]
  }

  /// Adds the codes of `point`, which `value` holds, and returns the numbers they stand for.
  private mutating func addPoint(
    _ point: ValueID, reading value: ValueID
  ) throws(GraphError) -> ValueID? {
    guard let parameters = pointParameters(point) else { return value }
    let name = graph.name(of: point)
    var source = value
    if activations.isNarrowerThanType {
      // The type has more codes than the format: the numbers are clipped to those the format has.
      let bounds = [activations.codes.lowerBound, activations.codes.upperBound].map {
        LinearQuantization.dequantize(
          $0, scale: parameters.scale, zeroPoint: parameters.zeroPoint)
      }
      let low = patch.addInitializer("\(name)_low", Tensor(scalar: bounds[0]))
      let high = patch.addInitializer("\(name)_high", Tensor(scalar: bounds[1]))
      source = try patch.addNode(
        Clip(), name: "\(name)_clip", inputs: [source, low, high],
        outputNames: ["\(name)_clipped"])[0]!
    }
    let codes = try patch.addNode(
      QuantizeLinear(), name: "\(name)_quantize", inputs: [source] + parameters.inputs,
      outputNames: ["\(name)_codes"])[0]!
    self.codes[point] = codes
    return try addNumbers(of: point, codes, parameters)
  }

  /// Adds the numbers for which the codes of a point stand; nil when nothing reads them.
  private mutating func addNumbers(
    of point: ValueID, _ codes: ValueID, _ parameters: Parameters
  ) throws(GraphError) -> ValueID? {
    guard !unreadNumbers.contains(point) else { return nil }
    let name = graph.name(of: point)
    return try patch.addNode(
      DequantizeLinear(), name: "\(name)_dequantize", inputs: [codes] + parameters.inputs,
      outputNames: ["\(name)_dequantized"])[0]!
  }

  /// Makes a concatenation of numbers one of their codes: the same numbers come out, and parts of the
  /// scale of the whole are not rounded again. OpenVINO 2026.4 crashes on the other form where the zero point is not 0 and
  /// what follows is no convolution.
  private mutating func join(_ node: Node) throws(GraphError) {
    let parts = plan.inputs(of: node)
    guard let output = node.output, let parameters = pointParameters(output) else { return }
    var inputs: [ValueID?] = []
    for part in parts {
      guard plan.representatives[part] != plan.representatives[output] else {
        inputs.append(codes[part])
        continue
      }
      let name = "\(graph.name(of: output))_part\(inputs.count)"
      inputs += try patch.addNode(
        QuantizeLinear(), name: "\(name)_quantize",
        inputs: [dequantized[part] ?? part] + parameters.inputs, outputNames: ["\(name)_codes"])
    }
    let joined = try patch.addNode(
      node.operation, name: node.name, inputs: inputs,
      outputNames: ["\(graph.name(of: output))_codes"])[0]!
    codes[output] = joined
    dequantized[output] = try addNumbers(of: output, joined, parameters)
    patch.remove(node.id)
  }

  // MARK: Layers

  private mutating func layerInputs(
    _ layer: QuantizableLayer, _ inputs: [ValueID?]
  ) throws(GraphError) -> [ValueID?] {
    guard let codes = material.weights[layer.node.id] else { return inputs }
    var result = [inputs[0], try addWeights(codes, of: layer)]
    var bias = layer.bias
    // A product without a place for a bias keeps its mean.
    if let correction = material.biasCorrections[layer.node.id], !(layer.operation is MatMul) {
      bias = zip(bias ?? [Float](repeating: 0, count: layer.channels), correction).map(+)
    }
    if let bias { result.append(try addBias(bias, of: layer, codes)) }
    return result
  }

  private mutating func addWeights(
    _ codes: QuantizedTensor, of layer: QuantizableLayer
  ) throws(GraphError) -> ValueID {
    if let known = writtenWeights[codes] { return known }
    let name = graph.name(of: layer.weights)
    let value = try patch.addDequantized(codes, name: name)
    writtenWeights[codes] = value
    return value
  }

  private mutating func addBias(
    _ bias: [Float], of layer: QuantizableLayer, _ codes: QuantizedTensor
  ) throws(GraphError) -> ValueID {
    let name =
      layer.node.input(2).map(graph.name(of:))
      ?? "\(graph.name(of: layer.node.output ?? layer.input))_bias"
    // With several scales in a channel, there is no one scale of its sums.
    guard !isBlocked, let parameters = pointParameters(layer.input) else {
      return patch.addInitializer(name, Tensor(bias))
    }
    let weightScales = codes.scales.array(of: Float.self)
    let scales = weightScales.map { parameters.scale * $0 }
    let integers = bias.enumerated().map { channel, value in
      LinearQuantization.quantize(
        value, scale: scales[scales.count == 1 ? 0 : channel], zeroPoint: 0,
        in: ElementType.int32.integerRange!)
    }
    let scale = patch.addInitializer("\(name)_scale", Tensor(scales, shape: codes.scales.shape))
    let tensor = Tensor(int64s: integers, dtype: .int32, shape: [bias.count])
    let value = patch.addInitializer("\(name)_codes", tensor)
    return try patch.addNode(
      DequantizeLinear(axis: 0), name: "\(name)_dequantize", inputs: [value, scale],
      outputNames: ["\(name)_dequantized"])[0]!
  }
}

extension GraphPatch {
  /// Adds constant codes and the numbers for which they stand.
  mutating func addDequantized(
    _ tensor: QuantizedTensor, name: String
  ) throws(GraphError) -> ValueID {
    let inputs = [
      addInitializer("\(name)_codes", tensor.codes),
      addInitializer("\(name)_scale", tensor.scales),
      addInitializer("\(name)_zero_point", tensor.zeroPoints),
    ]
    let operation =
      switch tensor.format.granularity {
      case .tensor: DequantizeLinear()
      case .channel(let axis): DequantizeLinear(axis: axis)
      case .block(let axis, let size): DequantizeLinear(axis: axis, blockSize: size)
      }
    return try addNode(
      operation, name: "\(name)_dequantize", inputs: inputs,
      outputNames: ["\(name)_dequantized"])[0]!
  }
}
