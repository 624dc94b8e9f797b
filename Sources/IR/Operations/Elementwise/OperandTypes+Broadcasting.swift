// SPDX-License-Identifier: Apache-2.0
import Tensors

extension OperandTypes {
  /// The tensor types of all inputs, which must have one element type out of `allowed`.
  ///
  /// - Throws: `missingInput`, `typeMismatch`.
  func sameTypeTensors(
    count range: ClosedRange<Int>, in allowed: Set<ElementType>
  ) throws(GraphError) -> [TensorType] {
    try expect(count: range)
    var types: [TensorType] = []
    for index in 0..<count {
      let type = try tensor(index, in: allowed)
      if let first = types.first, first.dtype != type.dtype {
        throw GraphError(
          .typeMismatch,
          "input \(index) is \(type.dtype), expected \(first.dtype) as of input 0")
      }
      types.append(type)
    }
    return types
  }
}

extension TensorType {
  /// The dimensions that `types` broadcast to, nil when a rank is unknown.
  ///
  /// An extent other than 1 decides its axis; a named dimension stays when nothing disagrees.
  ///
  /// - Throws: `shapeMismatch` naming the axis and both extents.
  /// - Source: ONNX "multidirectional broadcasting" (NumPy's rule).
  public static func broadcastDimensions(
    _ types: [TensorType]
  ) throws(GraphError) -> [Dimension]? {
    var result: [Dimension] = []
    var isKnown = true
    for type in types {
      guard let dimensions = type.dimensions else {
        isKnown = false
        continue
      }
      if dimensions.count > result.count {
        let missing = dimensions.count - result.count
        result.insert(contentsOf: repeatElement(.fixed(1), count: missing), at: 0)
      }
      let offset = result.count - dimensions.count
      for (axis, dimension) in dimensions.enumerated() {
        guard let common = broadcast(result[offset + axis], dimension) else {
          let shapes = types.map(\.description).joined(separator: ", ")
          throw GraphError(
            .shapeMismatch,
            "extents \(result[offset + axis]) and \(dimension) do not broadcast in \(shapes)")
        }
        result[offset + axis] = common
      }
    }
    return isKnown ? result : nil
  }

  private static func broadcast(_ a: Dimension, _ b: Dimension) -> Dimension? {
    switch (a, b) {
    case (.fixed(1), let other), (let other, .fixed(1)): other
    case (.fixed(let x), .fixed(let y)): x == y ? a : nil
    case (.fixed, _): a
    case (_, .fixed): b
    default: a == b ? a : .unknown
    }
  }
}

extension Tensor {
  /// The shape that both tensors broadcast to.
  ///
  /// - Throws: `shapeMismatch` when they do not.
  static func broadcastShape(_ tensors: Tensor...) throws(GraphError) -> [Int] {
    guard let shape = ShapeMath.broadcast(tensors.map(\.shape)) else {
      throw GraphError(
        .shapeMismatch,
        "shapes \(tensors.map { "\($0.shape)" }.joined(separator: ", ")) do not broadcast")
    }
    return shape
  }
}
