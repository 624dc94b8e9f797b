// SPDX-License-Identifier: Apache-2.0
import Tensors

/// A sum of products over labelled axes, in Einstein's notation.
///
/// - Inputs: one tensor for each term of the equation, all of one numeric type; integers wrap.
///   Axes with one label have one extent, or 1.
/// - Outputs: the axes that the equation names behind `->`; without an arrow those that occur
///   once, in alphabetical order, behind those of the ellipsis.
/// - Source: ONNX `Einsum`, opset 12 (NumPy's `einsum`).
public struct Einsum: Operation {
  public static let opType = "Einsum"

  /// The equation, such as `bij,bjk->bik`; letters, `...`, `,`, `->` and spaces.
  public var equation: String

  /// The operator.
  public init(equation: String) { self.equation = equation }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let terms = try EinsumTerms(equation)
    try inputs.expect(count: terms.inputs.count...terms.inputs.count)
    let first = try inputs.tensor(0, in: ElementTypes.numeric)
    var dimensions: [[Dimension]] = []
    for index in 0..<inputs.count {
      let type = try inputs.tensor(index, in: ElementTypes.numeric)
      try type.expectType(of: first, "input \(index)")
      guard let known = type.dimensions else { return [.tensor(first.dtype, dimensions: nil)] }
      dimensions.append(known)
    }
    let layout = try terms.layout(dimensions)
    return [.tensor(first.dtype, dimensions: layout.output.map { layout.extents[$0] ?? .unknown })]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var tensors: [Tensor] = []
    for index in 0..<inputs.count { tensors.append(try inputs.tensor(index)) }
    let layout = try EinsumTerms(equation).layout(tensors.map { $0.shape.map(Dimension.fixed) })
    guard let dtype = tensors.first?.dtype else { return [] }
    let extents = layout.extents.mapValues { $0.value ?? 0 }
    let shape = layout.output.map { extents[$0] ?? 0 }
    if dtype.isInteger {
      let sums = try sum(tensors.map { $0.int64s() }, tensors, layout, extents, context, 0, 1) {
        ($0 &+ $1, $0 &* $1)
      }
      return [.tensor(Tensor(int64s: sums, dtype: dtype, shape: shape))]
    }
    let sums = try sum(tensors.map { $0.doubles() }, tensors, layout, extents, context, 0, 1) {
      ($0 + $1, $0 * $1)
    }
    return [.tensor(Tensor(doubles: sums, dtype: dtype, shape: shape))]
  }

  private func sum<Number>(
    _ values: [[Number]], _ tensors: [Tensor], _ layout: EinsumLayout,
    _ extents: [EinsumLabel: Int], _ context: EvaluationContext, _ zero: Number, _ one: Number,
    _ combine: (Number, Number) -> (sum: Number, product: Number)
  ) throws(GraphError) -> [Number] {
    let labels = layout.output + layout.summed
    let lengths = labels.map { extents[$0] ?? 0 }
    let steps = zip(tensors, layout.inputs).map { tensor, own in
      labels.map { label in
        zip(own, zip(tensor.shape, ShapeMath.strides(tensor.shape))).reduce(0) { total, axis in
          axis.0 == label && axis.1.0 != 1 ? total + axis.1.1 : total
        }
      }
    }
    _ = try checkedProduct(lengths)
    var result = [Number](
      repeating: zero, count: try checkedProduct(lengths.prefix(layout.output.count)))
    let inner = try checkedProduct(lengths.dropFirst(layout.output.count))
    guard !result.isEmpty, inner > 0 else { return result }
    var position = [Int](repeating: 0, count: labels.count)
    var offsets = [Int](repeating: 0, count: tensors.count)
    for target in result.indices {
      for step in 0..<inner {
        if step % 65536 == 0 { try context.checkDeadline() }
        var product = one
        for (operand, offset) in offsets.enumerated() {
          product = combine(product, values[operand][offset]).product
        }
        result[target] = combine(result[target], product).sum
        var axis = labels.count - 1
        while axis >= 0 {
          position[axis] += 1
          for operand in offsets.indices { offsets[operand] += steps[operand][axis] }
          if position[axis] < lengths[axis] { break }
          for operand in offsets.indices {
            offsets[operand] -= steps[operand][axis] * lengths[axis]
          }
          position[axis] = 0
          axis -= 1
        }
      }
    }
    return result
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let shapes = (0..<inputs.count).compactMap { inputs[$0]?.tensorType?.dimensions }
    guard shapes.count == inputs.count, let terms = try? EinsumTerms(equation),
      terms.inputs.count == shapes.count, let layout = try? terms.layout(shapes)
    else { return Cost() }
    let extents = layout.extents.values.compactMap(\.value)
    guard extents.count == layout.extents.count else { return Cost() }
    return Cost(multiplyAdds: ShapeMath.elementCount(extents) ?? .max)
  }
}

