// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// An elementwise function that a fused operator applies to its result.
///
/// The one list from which passes recognize activations and the runtime picks its kernels.
public enum Activation: Hashable, Sendable {
  /// `x`.
  case identity
  /// `max(x, 0)`.
  case relu
  /// `min(max(x, min), max)`; `max` where `min > max`.
  case clip(min: Double, max: Double)
  /// `x` from 0 on, `alpha * x` below.
  case leakyReLU(alpha: Float)
  /// `1 / (1 + e⁻ˣ)`.
  case sigmoid
  /// Hyperbolic tangent.
  case tanh
  /// `max(0, min(1, alpha * x + beta))`.
  case hardSigmoid(alpha: Float, beta: Float)
  /// `x * max(0, min(1, x / 6 + 1/2))`.
  case hardSwish
  /// `x * sigmoid(x)`.
  case silu
  /// `x * Φ(x)`, `Φ` the standard normal distribution function, or its approximation by `tanh`.
  case gelu(isApproximate: Bool)
  /// `x` from 0 on, `alpha * (eˣ - 1)` below.
  case elu(alpha: Float)
  /// `gamma * x` above 0, `gamma * alpha * (eˣ - 1)` elsewhere.
  case selu(alpha: Float, gamma: Float)
  /// `log(eˣ + 1)`.
  case softplus
  /// `x * tanh(log(1 + eˣ))`.
  case mish

  /// The function that a node with `operation` applies to its input 0, nil when it is none of these
  /// or has parameters that are not constants.
  ///
  /// - Parameter operands: What is known about the node's inputs.
  public init?(_ operation: any Operation, operands: OperandTypes) {
    switch operation {
    case is ReLU: self = .relu
    case is Clip:
      guard let low = Self.bound(operands, 1, default: -.infinity),
        let high = Self.bound(operands, 2, default: .infinity)
      else { return nil }
      self = low == 0 && high == .infinity ? .relu : .clip(min: low, max: high)
    case let operation as LeakyReLU: self = .leakyReLU(alpha: operation.alpha)
    case is Sigmoid: self = .sigmoid
    case is Tanh: self = .tanh
    case let operation as HardSigmoid:
      self = .hardSigmoid(alpha: operation.alpha, beta: operation.beta)
    case is HardSwish: self = .hardSwish
    case let operation as Swish where operation.alpha == 1: self = .silu
    case let operation as Gelu: self = .gelu(isApproximate: operation.isApproximate)
    case let operation as Elu: self = .elu(alpha: operation.alpha)
    case let operation as Selu: self = .selu(alpha: operation.alpha, gamma: operation.gamma)
    case is Softplus: self = .softplus
    case is Mish: self = .mish
    default: return nil
    }
  }

  private static func bound(_ operands: OperandTypes, _ index: Int, default: Double) -> Double? {
    guard operands.has(index) else { return `default` }
    guard let tensor = operands.constant(index), tensor.count == 1 else { return nil }
    return tensor.double(at: 0)
  }

  /// The function of one number, computed in double precision. NaN stays NaN.
  public func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .identity: x
    case .relu: x < 0 ? 0 : x
    case .clip(let low, let high): minimum(maximum(x, low), high)
    case .leakyReLU(let alpha): LeakyReLU(alpha: alpha).apply(x)
    case .sigmoid: Sigmoid().apply(x)
    case .tanh: Tanh().apply(x)
    case .hardSigmoid(let alpha, let beta): HardSigmoid(alpha: alpha, beta: beta).apply(x)
    case .hardSwish: HardSwish().apply(x)
    case .silu: Swish().apply(x)
    case .gelu(let isApproximate): Gelu(isApproximate: isApproximate).apply(x)
    case .elu(let alpha): Elu(alpha: alpha).apply(x)
    case .selu(let alpha, let gamma): Selu(alpha: alpha, gamma: gamma).apply(x)
    case .softplus: Softplus().apply(x)
    case .mish: Mish().apply(x)
    }
  }

  /// The function of each element, rounded once to the tensor's type.
  ///
  /// - Precondition: the elements are floating-point numbers.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    precondition(x.dtype.isFloatingPoint)
    if self == .identity { return x }
    return Tensor(doubles: x.doubles().map { self($0) }, dtype: x.dtype, shape: x.shape)
  }
}
