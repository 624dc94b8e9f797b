// SPDX-License-Identifier: Apache-2.0
public import IR

/// Quantizes a trained network: codes for activations and weights, in the QDQ form of ONNX.
///
/// The graph runs on the data of the source, which gives each activation a range. Then
/// `QuantizeLinear` and `DequantizeLinear` go behind every value that layers read or make, and
/// weights become codes behind `DequantizeLinear`; see docs/quantization.md for what is quantized
/// and where. The graph stays standard ONNX and means the same on every runtime; those that know the
/// form run it on integers.
///
/// Biases become 32-bit integers with the scale of the products they are added to, so that they lose
/// nothing. Batch norms should be folded before, or they stay between the layers: run
/// `Pipeline.simplification` first.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: yes. Deterministic: yes, for a source that is.
/// - Source: Jacob et al., CVPR 2018, arXiv:1712.05877; Krishnamoorthi, arXiv:1806.08342.
public struct PostTrainingQuantization: Pass {
  public static let name = "post-training-quantization"

  /// What shows the activations.
  public var source: any ActivationSource & Sendable
  /// The codes of activations. Default `uint8`.
  public var activations: QuantizationFormat
  /// The codes of weights; their axis is that of the layer's output channels, whichever the format
  /// names. Blocks lie along the input channels. Default: 8 bits for each output channel.
  public var weights: QuantizationFormat
  /// What chooses the ranges of activations. Default: all but one number in 100,000.
  public var activationEstimator: RangeEstimator
  /// What chooses the ranges of weights. Default: all of them.
  public var weightEstimator: RangeEstimator
  /// What stays in floating point.
  public var scope: QuantizationScope
  /// Whether biases make up for what rounding the weights does to the mean of each output channel;
  /// see ``BiasCorrection``.
  public var correctsBiases: Bool
  /// How weights are rounded so that results change least; nil: each to its nearest code.
  public var rounding: AdaptiveRounding?
  /// Layers that, quantized alone, leave less signal to noise of the outputs than so many dB stay in
  /// floating point; nil: none do. Costs a run of the source for each layer.
  public var leastDecibels: Double?
  /// Measures layers, so that those which are no faster on codes stay as they are; nil: all that can
  /// be quantized is.
  public var timing: (any LayerTiming)?

  /// The pass with the defaults that docs/quantization.md gives reasons for.
  public init(
    source: any ActivationSource & Sendable, activations: QuantizationFormat = .uint8,
    weights: QuantizationFormat = .int8Weights,
    activationEstimator: RangeEstimator = .percentile(99.999),
    weightEstimator: RangeEstimator = .minMax,
    scope: QuantizationScope = QuantizationScope(), correctsBiases: Bool = true,
    rounding: AdaptiveRounding? = nil, leastDecibels: Double? = nil,
    timing: (any LayerTiming)? = nil
  ) {
    (self.source, self.activations, self.weights) = (source, activations, weights)
    (self.activationEstimator, self.weightEstimator) = (activationEstimator, weightEstimator)
    (self.scope, self.correctsBiases, self.rounding) = (scope, correctsBiases, rounding)
    (self.leastDecibels, self.timing) = (leastDecibels, timing)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    let plan = QuantizationPlan(graph, scope: scope)
    guard !plan.layers.isEmpty else {
      return PassReport(rewrites: 0, before: before, after: before, notes: plan.notes)
    }
    let material = try prepare(graph, plan)
    var notes = QuantizationRules(self).notes + plan.notes + material.calibration.notes
    var excluded = try sensitiveLayers(graph, plan, material, &notes)
    if let timing, excluded.count < plan.layers.count {
      let choice = try LayerChoice(graph, plan, excluding: excluded, timing) {
        excluded throws(GraphError) in
        try quantized(graph, material, excluding: excluded)
      }
      excluded = choice.declined
      notes += choice.notes
    }
    let result = try quantized(graph, material, excluding: excluded)
    let count = plan.layers.count - excluded.count
    guard count > 0 else {
      return PassReport(rewrites: 0, before: before, after: before, notes: notes)
    }
    notes.append("quantized \(count) of \(plan.layers.count) layers")
    graph = result
    return PassReport(rewrites: count, before: before, after: GraphSize(graph), notes: notes)
  }

