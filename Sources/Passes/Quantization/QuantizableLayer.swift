// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// A convolution or matrix product with constant weights, as quantizers see it.
struct QuantizableLayer {
  /// The node.
  let node: Node
  /// What is to be multiplied with the weights.
  let input: ValueID
  /// The weights' value.
  let weights: ValueID
  /// The weights, `float32`, a factor of the operator worked in.
  let weightTensor: Tensor
  /// A summand for each output channel, a factor of the operator worked in; nil: none.
  let bias: [Float]?
  /// The operator without those factors.
  let operation: any Operation
  /// The weights' axis of output channels.
  let outputAxis: Int
  /// The weights' axis along which products are summed.
  let inputAxis: Int
  /// Number of output channels.
  let channels: Int

  /// Why a node that looks like a layer is none.
  struct Refusal: Error {
    /// For people.
    let reason: String
  }

  /// Nil when the node is no convolution or matrix product of `float32` by constants.
  ///
  /// - Throws: ``Refusal`` when it is one, but in a form that codes cannot take.
  init?(_ node: Node, in graph: Graph) throws(Refusal) {
    guard let input = node.input(0), let weights = node.input(1),
      let tensor = graph.constant(weights), tensor.dtype == .float32, tensor.count > 0,
      graph.constant(input) == nil
    else { return nil }
    (self.node, self.input, self.weights) = (node, input, weights)
    let given = node.input(2)
    let bias = given.flatMap { graph.constant($0) }
    guard given == nil || bias?.dtype == .float32 else {
      throw Refusal(reason: "the bias is not constant")
    }
    var scale: (weights: Float, bias: Float) = (1, 1)
    switch node.operation {
    case is Conv:
      operation = node.operation
      (outputAxis, inputAxis) = (0, 1)
    case var gemm as Gemm:
      guard !gemm.transposesA else { throw Refusal(reason: "the input is transposed") }
      scale = (gemm.alpha, gemm.beta)
      (gemm.alpha, gemm.beta) = (1, 1)
      operation = gemm
      (outputAxis, inputAxis) = gemm.transposesB ? (0, 1) : (1, 0)
    case is MatMul:
      guard tensor.rank == 2 else { throw Refusal(reason: "the weights are no matrix") }
      operation = node.operation
      (outputAxis, inputAxis) = (1, 0)
    default: return nil
    }
    channels = tensor.shape[outputAxis]
    weightTensor = scale.weights == 1 ? tensor : tensor.scaled(by: scale.weights)
    if let bias, scale.bias != 0 {
      guard bias.count == 1 || (bias.count == channels && bias.shape.last == channels) else {
        throw Refusal(reason: "the bias \(bias.shape) differs from row to row")
      }
      let numbers = bias.array(of: Float.self).map { $0 * scale.bias }
      self.bias =
        numbers.count == channels ? numbers : [Float](repeating: numbers[0], count: channels)
    } else {
      self.bias = nil
    }
  }

  /// Multiply-adds of one run.
  func multiplyAdds(in graph: Graph) -> Int {
    node.operation.cost(graph.operandTypes(of: node)).multiplyAdds
  }
}

extension Tensor {
  /// The numbers multiplied by `factor`.
  ///
  /// - Precondition: the type is `float32`.
  func scaled(by factor: Float) -> Tensor {
    Tensor(array(of: Float.self).map { $0 * factor }, shape: shape)
  }
}
