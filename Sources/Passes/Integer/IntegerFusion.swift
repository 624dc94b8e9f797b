// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes an operator between dequantizing and quantizing one operator on codes.
///
/// Recognized are convolutions, products with a matrix, sums of two tensors, means, concatenations and
/// functions of single elements, with bounds (ReLU and its like) in front of the quantizing; activations
/// `uint8` with one scale, weights constant `int8` without zero point. Everything else stays as it is:
/// real numbers.
///
/// - Preserves: all tensor types. Changes values: codes by at most 1, where real numbers are near the
///   middle between two codes.
/// - Idempotent: yes. Deterministic: yes.
public struct IntegerFusion: Pass, Rewriting, Hashable {
  public static let name = "integer-fusion"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let codes = CodeIndex(graph)
    var patch = GraphPatch(for: graph)
    var count = 0
    for node in graph.nodes {
      guard let quantizer = codes.quantizer(node) else { continue }
      if try fuse(quantizer, codes, &patch) { count += 1 }
    }
    try patch.apply(to: &graph)
    return count
  }

  /// Replaces the node that quantizes; false when what it quantizes is not recognized.
  private func fuse(
    _ quantizer: Quantizer, _ codes: CodeIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    let index = codes.index
    if let x = codes.quantized(quantizer.source) {
      return try rescale(x, quantizer, &patch)
    }
    guard let maker = index.maker(of: quantizer.source),
      index.readerCount(quantizer.source) == 1
    else { return false }
    switch maker.operation {
    case let conv as Conv: return try fuse(conv, maker, quantizer, codes, &patch)
    case is Gemm, is MatMul: return try fuseProduct(maker, quantizer, codes, &patch)
    case is Add, is Sum:
      if try fuseSum(maker, quantizer, codes, &patch) { return true }
      return try fuseScaleShift(maker, quantizer, codes, &patch)
    case is Mul, is BatchNormalization:
      return try fuseScaleShift(maker, quantizer, codes, &patch)
    case is AveragePool, is GlobalAveragePool:
      return try fuseMean(maker, quantizer, codes, &patch)
    case let concat as Concat: return try fuse(concat, maker, quantizer, codes, &patch)
    default: return try fuseFunction(maker, quantizer, codes, &patch)
    }
  }

  /// Codes that become codes of another scale, or stay.
  private func rescale(
    _ x: QuantizedValue, _ quantizer: Quantizer, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard let output = quantizer.node.output else { return false }
    guard let sum = x.sum(quantizer) else {
      try patch.replaceUses(of: output, with: x.codes)
      patch.remove(quantizer.node.id)
      return true
    }
    try patch.replace(
      quantizer.node, operation: IntegerAdd(zeroPoint: x.zeroPoint, sum: sum), inputs: [x.codes])
    return true
  }

  private func fuse(
    _ conv: Conv, _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex,
    _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard let x = codes.quantized(node.input(0)),
      let shape = codes.index.tensorType(node.input(1))?.shape, shape.count == 4,
      let weights = codes.weights(node.input(1), axis: 0, count: shape[0]),
      let multipliers = codes.multipliers(x, weights, quantizer.scale),
      let bias = codes.bias(node.input(2), x, weights)
    else { return false }
    let operation = IntegerConv(
      window: conv.window, groups: conv.groups, inputZeroPoint: x.zeroPoint,
      rounding: quantizer.rounding)
    try patch.replace(
      quantizer.node, operation: operation,
      inputs: [
        x.codes, weights.codes, patch.addInitializer(node.name + ".bias", bias),
        patch.addInitializer(node.name + ".multipliers", multipliers),
      ], name: node.name)
    return true
  }

  private func fuseProduct(
    _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard let gemm = GemmFusion.gemm(node, codes.index), gemm.alpha == 1, !gemm.transposesA,
      let x = codes.quantized(node.input(0)),
      let shape = codes.index.tensorType(node.input(1))?.shape, shape.count == 2
    else { return false }
    let axis = gemm.transposesB ? 0 : 1
    let bias = gemm.beta == 0 ? nil : node.input(2)
    guard bias == nil || gemm.beta == 1,
      let weights = codes.weights(node.input(1), axis: axis, count: shape[axis]),
      let multipliers = codes.multipliers(x, weights, quantizer.scale),
      let biasCodes = codes.bias(bias, x, weights)
    else { return false }
    var filters = weights.codes
    if !gemm.transposesB {
      filters = patch.addInitializer(
        codes.index.graph.name(of: weights.codes) + ".transposed", weights.tensor.transposedMatrix)
    }
    try patch.replace(
      quantizer.node,
      operation: IntegerGemm(inputZeroPoint: x.zeroPoint, rounding: quantizer.rounding),
      inputs: [
        x.codes, filters, patch.addInitializer(node.name + ".bias", biasCodes),
        patch.addInitializer(node.name + ".multipliers", multipliers),
      ], name: node.name)
    return true
  }

  private func fuseSum(
    _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard node.inputs.count == 2, let x = codes.quantized(node.input(0)),
      let other = codes.quantized(node.input(1)),
      let type = codes.index.tensorType(x.codes), let second = codes.index.tensorType(other.codes),
      type.isSurely(second)
    else { return false }
    var sum = CodeSum(
      ownScale: x.scale / quantizer.scale, residualScale: other.scale / quantizer.scale,
      residualZeroPoint: other.zeroPoint, zeroPoint: quantizer.zeroPoint)
    (sum.low, sum.high) = (quantizer.low, quantizer.high)
    guard sum.ownScale.isFinite, (other.scale / quantizer.scale).isFinite else { return false }
    try patch.replace(
      quantizer.node, operation: IntegerAdd(zeroPoint: x.zeroPoint, sum: sum),
      inputs: [x.codes, other.codes], name: node.name)
    return true
  }

  /// A scale and shift of each channel: a normalization, or a product or sum with a constant.
  private func fuseScaleShift(
    _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard let (x, factors, shifts) = scaleShift(node, codes) else { return false }
    let step = Double(quantizer.scale)
    let scales = factors.map { Float($0 * Double(x.scale) / step) }
    let offsets = shifts.map { Float($0 / step) }
    guard (scales + offsets).allSatisfy(\.isFinite) else { return false }
    try patch.replace(
      quantizer.node,
      operation: IntegerScaleShift(inputZeroPoint: x.zeroPoint, rounding: quantizer.rounding),
      inputs: [
        x.codes, patch.addInitializer(node.name + ".scales", Tensor(scales)),
        patch.addInitializer(node.name + ".shifts", Tensor(offsets)),
      ], name: node.name)
    return true
  }

  /// What a node multiplies each channel by and adds to it.
  private func scaleShift(
    _ node: Node, _ codes: CodeIndex
  ) -> (x: QuantizedValue, factors: [Double], shifts: [Double])? {
    let type = codes.index.tensorType(node.output)
    if let normalization = node.operation as? BatchNormalization {
      guard !normalization.isTraining, let x = codes.quantized(node.input(0)) else { return nil }
      let parameters = (1...4).compactMap { codes.numbers(node.input($0))?.doubles() }
      guard parameters.count == 4, type?.dimensions?.count ?? 0 >= 2 else { return nil }
      let factors = zip(parameters[0], parameters[3]).map {
        $0 / ($1 + Double(normalization.epsilon)).squareRoot()
      }
      let shifts = parameters[1].indices.map {
        parameters[1][$0] - parameters[2][$0] * factors[$0]
      }
      return (x, factors, shifts)
    }
    guard node.inputs.count == 2 else { return nil }
    for (operand, other) in [(0, 1), (1, 0)] {
      guard let x = codes.quantized(node.input(operand)),
        codes.index.tensorType(x.codes)?.dimensions == type?.dimensions,
        let numbers = codes.channelNumbers(node.input(other), type)
      else { continue }
      let isProduct = node.operation is Mul
      let neutral = [Double](repeating: isProduct ? 0 : 1, count: numbers.count)
      return isProduct ? (x, numbers, neutral) : (x, neutral, numbers)
    }
    return nil
  }

  private func fuseMean(
    _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard let x = codes.quantized(node.input(0)), quantizer.low == 0, quantizer.high == 255,
      codes.index.tensorType(x.codes)?.rank == 4
    else { return false }
    let pool = node.operation as? AveragePool
    let operation = IntegerAveragePool(
      kernel: pool?.kernel ?? [], window: pool?.window ?? SlidingWindow(),
      countsPadding: pool?.countsPadding ?? false, inputZeroPoint: x.zeroPoint,
      inputScale: x.scale, scale: quantizer.scale, zeroPoint: quantizer.zeroPoint)
    try patch.replace(quantizer.node, operation: operation, inputs: [x.codes], name: node.name)
    return true
  }

  /// Each piece is taken to the scale of the whole.
  private func fuse(
    _ concat: Concat, _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex,
    _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    let pieces = node.inputs.compactMap(codes.quantized)
    guard pieces.count == node.inputs.count, !pieces.isEmpty else { return false }
    var inputs: [ValueID?] = []
    for piece in pieces {
      if let sum = piece.sum(quantizer) {
        inputs += try patch.addNode(
          IntegerAdd(zeroPoint: piece.zeroPoint, sum: sum), name: node.name + ".rescale",
          inputs: [piece.codes])
      } else {
        inputs.append(piece.codes)
      }
    }
    try patch.replace(quantizer.node, operation: concat, inputs: inputs, name: node.name)
    return true
  }

  /// A function of single elements becomes a table.
  private func fuseFunction(
    _ node: Node, _ quantizer: Quantizer, _ codes: CodeIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    guard quantizer.source == quantizer.node.input(0), let x = codes.quantized(node.input(0)),
      let activation = Activation(
        node.operation, operands: codes.index.graph.operandTypes(of: node))
    else { return false }
    let table = (0..<256).map { code in
      let real = LinearQuantization.dequantize(
        Int64(code), scale: x.scale, zeroPoint: Int64(x.zeroPoint))
      return UInt8(
        LinearQuantization.quantize(
          Float(activation(Double(real))), scale: quantizer.scale,
          zeroPoint: Int64(quantizer.zeroPoint), in: 0...255))
    }
    try patch.replace(
      quantizer.node, operation: CodeTable(),
      inputs: [x.codes, patch.addInitializer(node.name + ".table", Tensor(table))],
      name: node.name)
    return true
  }
}

extension Quantizer {
  /// How sums become these codes.
  fileprivate var rounding: CodeRounding {
    CodeRounding(zeroPoint: zeroPoint, low: low, high: high)
  }
}

extension QuantizedValue {
  /// How the codes become those of a quantizer, nil when they are those already.
  fileprivate func sum(_ quantizer: Quantizer) -> CodeSum? {
    if scale == quantizer.scale, zeroPoint == quantizer.zeroPoint, quantizer.low == 0,
      quantizer.high == 255
    {
      return nil
    }
    return CodeSum(
      ownScale: scale / quantizer.scale, residualScale: nil, zeroPoint: quantizer.zeroPoint,
      low: quantizer.low, high: quantizer.high)
  }
}

extension Tensor {
  /// A matrix of bytes with rows and columns exchanged.
  fileprivate var transposedMatrix: Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let source = array(of: Int8.self)
    var result = [Int8](repeating: 0, count: source.count)
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = source[row * columns + column] }
    }
    return Tensor(result, shape: [columns, rows])
  }
}
