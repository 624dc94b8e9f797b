// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// A node whose constant weights can take in a scale and a shift of its output channels.
struct AffineLayer {
  private enum Kind {
    case conv
    case convTranspose(groups: Int)
    case gemm(Gemm)
    case matMul
    case batchNorm
  }

  private let kind: Kind
  private let node: Node
  private let weights: Tensor
  private let bias: Tensor?
  private let dtype: ElementType
  /// Number of output channels.
  let channels: Int
  /// The output's axis of channels.
  let channelAxis: Int
  /// Number of the output's axes.
  let rank: Int

  /// Nil when the node is no such layer, or its weights or bias are not constant.
  init?(_ node: Node, _ index: GraphIndex) {
    guard let kind = Self.kind(node.operation), let type = index.tensorType(node.output),
      let rank = type.rank, let weights = index.constant(node.input(1)),
      weights.dtype.isFloatingPoint
    else { return nil }
    (self.node, self.kind, self.weights, self.rank) = (node, kind, weights, rank)
    dtype = type.dtype
    bias = index.constant(node.input(2))
    guard bias != nil || node.input(2) == nil else { return nil }
    switch kind {
    case .conv: (channels, channelAxis) = (weights.shape[0], 1)
    case .convTranspose(let groups): (channels, channelAxis) = (weights.shape[1] * groups, 1)
    case .gemm(let gemm):
      (channels, channelAxis) = (weights.shape[gemm.transposesB ? 0 : 1], 1)
      guard Self.isRow(bias, channels) else { return nil }
    case .matMul:
      guard weights.rank == 2, rank >= 2 else { return nil }
      (channels, channelAxis) = (weights.shape[1], rank - 1)
    case .batchNorm:
      guard rank >= 2, !index.usesMoreThanFirstOutput(of: node),
        index.constant(node.input(3)) != nil, index.constant(node.input(4)) != nil
      else { return nil }
      (channels, channelAxis) = (weights.shape[0], 1)
    }
  }

  private static func kind(_ operation: any Operation) -> Kind? {
    switch operation {
    case is Conv: .conv
    case let operation as ConvTranspose: .convTranspose(groups: operation.groups)
    case let operation as Gemm: .gemm(operation)
    case is MatMul: .matMul
    case let operation as BatchNormalization where !operation.isTraining: .batchNorm
    default: nil
    }
  }

  /// Whether a bias of `Gemm` is the same for all rows.
  private static func isRow(_ bias: Tensor?, _ channels: Int) -> Bool {
    guard let bias else { return true }
    return bias.count == 1 || (bias.count == channels && bias.shape.last == channels)
  }

  /// The number that a constant has for each channel when it meets the output by broadcasting, nil
  /// when it differs along other axes.
  func channelNumbers(_ constant: Tensor) -> [Double]? {
    guard constant.dtype == dtype, constant.rank <= rank else { return nil }
    for (offset, extent) in constant.shape.reversed().enumerated() where extent != 1 {
      guard rank - 1 - offset == channelAxis, extent == channels else { return nil }
    }
    let numbers = constant.doubles()
    return numbers.count == 1 ? [Double](repeating: numbers[0], count: channels) : numbers
  }

  /// Makes `last`, the end of a chain that `affine` describes, the layer with new weights.
  ///
  /// - Returns: False when the new weights are not finite or the layer cannot take a shift.
  func absorb(
    _ affine: ChannelAffine, at last: Node, _ index: GraphIndex, _ patch: inout GraphPatch
  ) throws(GraphError) -> Bool {
    var operation = node.operation
    var newBias = bias.map { expanded($0) }
    switch kind {
    case .gemm(var gemm):
      newBias = newBias?.map { $0 * Double(gemm.beta) }
      gemm.beta = 1
      operation = gemm
    case .matMul where !affine.isPureScale:
      guard rank == 2 else { return false }
      operation = Gemm()
    default: break
    }
    if newBias != nil || !affine.isPureScale {
      newBias = (0..<channels).map { (newBias?[$0] ?? 0) * affine.scale[$0] + affine.shift[$0] }
    }
    var inputs = node.inputs
    if !affine.isPureShift {
      let factors = factors(affine.scale)
      guard weights.staysFinite(scaledBy: factors) else { return false }
      inputs[1] = place(weights.scaled(by: factors), node.inputs[1], "weight", index, &patch)
    }
    if let newBias {
      let dtype = bias?.dtype ?? weights.dtype
      let tensor = Tensor(doubles: newBias, dtype: dtype, shape: [channels])
      guard tensor.doubles().allSatisfy(\.isFinite) else { return false }
      if inputs.count == 2 { inputs.append(nil) }
      inputs[2] = place(tensor, node.input(2), "bias", index, &patch)
    }
    try patch.replace(last, operation: operation, inputs: inputs, name: node.name)
    return true
  }

