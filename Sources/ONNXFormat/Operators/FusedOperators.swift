// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that ONNX Runtime's optimizer writes; they are read as the operators that it fused.
  static let fused: [OperatorBinding] = [
    .expansion("FusedConv", domain: "com.microsoft") { reader in
      try reader.checkKernelShape(weights: 1)
      let conv = Conv(
        window: try reader.slidingWindow(), groups: try reader.int("group", default: 1))
      let parameters = try reader.floats("activation_params") ?? []
      var value = try reader.add(conv, Array(reader.inputs.prefix(3)), outputCount: 1).first ?? nil
      if reader.inputs.count > 3, let summand = reader.inputs[3] {
        value = try reader.add(Add(), value, summand)
      }
      return [try activated(value, parameters, reader)]
    },
    .expansion("FusedGemm", domain: "com.microsoft") { reader in
      let gemm = Gemm(
        alpha: try reader.float("alpha", default: 1), beta: try reader.float("beta", default: 1),
        transposesA: try reader.bool("transA", default: false),
        transposesB: try reader.bool("transB", default: false))
      let parameters = [
        try reader.float("activation_alpha"), try reader.float("activation_beta"),
        try reader.float("activation_gamma"),
      ].compactMap(\.self)
      let value = try reader.add(gemm, reader.inputs, outputCount: 1).first ?? nil
      return [try activated(value, parameters, reader)]
    },
    .expansion("FusedMatMul", domain: "com.microsoft", read: readFusedMatMul),
  ]

  /// Adds the node for the attribute `activation`, if there is one.
  private static func activated(
    _ value: ValueID?, _ parameters: [Float], _ reader: NodeReader
  ) throws -> ValueID? {
    func parameter(_ index: Int, _ missing: Float) -> Float {
      index < parameters.count ? parameters[index] : missing
    }
    switch try reader.string("activation", default: "") {
    case "": return value
    case "Relu": return try reader.add(ReLU(), value)
    case "Sigmoid": return try reader.add(Sigmoid(), value)
    case "Tanh": return try reader.add(Tanh(), value)
    case "HardSwish": return try reader.add(HardSwish(), value)
    case "LeakyRelu": return try reader.add(LeakyReLU(alpha: parameter(0, 0.01)), value)
    case "HardSigmoid":
      return try reader.add(
        HardSigmoid(alpha: parameter(0, 0.2), beta: parameter(1, 0.5)), value)
    case "Clip":
      let bounds = [
        Tensor(scalar: parameter(0, -.greatestFiniteMagnitude)),
        Tensor(scalar: parameter(1, .greatestFiniteMagnitude)),
      ]
      return try reader.add(
        Clip(), value, reader.addConstant(bounds[0], "minimum"),
        reader.addConstant(bounds[1], "maximum"))
    case let other:
      throw ONNXError(
        .unsupported, at: reader.place, "activation \"\(other)\" of a fused operator")
    }
  }

  private static func readFusedMatMul(_ reader: NodeReader) throws -> [ValueID?] {
    let left = try transposed(reader, 0, "transA", "transBatchA")
    let right = try transposed(reader, 1, "transB", "transBatchB")
    let product = try reader.add(MatMul(), left, right)
    let alpha = try reader.float("alpha", default: 1)
    guard alpha != 1 else { return [product] }
    let dtype = reader.type(0)?.tensorType?.dtype ?? .float32
    let scale = Tensor(doubles: [Double(alpha)], dtype: dtype, shape: [])
    return [try reader.add(Mul(), product, reader.addConstant(scale, "alpha"))]
  }

  /// Input `index` as a stack of matrices: `batch` says that the first axis is that of the rows
  /// and stands before the stack, `matrix` that rows and columns are swapped.
  private static func transposed(
    _ reader: NodeReader, _ index: Int, _ matrix: String, _ batch: String
  ) throws -> ValueID? {
    let input = index < reader.inputs.count ? reader.inputs[index] : nil
    let swaps = try reader.bool(matrix, default: false)
    let moves = try reader.bool(batch, default: false)
    guard swaps || moves else { return input }
    guard let rank = reader.rank(index) else {
      throw ONNXError(
        .unsupported, at: reader.place, "input \(index) is transposed, and its rank is not known")
    }
    // A vector has nothing to swap.
    guard rank >= 2 else { return input }
    var axes = Array(0..<rank)
    if moves { axes.insert(axes.removeFirst(), at: rank - 2) }
    if swaps { axes.swapAt(rank - 2, rank - 1) }
    return try reader.add(Transpose(permutation: axes), input)
  }
}
