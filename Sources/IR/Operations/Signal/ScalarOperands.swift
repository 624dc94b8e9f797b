// SPDX-License-Identifier: Apache-2.0
import Tensors

extension OperandTypes {
  /// The value of integer input `index`, which must hold one number; nil when omitted or not
  /// constant.
  ///
  /// - Throws: `typeMismatch`, `shapeMismatch`; `missingInput` when `isRequired`.
  func scalarInteger(
    at index: Int, named name: String, isRequired: Bool = true
  ) throws(GraphError) -> Int? {
    try expectScalar(at: index, named: name, in: ElementTypes.indices, isRequired: isRequired)
    return try integers(index)?.first
  }

  /// Checks that input `index` holds one number of the given types.
  ///
  /// - Throws: `typeMismatch`, `shapeMismatch`; `missingInput` when `isRequired`.
  func expectScalar(
    at index: Int, named name: String, in types: Set<ElementType>, isRequired: Bool = true
  ) throws(GraphError) {
    guard has(index) || isRequired else { return }
    let type = try tensor(index, in: types)
    guard type.shape.map({ ShapeMath.elementCount($0) == 1 }) ?? true else {
      throw GraphError(.shapeMismatch, "expects one number as \(name), got \(type)")
    }
  }
}

extension Operands {
  /// The number in integer input `index`, nil when omitted.
  ///
  /// - Throws: `typeMismatch`, `shapeMismatch`.
  func scalarInteger(at index: Int, named name: String) throws(GraphError) -> Int? {
    guard let values = try integers(index) else { return nil }
    guard values.count == 1 else {
      throw GraphError(.shapeMismatch, "expects one number as \(name), got \(values.count)")
    }
    return values[0]
  }
}
