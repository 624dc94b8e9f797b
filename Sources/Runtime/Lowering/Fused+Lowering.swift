// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension FusedConv: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.all(are: .float32), let function = activation.kernelFunction else { return nil }
    return try lowerConvolution(
      &context, conv,
      epilogue: Epilogue(
        function: function, residual: hasResidual ? context.optionalInput(3) : nil))
  }
}

extension FusedGemm: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let function = activation.kernelFunction else { return nil }
    return lowerGemm(&context, gemm, function: function)
  }
}

extension Activation {
  /// The kernels' form of the activation, nil when they have none.
  var kernelFunction: UnaryFunction? {
    switch self {
    case .identity: .identity
    case .relu: .relu
    case .clip(let low, let high): UnaryFunction(.clip, Float(low), Float(high))
    case .leakyReLU(let alpha): UnaryFunction(.leakyReLU, alpha)
    case .sigmoid: UnaryFunction(.sigmoid)
    case .tanh: UnaryFunction(.tanh)
    case .hardSigmoid(let alpha, let beta): UnaryFunction(.hardSigmoid, alpha, beta)
    case .hardSwish: UnaryFunction(.hardSwish)
    case .silu: UnaryFunction(.silu)
    case .gelu(let isApproximate): UnaryFunction(isApproximate ? .geluTanh : .gelu)
    case .elu(let alpha): UnaryFunction(.elu, alpha)
    case .selu(let alpha, let gamma): UnaryFunction(.selu, alpha, gamma)
    case .softplus: UnaryFunction(.softplus)
    case .mish: UnaryFunction(.mish)
    }
  }
}
