// SPDX-License-Identifier: Apache-2.0

/// A function of one `Float`, applied elementwise: as an operator of its own or as the
/// activation at the end of another kernel.
///
/// NaN gives NaN in every function. Accuracy on all of `Float`: `exp`, `tanh`, `erf`, `log`,
/// `sigmoid` ≤ 4 ulp; the others are compositions of these and of exactly rounded operations.
/// A product with an infinite operand follows IEEE: `silu(-∞)`, `gelu(-∞)`, `mish(-∞)` and
/// `hardSwish(-∞)` are `-∞ · 0`, that is NaN.
public struct UnaryFunction: Hashable, Sendable {
  /// Which function. `a` and `b` are the two parameters of `UnaryFunction`.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// `x`
    case identity
    /// `max(x, 0)`
    case relu
    /// `min(max(x, a), b)`
    case clip
    /// `x < 0 ? a·x : x`
    case leakyReLU
    /// `x > a ? x : 0`
    case thresholdedReLU
    /// `min(max(a·x + b, 0), 1)`
    case hardSigmoid
    /// `x · min(max(x/6 + 1/2, 0), 1)`
    case hardSwish
    /// `|x|`
    case absolute
    /// `-x`
    case negate
    /// `√x`
    case squareRoot
    /// `1/x`
    case reciprocal
    /// The largest integer not above `x`.
    case floor
    /// The smallest integer not below `x`.
    case ceil
    /// The nearest integer, ties to even.
    case round
    /// `e^x`
    case exp
    /// The natural logarithm.
    case log
    /// `1/(1 + e^-x)`
    case sigmoid
    /// The hyperbolic tangent.
    case tanh
    /// The error function.
    case erf
    /// `x/2 · (1 + erf(x/√2))`
    case gelu
    /// `x/2 · (1 + tanh(√(2/π) · (x + 0.044715·x³)))`
    case geluTanh
    /// `x · sigmoid(x)`
    case silu
    /// `x · tanh(softplus(x))`
    case mish
    /// `log(1 + e^x)`
    case softplus
    /// `x/(1 + |x|)`
    case softsign
    /// `x < 0 ? a·(e^x - 1) : x`
    case elu
    /// `b · (x < 0 ? a·(e^x - 1) : x)`
    case selu
    /// `max(x, 0) + min(0, a·(e^(x/a) - 1))`
    case celu
  }

  /// Which function.
  public var kind: Kind
  /// First parameter; unused by most kinds.
  public var a: Float
  /// Second parameter; unused by most kinds.
  public var b: Float

  /// A function with its parameters.
  public init(_ kind: Kind, _ a: Float = 0, _ b: Float = 0) {
    self.kind = kind
    self.a = a
    self.b = b
  }

  /// Leaves a value as it is.
  public static let identity = UnaryFunction(.identity)
  /// Rectified linear unit.
  public static let relu = UnaryFunction(.relu)
  /// Rectified linear unit cut off at 6.
  public static let relu6 = UnaryFunction(.clip, 0, 6)
}
