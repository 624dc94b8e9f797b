// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Numbers as text, written as NumPy writes them and read as ONNX asks.
///
/// - Source: ONNX `Cast`, opset 21; the spelling is that of `numpy.str_`.
public enum NumberText {
  /// The text of each element: the shortest decimal that reads back as the same number of that type;
  /// `1e-05` and `1e+16` outside of 1e-4 ..< 1e16; `nan`, `inf`, `-inf`; `True` and `False`.
  ///
  /// - Precondition: the type is not `string`.
  public static func texts(of tensor: Tensor) -> [String] {
    switch tensor.dtype {
    case .float64: tensor.array(of: Double.self).map { spelled("\($0)") }
    case .float16: tensor.array(of: Float16.self).map { spelled("\($0)") }
    case .bool: tensor.int64s().map { $0 == 0 ? "False" : "True" }
    case .uint64: tensor.array(of: UInt64.self).map { "\($0)" }
    case let dtype where dtype.isInteger: tensor.int64s().map { "\($0)" }
    // The remaining floating-point types have no decimals of their own; NumPy widens them.
    default: tensor.doubles().map { spelled("\(Float($0))") }
    }
  }

  /// Swift's shortest decimal in NumPy's layout; the two differ in where exponents begin.
  private static func spelled(_ text: String) -> String {
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: "-") }),
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    let all = mantissa[0] + fraction
    let digits = String(all.drop { $0 == "0" })
    guard !digits.isEmpty else { return sign + "0.0" }
    // The number is 0.digits * 10^point.
    let point = mantissa[0].count + shift - (all.count - digits.count)
    return sign + laidOut(trimmed(digits), point: point)
  }

  private static func trimmed(_ digits: String) -> String {
    var digits = digits
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return digits
  }

  private static func laidOut(_ digits: String, point: Int) -> String {
    if point > 16 || point < -3 {
      let exponent = point - 1
      let magnitude = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
      let fraction = digits.count > 1 ? ".\(digits.dropFirst())" : ""
      return "\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(magnitude)"
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if digits.count <= point {
      return digits + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  /// The number that `text` spells: decimal, with or without exponent; `inf`, `+inf`, `-inf` and
  /// `nan` in any case. Text for `bool` may also be `true` or `false`.
  ///
  /// - Throws: `typeMismatch` naming the text and `dtype`.
  public static func number(_ text: String, as dtype: ElementType) throws(GraphError) -> Double {
    let word = trimmedOfSpace(text).lowercased()
    switch word {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan", "+nan", "-nan": return .nan
    case "true" where dtype == .bool: return 1
    case "false" where dtype == .bool: return 0
    default: break
    }
    let isPlain = word.utf8.allSatisfy { "0123456789+-.e".utf8.contains($0) }
    guard isPlain, let value = Double(word) else {
      throw GraphError(.typeMismatch, "the text \"\(excerpt(text))\" is no \(dtype)")
    }
    return value
  }

  /// The 64-bit integer that `text` spells, as its bits; decimals are truncated towards zero.
  ///
  /// - Throws: `typeMismatch` naming the text and `dtype`.
  public static func integer(_ text: String, as dtype: ElementType) throws(GraphError) -> Int64 {
    let word = trimmedOfSpace(text)
    if dtype == .uint64, let value = UInt64(word) { return Int64(bitPattern: value) }
    if dtype != .uint64, let value = Int64(word) { return value }
    let value = try number(text, as: dtype).rounded(.towardZero)
    if dtype == .uint64, let exact = UInt64(exactly: value) { return Int64(bitPattern: exact) }
    if dtype != .uint64, let exact = Int64(exactly: value) { return exact }
    throw GraphError(.typeMismatch, "the text \"\(excerpt(text))\" is no \(dtype)")
  }

  private static func trimmedOfSpace(_ text: String) -> String {
    let kept = text.drop(while: \.isWhitespace)
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }

  private static func excerpt(_ text: String) -> String {
    text.count > 40 ? "\(text.prefix(40))…" : text
  }
}
