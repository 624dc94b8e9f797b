// SPDX-License-Identifier: Apache-2.0
import Tensors

extension EvaluationContext {
  /// Checks how much memory the members of a sequence take, counting shared memory each time.
  ///
  /// - Throws: `limitExceeded`.
  func check(members tensors: [Tensor]) throws(GraphError) {
    var total = 0
    for tensor in tensors {
      let bytes = ShapeMath.byteCount(of: tensor.dtype, elements: tensor.count) ?? Int.max
      try add(bytes, to: &total)
    }
    try checkMemberCount(tensors.count)
  }

  /// Checks the number of members of a sequence before they are made; an empty tensor takes memory
  /// too.
  ///
  /// - Throws: `limitExceeded`.
  func checkMemberCount(_ count: Int) throws(GraphError) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 256)
    guard !overflow, bytes <= limits.tensorBytes else {
      throw GraphError(
        .limitExceeded,
        "a sequence of \(count) tensors is over the limit of \(limits.tensorBytes) "
          + "bytes at 256 bytes each")
    }
  }

  /// Counts bytes of a growing result.
  ///
  /// - Throws: `limitExceeded` when the sum is over the limit of a run.
  func add(_ bytes: Int, to total: inout Int) throws(GraphError) {
    let (sum, overflow) = total.addingReportingOverflow(bytes)
    guard !overflow, sum <= limits.runBytes else {
      throw GraphError(
        .limitExceeded, "tensors of more than \(limits.runBytes) bytes, the limit of a run")
    }
    total = sum
  }
}

extension ValueType {
  /// A sequence of tensors of one element type and any shapes.
  static func sequence(of dtype: ElementType) -> ValueType {
    .sequence(TensorType(dtype, dimensions: nil))
  }
}

extension OperandTypes {
  /// The element type of the sequence at input `index`.
  ///
  /// - Throws: `missingInput`, `typeMismatch`.
  func sequence(_ index: Int) throws(GraphError) -> ElementType {
    guard let type = self[index] else {
      throw GraphError(.missingInput, "input \(index) is required and absent")
    }
    guard case .sequence(let element) = type else {
      throw GraphError(.typeMismatch, "input \(index) must be a sequence, got \(type)")
    }
    return element.dtype
  }
}

extension Operands {
  /// The position in a sequence at scalar input `index`, counted from the front.
  ///
  /// - Parameter count: Number of valid positions.
  /// - Throws: `indexOutOfRange` when it is not in `-length ..< count`.
  func position(_ index: Int, length: Int, count: Int) throws(GraphError) -> Int? {
    guard let position = try integers(index)?.first else { return nil }
    guard position >= -length, position < count else {
      throw GraphError(
        .indexOutOfRange, "position \(position) is outside a sequence of \(length)")
    }
    return position < 0 ? position + length : position
  }
}
