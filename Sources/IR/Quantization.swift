// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The arithmetic of linear quantization, defined once: reference evaluation, passes and integer
/// kernels all give these codes, bit for bit.
///
/// A code `q` stands for the real number `(q - zeroPoint) * scale`. Products and quotients are
/// single precision, rounded to nearest even; so is the conversion to a code. The zero point is
/// added after rounding, without overflow, and then the code saturates.
///
/// - Source: ONNX `QuantizeLinear`, opset 23, whose text leaves NaN open: NaN gives the smallest
///   code here, as the maximum instruction of x86 does.
public enum LinearQuantization {
  /// The code of `quotient`, that is, of a real number already divided by the scale.
  ///
  /// - Parameters:
  ///   - quotient: The real number in units of the scale; may be infinite or NaN.
  ///   - zeroPoint: The code of zero.
  ///   - range: Smallest and largest code.
  public static func code(
    of quotient: Float, zeroPoint: Int64, in range: ClosedRange<Int64>
  ) -> Int64 {
    guard !quotient.isNaN else { return range.lowerBound }
    // Doubles hold the sum exactly wherever it is not far outside of every code's range.
    let sum = Double(quotient.rounded(.toNearestOrEven)) + Double(zeroPoint)
    if sum <= Double(range.lowerBound) { return range.lowerBound }
    if sum >= Double(range.upperBound) { return range.upperBound }
    return Int64(sum)
  }

  /// The code of a real number: `saturate(round(value / scale) + zeroPoint)`.
  public static func quantize(
    _ value: Float, scale: Float, zeroPoint: Int64, in range: ClosedRange<Int64>
  ) -> Int64 {
    code(of: value / scale, zeroPoint: zeroPoint, in: range)
  }

  /// The real number of a code: `(code - zeroPoint) * scale`.
  public static func dequantize(_ code: Int64, scale: Float, zeroPoint: Int64) -> Float {
    Float(code &- zeroPoint) * scale
  }

  /// The code of an accumulator: `saturate(round(accumulator * multiplier) + zeroPoint)`.
  ///
  /// - Parameter multiplier: See ``multiplier(_:_:output:)``.
  public static func requantize(
    _ accumulator: Int32, multiplier: Float, zeroPoint: Int64, in range: ClosedRange<Int64>
  ) -> Int64 {
    code(of: Float(accumulator) * multiplier, zeroPoint: zeroPoint, in: range)
  }

  /// What takes an accumulator of products to output codes: `(left * right) / output`, each step
  /// rounded to single precision.
  public static func multiplier(_ left: Float, _ right: Float, output: Float) -> Float {
    left * right / output
  }
}
