// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// Which codes stand for the numbers of a tensor: uniform affine quantization of 2 to 16 bits.
///
/// A code `q` stands for `(q - zeroPoint) * scale`; see `LinearQuantization`. Zero is always one of
/// the numbers that have a code.
///
/// - Source: Jacob et al., CVPR 2018, section 2.1, arXiv:1712.05877.
public struct QuantizationFormat: Hashable, Sendable {
  /// Which elements share a scale and a zero point.
  public enum Granularity: Hashable, Sendable {
    /// All of them.
    case tensor
    /// Those at the same index of an axis. Negative axes count from the end.
    case channel(axis: Int)
    /// Blocks of so many indices along an axis, each for itself along all other axes.
    case block(axis: Int, size: Int)
  }

  /// Bits of a code, 2 to 16.
  public let bits: Int
  /// Whether codes are signed.
  public let isSigned: Bool
  /// Whether zero is the middle of the codes, so that the zero point is 0 for signed codes and half
  /// of their number for unsigned ones.
  public let isSymmetric: Bool
  /// Which elements share a scale.
  public var granularity: Granularity

  /// A format.
  ///
  /// - Throws: `invalidAttribute` for bits outside 2 to 16 or a block size below 1.
  public init(
    bits: Int, isSigned: Bool, isSymmetric: Bool, granularity: Granularity = .tensor
  ) throws(GraphError) {
    guard (2...16).contains(bits) else {
      throw GraphError(.invalidAttribute, "codes have 2 to 16 bits, got \(bits)")
    }
    if case .block(_, let size) = granularity, size < 1 {
      throw GraphError(.invalidAttribute, "a block has at least 1 element, got \(size)")
    }
    self.init(checked: bits, isSigned, isSymmetric, granularity)
  }

  private init(
    checked bits: Int, _ isSigned: Bool, _ isSymmetric: Bool, _ granularity: Granularity
  ) {
    (self.bits, self.isSigned) = (bits, isSigned)
    (self.isSymmetric, self.granularity) = (isSymmetric, granularity)
  }

  /// 8 bits without a sign, one range for the tensor: activations.
  public static let uint8 = QuantizationFormat(checked: 8, false, false, .tensor)
  /// 8 bits with a sign, one range for the tensor: activations of runtimes that want signed codes.
  public static let int8 = QuantizationFormat(checked: 8, true, false, .tensor)
  /// 8 bits from -127 to 127 with a scale for each output channel: weights.
  public static let int8Weights = QuantizationFormat(checked: 8, true, true, .channel(axis: 0))
  /// 4 bits from -7 to 7 with a scale for each 32 weights of an output channel.
  public static let int4Weights = QuantizationFormat(
    checked: 4, true, true, .block(axis: 0, size: 32))

  /// The smallest and largest code. Symmetric signed codes leave out the smallest number of their
  /// width, so that the range is the same on both sides of zero.
  public var codes: ClosedRange<Int64> {
    let count = Int64(1) << Int64(bits)
    guard isSigned else { return 0...count - 1 }
    return (isSymmetric ? 1 - count / 2 : -count / 2)...count / 2 - 1
  }

  /// The narrowest ONNX type that holds the codes.
  public var codeType: ElementType {
    switch bits {
    case ...4: isSigned ? .int4 : .uint4
    case ...8: isSigned ? .int8 : .uint8
    default: isSigned ? .int16 : .uint16
    }
  }

  /// Whether codes of the type may lie outside of the format's, as with 6 bits in `uint8`. The
  /// number -128 of symmetric 8-bit codes does not count: it stands for a number of its own.
  var isNarrowerThanType: Bool { bits != codeType.bitWidth }

  /// The format with scales along another axis, if they lie along one.
  func along(axis: Int, blockAxis: Int) -> QuantizationFormat {
    var format = self
    switch granularity {
    case .tensor: break
    case .channel: format.granularity = .channel(axis: axis)
    case .block(_, let size): format.granularity = .block(axis: blockAxis, size: size)
    }
    return format
  }

  /// Scale and zero point whose codes cover the numbers from `low` to `high` and zero.
  ///
  /// - Returns: A scale that is positive and finite. Where the range is empty it is 1.
  public func parameters(low: Float, high: Float) -> (scale: Float, zeroPoint: Int64) {
    let (low, high) = (Double(min(low, 0)), Double(max(high, 0)))
    let codes = self.codes
    if isSymmetric {
      let zeroPoint = isSigned ? 0 : Int64(1) << Int64(bits - 1)
      let scale = max(-low, high) / Double(codes.upperBound - zeroPoint)
      return (Self.usable(scale), zeroPoint)
    }
    let scale = Self.usable((high - low) / Double(codes.upperBound - codes.lowerBound))
    let zeroPoint =
      codes.lowerBound + Int64((-low / Double(scale)).rounded(.toNearestOrEven))
    return (scale, min(max(zeroPoint, codes.lowerBound), codes.upperBound))
  }

  /// Subnormal scales lose digits, and their reciprocals are infinite.
  private static func usable(_ scale: Double) -> Float {
    guard scale > 0 else { return 1 }
    return Float(min(max(scale, Double(Float.leastNormalMagnitude) * 4), 1e38))
  }
}
