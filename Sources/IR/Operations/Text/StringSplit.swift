// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Cuts each text at a delimiter.
///
/// - Inputs: `x`, `string`, any shape.
/// - Outputs: the parts, the shape of `x` with an axis for the most parts, filled up with empty
///   texts; `int64` counts, the shape of `x`.
/// - Source: ONNX `StringSplit`, opset 20.
public struct StringSplit: Operation {
  public static let opType = "StringSplit"

  /// The delimiter; empty: any run of white space, that at both ends dropped. Default empty.
  public var delimiter: String
  /// Most cuts of a text; nil or negative: all. Default nil.
  public var limit: Int?

  /// The operator.
  public init(delimiter: String = "", limit: Int? = nil) {
    (self.delimiter, self.limit) = (delimiter, limit)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [.string])
    return [
      .tensor(.string, dimensions: x.dimensions.map { $0 + [.unknown] }),
      .tensor(.int64, dimensions: x.dimensions),
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let parts = x.strings.map(split)
    let most = parts.map(\.count).max() ?? 0
    // One long text makes all rows long.
    try context.limits.check(.string, x.shape + [most])
    let padded = parts.flatMap { $0 + [String](repeating: "", count: most - $0.count) }
    return [
      .tensor(Tensor(strings: padded, shape: x.shape + [most])),
      .tensor(Tensor(parts.map { Int64($0.count) }, shape: x.shape)),
    ]
  }

  private func split(_ text: String) -> [String] {
    let most = limit.flatMap { $0 < 0 ? nil : $0 } ?? Int.max
    // Scalars, because Swift compares characters by canonical equivalence.
    let scalars = Array(text.unicodeScalars)
    let slices =
      delimiter.isEmpty
      ? Self.words(scalars, most: most)
      : Self.parts(scalars, Array(delimiter.unicodeScalars), most: most)
    return slices.map { slice in
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[slice])
      return String(part)
    }
  }

  private static func words(_ text: [Unicode.Scalar], most: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var position = 0
    while true {
      while position < text.count, text[position].properties.isWhitespace { position += 1 }
      guard position < text.count else { return result }
      guard result.count < most else { return result + [position..<text.count] }
      let start = position
      while position < text.count, !text[position].properties.isWhitespace { position += 1 }
      result.append(start..<position)
    }
  }

  private static func parts(
    _ text: [Unicode.Scalar], _ delimiter: [Unicode.Scalar], most: Int
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var (start, position) = (0, 0)
    while position + delimiter.count <= text.count, result.count < most {
      if text[position..<position + delimiter.count].elementsEqual(delimiter) {
        result.append(start..<position)
        position += delimiter.count
        start = position
      } else {
        position += 1
      }
    }
    return result + [start..<text.count]
  }
}
