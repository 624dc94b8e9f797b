// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Element types of matrix products.
let matrixTypes = ElementTypes.floats.union([.int32, .int64, .uint32, .uint64])

/// One matrix inside a block of elements.
struct MatrixView {
  /// Element number of the first element.
  var start: Int
  /// Elements from one row to the next.
  var rowStep: Int
  /// Elements from one column to the next.
  var columnStep: Int
}

/// Adds the products of `rows × depth` by `depth × columns` matrices to a row-major result.
///
/// - Parameter add: `sum + a * b` in the arithmetic of the element type.
func addMatrixProduct<Number>(
  _ a: [Number], _ aView: MatrixView, _ b: [Number], _ bView: MatrixView,
  rows: Int, depth: Int, columns: Int, to result: inout [Number], at start: Int,
  _ add: (_ sum: Number, _ a: Number, _ b: Number) -> Number
) {
  for row in 0..<rows {
    let target = start + row * columns
    for inner in 0..<depth {
      let factor = a[aView.start + row * aView.rowStep + inner * aView.columnStep]
      let source = bView.start + inner * bView.rowStep
      for column in 0..<columns {
        let other = b[source + column * bView.columnStep]
        result[target + column] = add(result[target + column], factor, other)
      }
    }
  }
}
