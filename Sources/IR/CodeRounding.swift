// SPDX-License-Identifier: Apache-2.0

/// How the sums of an integer operator become codes; docs/quantized-arithmetic.md.
///
/// Everything is single precision, each operation rounded by itself, and bounds are applied before
/// rounding half to even, which gives what saturating afterwards would.
public struct CodeRounding: Hashable, Sendable {
  /// Code of zero.
  public var zeroPoint: UInt8
  /// Smallest code: 0, or that of an activation's bound.
  public var low: UInt8
  /// Largest code.
  public var high: UInt8
  /// What happens to the codes next, nil if nothing.
  public var sum: CodeSum?

  /// One stage.
  public init(zeroPoint: UInt8, low: UInt8 = 0, high: UInt8 = 255, sum: CodeSum? = nil) {
    (self.zeroPoint, self.low, self.high, self.sum) = (zeroPoint, low, high, sum)
  }

  /// The code of a number in units of the scale, in one stage.
  public func code(_ value: Float) -> UInt8 {
    UInt8(Int(rounded(value, low, high, zeroPoint)) + Int(zeroPoint))
  }

  /// The code of `accumulator · multiplier`, and of its sum with the residual's code.
  public func code(_ accumulator: Int32, multiplier: Float, residual: UInt8 = 0) -> UInt8 {
    let own = rounded(Float(accumulator) * multiplier, low, high, zeroPoint)
    guard let sum else { return UInt8(Int(own) + Int(zeroPoint)) }
    return sum.code(own, residual: residual)
  }
}

/// How two quantized numbers become the code of their sum, or one that of itself in another scale.
public struct CodeSum: Hashable, Sendable {
  /// Scale of the first number by that of the result.
  public var ownScale: Float
  /// Scale of the second number by that of the result, nil if there is none.
  public var residualScale: Float?
  /// Code of zero of the second number.
  public var residualZeroPoint: UInt8
  /// Code of zero of the result.
  public var zeroPoint: UInt8
  /// Smallest code of the result.
  public var low: UInt8
  /// Largest code.
  public var high: UInt8

  /// A sum.
  public init(
    ownScale: Float, residualScale: Float?, residualZeroPoint: UInt8 = 0, zeroPoint: UInt8,
    low: UInt8 = 0, high: UInt8 = 255
  ) {
    (self.ownScale, self.residualScale) = (ownScale, residualScale)
    (self.residualZeroPoint, self.zeroPoint) = (residualZeroPoint, zeroPoint)
    (self.low, self.high) = (low, high)
  }

  /// The code for a first number of which the zero point is taken off, and the second's code.
  public func code(_ own: Float, residual: UInt8 = 0) -> UInt8 {
    var value = own * ownScale
    if let residualScale {
      let other = Float(Int(residual) - Int(residualZeroPoint)) * residualScale
      value += other
    }
    return UInt8(Int(rounded(value, low, high, zeroPoint)) + Int(zeroPoint))
  }
}

/// A number within the bounds, rounded half to even; NaN becomes the lower bound.
private func rounded(_ value: Float, _ low: UInt8, _ high: UInt8, _ zeroPoint: UInt8) -> Float {
  let least = Float(Int(low) - Int(zeroPoint))
  let most = Float(Int(high) - Int(zeroPoint))
  let raised = value > least ? value : least
  return (raised < most ? raised : most).rounded(.toNearestOrEven)
}
