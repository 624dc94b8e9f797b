// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Turns a fully connected head into convolutions, so that the network slides over larger inputs.
///
/// A matrix product that reads a flattened `[N, C, H, W]` is a convolution by `H × W` windows; those
/// behind it are convolutions by one position, and functions of single elements in between work on
/// either shape. Chains are converted that begin at a flattening and end at outputs of the graph.
///
/// - Preserves: all tensor types, or, when ``keepsMatrices`` is false, those of everything in front of
///   the head; outputs then are `[N, M, 1, 1]`, and larger for larger inputs. Changes values: by
///   rounding.
/// - Idempotent: yes. Deterministic: yes.
/// - Source: Long, Shelhamer and Darrell, CVPR 2015, section 3.1, arXiv:1411.4038.
public struct FullyConnectedToConvolution: Pass, Hashable {
  public static let name = "fully-connected-to-convolution"
  /// Whether outputs are flattened again to `[N, M]`. Default true.
  public var keepsMatrices: Bool
  /// Whether the spatial extents of the graph's image inputs become dynamic. Needs ``keepsMatrices`` to
  /// be false. Default false.
  public var takesAnySize: Bool

  /// The pass.
  public init(keepsMatrices: Bool = true, takesAnySize: Bool = false) {
    (self.keepsMatrices, self.takesAnySize) = (keepsMatrices, takesAnySize)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    guard !(keepsMatrices && takesAnySize) else {
      throw GraphError(
        .invalidAttribute, "matrices have one size: takesAnySize needs keepsMatrices to be false")
    }
    let before = GraphSize(graph)
    let index = GraphIndex(graph)
    let heads = graph.nodes.compactMap { ConvolutionalHead($0, index) }
    guard !heads.isEmpty else { return PassReport(rewrites: 0, before: before, after: before) }
    var patch = GraphPatch(for: graph)
    var converted = 0
    var heights: [ValueID: ConvolutionalHead] = [:]
    for head in heads { heights[head.flattening.output ?? head.image] = head }
    if takesAnySize { try openInputs(graph, &patch) }
    var images: [ValueID: ValueID] = [:]
    for node in graph.nodes {
      if let output = node.output, let head = heights[output] {
        images[output] = head.image
        if takesAnySize { continue }
        try patch.retype(node)
        continue
      }
      guard let input = node.input(0), let image = images[input], let output = node.output else {
        if takesAnySize { try patch.retype(node) }
        continue
      }
      let kernel = heights[input]?.kernel ?? [1, 1]
      images[output] = try convert(node, reading: image, kernel, index, &patch)
      if node.operation is Gemm { converted += 1 }
    }
    for output in graph.outputs {
      guard let image = images[output.value] else { continue }
      let value =
        keepsMatrices
        ? try patch.addNode(Flatten(), name: output.name, inputs: [image])[0] ?? image : image
      try replace(output.value, by: value, &patch)
    }
    var result = graph
    try patch.apply(to: &result)
    graph = result
    return PassReport(rewrites: converted, before: before, after: GraphSize(graph))
  }

  /// Lets readers of a matrix read an image; only outputs of the graph are left to.
  private func replace(
    _ old: ValueID, by new: ValueID, _ patch: inout GraphPatch
  ) throws(GraphError) {
    if keepsMatrices {
      try patch.replaceUses(of: old, with: new)
    } else {
      patch.replaceOutput(old, with: new)
    }
  }

  private func openInputs(_ graph: Graph, _ patch: inout GraphPatch) throws(GraphError) {
    for input in graph.inputs {
      guard let type = graph.type(of: input).tensorType, let dimensions = type.dimensions,
        dimensions.count == 4
      else { continue }
      let name = graph.name(of: input)
      patch.retype(
        input: input,
        .tensor(
          type.dtype,
          dimensions: [
            dimensions[0], dimensions[1], .symbolic("\(name)_height"), .symbolic("\(name)_width"),
          ]))
    }
  }

  private func convert(
    _ node: Node, reading image: ValueID, _ kernel: [Int], _ index: GraphIndex,
    _ patch: inout GraphPatch
  ) throws(GraphError) -> ValueID? {
    guard let gemm = node.operation as? Gemm, let layer = WeightLayer(node, index) else {
      var inputs = node.inputs
      inputs[0] = image
      return try patch.addNode(node.operation, name: node.name, inputs: inputs)[0]
    }
    let channels = layer.channels / (kernel[0] * kernel[1])
    let weights = layer.canonicalWeights().map { $0 * Double(gemm.alpha) }
    var inputs: [ValueID?] = [
      image,
      patch.addInitializer(
        layer.name + "_kernel", layer.tensor(weights, [layer.filters, channels] + kernel)),
    ]
    if layer.bias != nil {
      let bias = (0..<layer.filters).map { layer.biasNumber($0) ?? 0 }
      inputs.append(patch.addInitializer(layer.name + "_bias", layer.tensor(bias, [layer.filters])))
    }
    return try patch.addNode(Conv(), name: layer.name, inputs: inputs)[0]
  }
}

/// A flattening from which only matrix products and functions of single elements lead to outputs.
private struct ConvolutionalHead {
  let flattening: Node
  /// What is flattened, `[N, C, H, W]`.
  let image: ValueID
  /// `H` and `W`.
  let kernel: [Int]

  init?(_ node: Node, _ index: GraphIndex) {
    guard node.operation is Flatten || node.operation is Reshape, let image = node.input(0),
      let output = node.output, let from = index.tensorType(image)?.dimensions, from.count == 4,
      let to = index.tensorType(output)?.dimensions, to.count == 2, from[0] == to[0],
      let channels = from[1].value, let height = from[2].value, let width = from[3].value,
      to[1] == .fixed(channels * height * width)
    else { return nil }
    (flattening, self.image, kernel) = (node, image, [height, width])
    guard Self.leadsToOutputs(output, index) else { return nil }
  }

  private static func leadsToOutputs(_ value: ValueID, _ index: GraphIndex) -> Bool {
    var pending = [value]
    var hasProduct = false
    while let next = pending.popLast() {
      for node in index.graph.nodes where node.inputs.contains(next) {
        guard let output = node.output, node.input(0) == next,
          !index.usesMoreThanFirstOutput(of: node)
        else { return false }
        switch node.operation {
        case let gemm as Gemm where !gemm.transposesA:
          guard let layer = WeightLayer(node, index),
            (0..<layer.filters).allSatisfy({ layer.biasNumber($0) != nil })
          else { return false }
          hasProduct = true
        case is ReLU, is Clip, is Dropout, is Identity, is any UnaryFloatOperation,
          is any UnaryNumericOperation:
          // Between the flattening and the first product, elements are those of the image.
          break
        default: return false
        }
        pending.append(output)
      }
    }
    return hasProduct
  }
}