  private func expanded(_ bias: Tensor) -> [Double] {
    let numbers = bias.doubles()
    return numbers.count == 1 && channels != 1
      ? [Double](repeating: numbers[0], count: channels) : numbers
  }

  /// How `scale`, a factor for each output channel, lies in the weights.
  private func factors(_ scale: [Double]) -> RunFactors {
    let shape = weights.shape
    switch kind {
    case .conv, .batchNorm:
      return RunFactors(length: max(weights.count / max(shape[0], 1), 1)) { scale[$0] }
    case .convTranspose(let groups):
      let perGroup = max(shape[1], 1)
      let inputsPerGroup = max(shape[0] / groups, 1)
      return RunFactors(length: max(weights.count / max(shape[0] * shape[1], 1), 1)) { run in
        let group = run / perGroup / inputsPerGroup
        return scale[group * perGroup + run % perGroup]
      }
    case .gemm(let gemm) where gemm.transposesB:
      return RunFactors(length: max(shape[1], 1)) { scale[$0] }
    case .gemm, .matMul:
      let columns = shape[1]
      return RunFactors(length: 1) { scale[$0 % columns] }
    }
  }

  /// The value that stands for `tensor`: `old` with another content when nothing else reads it.
  private func place(
    _ tensor: Tensor, _ old: ValueID?, _ stem: String, _ index: GraphIndex,
    _ patch: inout GraphPatch
  ) -> ValueID {
    guard let old else {
      let name = node.name.isEmpty ? stem : "\(node.name)_\(stem)"
      return patch.addInitializer(name, tensor)
    }
    guard index.readerCount(old) == 1 else {
      return patch.addInitializer(index.graph.name(of: old), tensor)
    }
    patch.setInitializer(old, tensor)
    return old
  }
}

/// Factors of a tensor's elements, the same within each run of neighbours.
struct RunFactors: Sendable {
  /// Elements of a run, at least 1.
  let length: Int
  /// The factor of a run, counted from the start of the tensor.
  let factor: @Sendable (_ run: Int) -> Double
}

extension Tensor {
  /// The tensor times `factors`, in double precision, rounded once. Weights in `float32` are
  /// multiplied when they are read.
  ///
  /// - Precondition: the elements are floating-point numbers.
  func scaled(by factors: RunFactors) -> Tensor {
    let length = factors.length
    guard count > 0 else { return self }
    guard dtype == .float32 else {
      var values = doubles()
      for index in values.indices { values[index] *= factors.factor(index / length) }
      return Tensor(doubles: values, dtype: dtype, shape: shape)
    }
    return Tensor(dtype: dtype, shape: shape) { [self] bytes in
      let target = bytes.bindMemory(to: Float.self)
      withElements(of: Float.self) { source in
        for run in 0..<count / length {
          let factor = factors.factor(run)
          for index in run * length..<(run + 1) * length {
            target[index] = Float(Double(source[index]) * factor)
          }
        }
      }
      // Whoever reads these weights packs them, and nobody reads the others any more.
      releasePages()
    }
  }

  /// Whether ``scaled(by:)`` keeps finite elements finite.
  func staysFinite(scaledBy factors: RunFactors) -> Bool {
    guard dtype == .float32 else {
      return scaled(by: factors).doubles().allSatisfy(\.isFinite)
        || !doubles().allSatisfy(\.isFinite)
    }
    // The largest element of a run decides, found among bit patterns without the sign.
    defer { releasePages() }
    return withElements(of: Float.self) { source in
      for run in 0..<count / factors.length {
        var largest: Int32 = 0
        for index in run * factors.length..<(run + 1) * factors.length {
          largest = max(largest, Int32(bitPattern: source[index].magnitude.bitPattern))
        }
        let magnitude = Float(bitPattern: UInt32(bitPattern: largest))
        let product = Float(Double(magnitude) * factors.factor(run))
        guard product.isFinite || !magnitude.isFinite else { return false }
      }
      return true
    }
  }
}
