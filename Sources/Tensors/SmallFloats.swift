// SPDX-License-Identifier: Apache-2.0

/// The upper half of a `Float`: 8 exponent bits, 7 fraction bits.
public struct BFloat16: Sendable, Hashable {
  /// The 16 bits, sign first.
  public var bitPattern: UInt16

  /// The value with the given bits.
  public init(bitPattern: UInt16) { self.bitPattern = bitPattern }

  /// The nearest bfloat16, ties to even; NaN becomes a quiet NaN of the same sign.
  public init(_ value: Float) {
    let bits = value.bitPattern
    if value.isNaN {
      bitPattern = UInt16(truncatingIfNeeded: bits >> 16) | 0x0040
    } else {
      bitPattern = UInt16(truncatingIfNeeded: (bits &+ 0x7FFF &+ ((bits >> 16) & 1)) >> 16)
    }
  }

  /// The exact value as a `Float`.
  public var float: Float { Float(bitPattern: UInt32(bitPattern) << 16) }
}

/// The layout of an 8-bit floating-point type.
///
/// - Source: ONNX "Float stored in 8 bits", opset 19; arXiv:2209.05433 (FN types) and
///   arXiv:2206.02915 (FNUZ types).
public struct Float8Format: Sendable, Hashable {
  let exponentBits: Int
  let bias: Int
  /// No infinities: `E4M3FN` and the `FNUZ` types.
  let isFinite: Bool
  /// No negative zero; its bits are the only NaN.
  let isUnsignedZero: Bool

  var fractionBits: Int { 7 - exponentBits }

  /// The format of an 8-bit floating-point element type, nil for any other.
  public init?(_ dtype: ElementType) {
    switch dtype {
    case .float8E4M3FN: (exponentBits, bias, isFinite, isUnsignedZero) = (4, 7, true, false)
    case .float8E4M3FNUZ: (exponentBits, bias, isFinite, isUnsignedZero) = (4, 8, true, true)
    case .float8E5M2: (exponentBits, bias, isFinite, isUnsignedZero) = (5, 15, false, false)
    case .float8E5M2FNUZ: (exponentBits, bias, isFinite, isUnsignedZero) = (5, 16, true, true)
    default: return nil
    }
  }

  var nan: UInt8 { isUnsignedZero ? 0x80 : 0x7F }
  var infinity: UInt8? { isFinite ? nil : 0x7C }

  /// Bits of the largest finite magnitude.
  var largest: UInt8 {
    isFinite ? (isUnsignedZero ? 0x7F : 0x7E) : 0x7B
  }

  /// The value that `bits` stand for.
  public func decode(_ bits: UInt8) -> Float {
    if isUnsignedZero, bits == 0x80 { return .nan }
    let magnitude = bits & 0x7F
    let sign: Float = bits & 0x80 == 0 ? 1 : -1
    if !isUnsignedZero {
      if isFinite, magnitude == 0x7F { return .nan }
      if !isFinite, magnitude == 0x7C { return sign * .infinity }
      if !isFinite, magnitude > 0x7C { return .nan }
    }
    let exponent = Int(magnitude >> UInt8(fractionBits))
    let fraction = Float(magnitude & UInt8((1 << fractionBits) - 1)) / Float(1 << fractionBits)
    if exponent == 0 {
      return sign * Float(sign: .plus, exponent: 1 - bias, significand: 1) * fraction
    }
    return sign * Float(sign: .plus, exponent: exponent - bias, significand: 1 + fraction)
  }

  /// The nearest value, ties to even. Values out of range become the largest finite one when
  /// `saturating`, else infinity (or NaN where the format has none).
  public func encode(_ value: Float, saturating: Bool = true) -> UInt8 {
    if value.isNaN { return isUnsignedZero ? 0x80 : 0x7F | (value.sign == .minus ? 0x80 : 0) }
    let sign: UInt8 = value.sign == .minus ? 0x80 : 0
    let overflow = saturating ? largest : (infinity ?? nan)
    let signedOverflow = isUnsignedZero && overflow == nan ? nan : overflow | sign
    if value.isInfinite { return signedOverflow }
    let magnitude = Double(value.magnitude)
    let exponent = magnitude == 0 ? 1 - bias : max(Int(magnitude.exponent), 1 - bias)
    let unit = Double(sign: .plus, exponent: exponent - fractionBits, significand: 1)
    // Codes of non-negative values are consecutive integers, so counting units from the binade's
    // base carries into the exponent by itself.
    let units = Int((magnitude / unit).rounded(.toNearestOrEven))
    let code = units + ((exponent + bias - 1) << fractionBits)
    if code > Int(largest) { return signedOverflow }
    if code == 0 { return isUnsignedZero ? 0 : sign }
    return UInt8(code) | sign
  }
}
