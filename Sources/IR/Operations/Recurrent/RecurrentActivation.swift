// SPDX-License-Identifier: Apache-2.0
import Foundation

/// An activation function of a recurrent layer, with its parameters.
///
/// - Source: ONNX `LSTM`, `GRU` and `RNN`, opset 22; parameters that a model leaves out have the
///   defaults of the operators of the same name.
public struct RecurrentActivation: Hashable, Sendable {
  /// The function; `x` is its argument, α and β its parameters.
  public enum Function: String, CaseIterable, Sendable {
    /// `max(x, 0)`.
    case relu = "Relu"
    /// `tanh(x)`.
    case tanh = "Tanh"
    /// `1 / (1 + exp(-x))`.
    case sigmoid = "Sigmoid"
    /// `α x + β`.
    case affine = "Affine"
    /// `x` from 0 on, else `α x`.
    case leakyRelu = "LeakyRelu"
    /// `x` from α on, else 0.
    case thresholdedRelu = "ThresholdedRelu"
    /// `α tanh(β x)`.
    case scaledTanh = "ScaledTanh"
    /// `min(max(α x + β, 0), 1)`.
    case hardSigmoid = "HardSigmoid"
    /// `x` from 0 on, else `α (exp(x) - 1)`.
    case elu = "Elu"
    /// `x / (1 + |x|)`.
    case softsign = "Softsign"
    /// `log(1 + exp(x))`.
    case softplus = "Softplus"

    /// α unless given; nil: the function has none.
    public var defaultAlpha: Float? {
      switch self {
      case .affine, .thresholdedRelu, .scaledTanh, .elu: 1
      case .leakyRelu: 0.01
      case .hardSigmoid: 0.2
      case .relu, .tanh, .sigmoid, .softsign, .softplus: nil
      }
    }

    /// β unless given; nil: the function has none.
    public var defaultBeta: Float? {
      switch self {
      case .affine: 0
      case .scaledTanh: 1
      case .hardSigmoid: 0.5
      case .relu, .tanh, .sigmoid, .leakyRelu, .thresholdedRelu, .elu, .softsign, .softplus: nil
      }
    }
  }

  /// The function.
  public let function: Function
  /// α, 0 when the function has none.
  public let alpha: Float
  /// β, 0 when the function has none.
  public let beta: Float

  /// The function with the given parameters, or its defaults.
  public init(_ function: Function, alpha: Float? = nil, beta: Float? = nil) {
    self.function = function
    self.alpha = function.defaultAlpha.map { alpha ?? $0 } ?? 0
    self.beta = function.defaultBeta.map { beta ?? $0 } ?? 0
  }

  /// The function's value.
  func callAsFunction(_ x: Double) -> Double {
    let (alpha, beta) = (Double(alpha), Double(beta))
    return switch function {
    case .relu: x < 0 ? 0 : x
    case .tanh: Foundation.tanh(x)
    case .sigmoid: 1 / (1 + exp(-x))
    case .affine: alpha * x + beta
    case .leakyRelu: x < 0 ? alpha * x : x
    case .thresholdedRelu: x < alpha ? 0 : x
    case .scaledTanh: alpha * Foundation.tanh(beta * x)
    case .hardSigmoid: min(max(alpha * x + beta, 0), 1)
    case .elu: x < 0 ? alpha * expm1(x) : x
    case .softsign: x / (1 + abs(x))
    // For large x, exp(x) overflows where the function is x.
    case .softplus: max(x, 0) + log1p(exp(-abs(x)))
    }
  }
}