  /// The layers that do not stand quantization; a note for each.
  private func sensitiveLayers(
    _ graph: Graph, _ plan: QuantizationPlan, _ material: Material, _ notes: inout [String]
  ) throws(GraphError) -> Set<NodeID> {
    guard let leastDecibels else { return [] }
    let comparison = try OutputComparison(graph, source)
    let all = Set(plan.layers.map(\.node.id))
    var sensitive: Set<NodeID> = []
    for layer in plan.layers {
      let alone = try quantized(graph, material, excluding: all.subtracting([layer.node.id]))
      let decibels = try comparison.decibels(of: alone, source)
      guard decibels < leastDecibels else { continue }
      sensitive.insert(layer.node.id)
      notes.append(
        "left in floating point: \(layer.node.place) alone leaves \(Int(decibels.rounded())) dB of "
          + "signal to noise, the least is \(Int(leastDecibels.rounded()))")
    }
    return sensitive
  }

  /// All that is found out before anything is rewritten.
  struct Material {
    /// Ranges of activations.
    var calibration: Calibration
    /// The codes of each layer's weights.
    var weights: [NodeID: QuantizedTensor]
    /// What is added to the bias of each output channel.
    var biasCorrections: [NodeID: [Float]]
  }

  /// Runs the data, quantizes weights, and finds the corrections.
  func prepare(_ graph: Graph, _ plan: QuantizationPlan) throws(GraphError) -> Material {
    let calibration = try Calibration(
      plan.points, of: graph, from: source, estimator: activationEstimator, format: activations)
    var codes: [NodeID: QuantizedTensor] = [:]
    for layer in plan.layers {
      let scale = activationScale(of: layer.input, plan, calibration)
      do throws(GraphError) {
        codes[layer.node.id] = try QuantizedTensor(
          layer.weightTensor,
          format: weights.along(axis: layer.outputAxis, blockAxis: layer.inputAxis),
          estimator: weightEstimator, leastScale: leastScales(of: layer, inputScale: scale))
      } catch { throw error.at(layer.node.place) }
    }
    if let rounding {
      codes = try rounding.rounded(codes, plan.layers, of: graph, on: source)
    }
    let corrections =
      correctsBiases
      ? try BiasCorrection(graph, plan.layers, codes).measured(by: source) : [:]
    return Material(calibration: calibration, weights: codes, biasCorrections: corrections)
  }

  private func activationScale(
    of value: ValueID, _ plan: QuantizationPlan, _ calibration: Calibration
  ) -> Float {
    let range = plan.range(of: value, in: calibration)
    return activations.parameters(low: range.low, high: range.high).scale
  }

  /// Weight scales with which the bias of each channel fits into 32 bits. A channel whose weights
  /// are almost zero would have so small a scale that its bias saturates.
  private func leastScales(of layer: QuantizableLayer, inputScale: Float) -> [Float] {
    guard let bias = layer.bias else { return [] }
    let least = bias.map { abs($0) / inputScale * 0x1p-30 }
    switch weights.granularity {
    case .channel: return least
    case .tensor: return [least.max() ?? 0]
    case .block: return []
    }
  }

  /// The graph with all layers but the excluded ones quantized.
  func quantized(
    _ graph: Graph, _ material: Material, excluding excluded: Set<NodeID>
  ) throws(GraphError) -> Graph {
    let plan = QuantizationPlan(graph, scope: scope, excluding: excluded)
    guard !plan.layers.isEmpty else { return graph }
    var rewriter = QuantizationRewriter(
      graph, plan, material: material, activations: activations, weights: weights)
    return try rewriter.rewrite()
  }
}

extension QuantizationPlan {
  /// The range of the scale that a point has: of all points that share it.
  func range(of value: ValueID, in calibration: Calibration) -> Calibration.Range {
    guard let representative = representatives[value] else {
      return calibration.ranges[value] ?? Calibration.Range(low: 0, high: 0)
    }
    var range = Calibration.Range(low: 0, high: 0)
    for (member, its) in representatives where its == representative {
      if let known = calibration.ranges[member] { range = range.union(known) }
    }
    return range
  }
}