/// An axis of an equation.
enum EinsumLabel: Hashable {
  case letter(Character)
  /// An axis of the ellipsis, counted from its end.
  case ellipsis(Int)
}

/// Labels of all axes, with the extents that they stand for.
struct EinsumLayout {
  var inputs: [[EinsumLabel]] = []
  var output: [EinsumLabel] = []
  var summed: [EinsumLabel] = []
  var extents: [EinsumLabel: Dimension] = [:]
}

/// The terms of an equation.
struct EinsumTerms {
  /// One part of a term: a letter, or nil for the ellipsis.
  typealias Term = [Character?]
  var inputs: [Term] = []
  /// The term behind the arrow, nil without one.
  var output: Term?

  /// - Throws: `invalidAttribute` when the equation is malformed.
  init(_ equation: String) throws(GraphError) {
    let text = Array(equation.filter { $0 != " " })
    var terms: [Term] = [[]]
    var index = 0
    var sawArrow = false
    while index < text.count {
      switch text[index] {
      case "," where !sawArrow: terms.append([])
      case "-" where !sawArrow && index + 1 < text.count && text[index + 1] == ">":
        sawArrow = true
        terms.append([])
        index += 1
      case "." where text[index...].starts(with: "..."):
        guard !terms[terms.count - 1].contains(nil) else { throw Self.malformed(equation) }
        terms[terms.count - 1].append(nil)
        index += 2
      case let letter where letter.isASCII && letter.isLetter:
        terms[terms.count - 1].append(letter)
      default: throw Self.malformed(equation)
      }
      index += 1
    }
    output = sawArrow ? terms.removeLast() : nil
    inputs = terms
    if let output {
      let named = Set(inputs.joined())
      guard Set(output).count == output.count,
        output.allSatisfy({ $0 == nil || named.contains($0) })
      else { throw Self.malformed(equation) }
    }
  }

  private static func malformed(_ equation: String) -> GraphError {
    GraphError(.invalidAttribute, "\"\(equation)\" is no equation that einsum understands")
  }

  /// Puts labels to the axes of operands.
  ///
  /// - Precondition: as many operands as terms.
  /// - Throws: `shapeMismatch` when ranks or extents do not fit.
  func layout(_ operands: [[Dimension]]) throws(GraphError) -> EinsumLayout {
    var layout = EinsumLayout()
    var ellipsisRank = 0
    for (term, dimensions) in zip(inputs, operands) {
      let letters = term.count { $0 != nil }
      let rest = dimensions.count - letters
      guard rest == 0 || (rest > 0 && term.contains(nil)) else {
        throw GraphError(
          .shapeMismatch, "an operand has \(dimensions.count) axes, its term names \(letters)")
      }
      ellipsisRank = max(ellipsisRank, rest)
      let labels = Self.labels(term, ellipsis: rest)
      for (label, dimension) in zip(labels, dimensions) {
        layout.extents[label] = try Self.merge(layout.extents[label], dimension)
      }
      layout.inputs.append(labels)
    }
    if let output {
      layout.output = Self.labels(output, ellipsis: ellipsisRank)
    } else {
      let all = layout.inputs.joined()
      let once = Set(inputs.joined().compactMap(\.self)).filter { letter in
        all.count { $0 == .letter(letter) } == 1
      }
      let hasEllipsis = inputs.contains { $0.contains(nil) }
      layout.output =
        (hasEllipsis ? Self.labels([nil], ellipsis: ellipsisRank) : [])
        + once.sorted().map(EinsumLabel.letter)
    }
    for label in layout.inputs.joined()
    where !layout.output.contains(label) && !layout.summed.contains(label) {
      layout.summed.append(label)
    }
    return layout
  }

  private static func labels(_ term: Term, ellipsis rank: Int) -> [EinsumLabel] {
    term.flatMap { part in
      part.map { [.letter($0)] } ?? (0..<rank).reversed().map(EinsumLabel.ellipsis)
    }
  }

  private static func merge(_ known: Dimension?, _ other: Dimension) throws(GraphError) -> Dimension
  {
    guard let known, known != .fixed(1) else { return other }
    if other == .fixed(1) || known == other { return known }
    guard known.isCompatible(with: other) else {
      throw GraphError(.shapeMismatch, "a label stands for extents \(known) and \(other)")
    }
    return known.value != nil ? known : other.value != nil ? other : .unknown
  }
}
