// SPDX-License-Identifier: Apache-2.0
import CLAPACKE
import IR

/// A dense matrix in double precision, row-major, and what LAPACK does with it.
struct Matrix: Hashable, Sendable {
  /// Extents.
  let rows: Int
  let columns: Int
  /// Elements, row by row.
  var values: [Double]

  /// A matrix of the given elements.
  ///
  /// - Precondition: `values.count` is `rows * columns`.
  init(_ rows: Int, _ columns: Int, _ values: [Double]) {
    precondition(values.count == rows * columns)
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  /// A matrix of zeros.
  init(zeros rows: Int, _ columns: Int) {
    self.init(rows, columns, [Double](repeating: 0, count: rows * columns))
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  var transposed: Matrix {
    var result = Matrix(zeros: columns, rows)
    for row in 0..<rows {
      for column in 0..<columns {
        result.values[column * rows + row] = values[row * columns + column]
      }
    }
    return result
  }

  /// The first `count` columns.
  func prefix(columns count: Int) -> Matrix {
    var result: [Double] = []
    result.reserveCapacity(rows * count)
    for row in 0..<rows { result += values[row * columns..<row * columns + count] }
    return Matrix(rows, count, result)
  }

  /// The first `count` rows.
  func prefix(rows count: Int) -> Matrix {
    Matrix(count, columns, Array(values[..<(count * columns)]))
  }

  /// The matrix with column `i` multiplied by `factors[i]`.
  func scalingColumns(by factors: [Double]) -> Matrix {
    var result = self
    for position in result.values.indices { result.values[position] *= factors[position % columns] }
    return result
  }

  /// The matrix with row `i` multiplied by `factors[i]`.
  func scalingRows(by factors: [Double]) -> Matrix {
    var result = self
    for position in result.values.indices { result.values[position] *= factors[position / columns] }
    return result
  }

  /// The product. Complexity: O(rows × columns × other.columns).
  func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows)
    var result = Matrix(zeros: rows, other.columns)
    let (depth, width) = (columns, other.columns)
    values.withUnsafeBufferPointer { a in
      other.values.withUnsafeBufferPointer { b in
        result.values.withUnsafeMutableBufferPointer { c in
          for row in 0..<rows {
            for inner in 0..<depth {
              let factor = a[row * depth + inner]
              if factor == 0 { continue }
              for column in 0..<width {
                c[row * width + column] += factor * b[inner * width + column]
              }
            }
          }
        }
      }
    }
    return result
  }

  /// The sum of the squares of all elements.
  var squaredNorm: Double { values.reduce(0) { $0 + $1 * $1 } }

  /// Singular values, largest first, with `self = u · diag(s) · v`; `u` has one column for each of
  /// them, `v` one row.
  ///
  /// - Throws: `unsupported` when the iteration does not converge, as with elements that are NaN.
  /// - Complexity: O(rows × columns × min(rows, columns)).
  func singularValues() throws(GraphError) -> (u: Matrix, s: [Double], v: Matrix) {
    let rank = min(rows, columns)
    guard rank > 0 else { return (Matrix(zeros: rows, 0), [], Matrix(zeros: 0, columns)) }
    var copy = values
    var s = [Double](repeating: 0, count: rank)
    var u = Matrix(zeros: rows, rank)
    var v = Matrix(zeros: rank, columns)
    let status = LAPACKE_dgesdd(
      LAPACK_ROW_MAJOR, CChar(UInt8(ascii: "S")), Int32(rows), Int32(columns), &copy,
      Int32(columns), &s, &u.values, Int32(rank), &v.values, Int32(columns))
    guard status == 0 else {
      throw GraphError(
        .unsupported, "the singular values of a \(rows) × \(columns) matrix do not converge")
    }
    return (u, s, v)
  }

  /// The inverse of a symmetric positive definite matrix; nil when it is not definite.
  ///
  /// - Complexity: O(rows³).
  func inverseOfDefinite() -> Matrix? {
    guard rows > 0 else { return self }
    var result = self
    let size = Int32(rows)
    let upper = CChar(UInt8(ascii: "U"))
    guard LAPACKE_dpotrf(LAPACK_ROW_MAJOR, upper, size, &result.values, size) == 0,
      LAPACKE_dpotri(LAPACK_ROW_MAJOR, upper, size, &result.values, size) == 0
    else { return nil }
    for row in 0..<rows {
      for column in 0..<row { result[row, column] = result[column, row] }
    }
    return result
  }

  /// The solution of `self · x = b` for a symmetric positive definite matrix; nil when it is not
  /// definite.
  ///
  /// - Complexity: O(rows³).
  func solvingDefinite(_ b: [Double]) -> [Double]? {
    guard rows > 0 else { return [] }
    var copy = values
    var x = b
    let status = LAPACKE_dposv(
      LAPACK_ROW_MAJOR, CChar(UInt8(ascii: "U")), Int32(rows), Int32(b.count / rows), &copy,
      Int32(rows), &x, Int32(b.count / rows))
    return status == 0 ? x : nil
  }

  /// The least-squares solution of `self · x = b`, of least norm where there are several.
  ///
  /// - Throws: `unsupported` when the iteration does not converge.
  func leastSquares(_ b: Matrix) throws(GraphError) -> Matrix {
    precondition(b.rows == rows)
    var copy = values
    let height = max(rows, columns)
    var x = Matrix(zeros: height, b.columns)
    x.values.replaceSubrange(0..<b.values.count, with: b.values)
    var s = [Double](repeating: 0, count: min(rows, columns))
    var rank: Int32 = 0
    let status = LAPACKE_dgelsd(
      LAPACK_ROW_MAJOR, Int32(rows), Int32(columns), Int32(b.columns), &copy, Int32(columns),
      &x.values, Int32(b.columns), &s, 1e-12, &rank)
    guard status == 0 else {
      throw GraphError(.unsupported, "least squares of \(rows) × \(columns) do not converge")
    }
    return x.prefix(rows: columns)
  }
}

/// A sum of outer products of rows, kept in LAPACK's rectangular packed form.
struct OuterProducts: Sendable {
  /// Extent of the symmetric matrix.
  let size: Int
  private var packed: [Double]

  /// Zero.
  init(size: Int) {
    self.size = size
    packed = [Double](repeating: 0, count: size * (size + 1) / 2)
  }

  /// Adds the outer product of each row of `rows` with itself.
  ///
  /// - Precondition: `rows` holds rows of `size` elements.
  /// - Complexity: O(rows × size²).
  mutating func add(rows: [Double]) {
    guard size > 0, !rows.isEmpty else { return }
    let (normal, upper) = (CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "U")))
    // Rows one behind the other are the columns of a column-major matrix.
    _ = LAPACKE_dsfrk(
      LAPACK_COL_MAJOR, normal, upper, normal, Int32(size), Int32(rows.count / size), 1, rows,
      Int32(size), 1, &packed)
  }

  /// The whole matrix, multiplied by `factor`.
  func matrix(times factor: Double) -> Matrix {
    var result = Matrix(zeros: size, size)
    guard size > 0 else { return result }
    _ = LAPACKE_dtfttr(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "U")), Int32(size), packed,
      &result.values, Int32(size))
    // The upper triangle by columns is the lower one by rows.
    for row in 0..<size {
      for column in 0...row {
        let value = result[row, column] * factor
        result[row, column] = value
        result[column, row] = value
      }
    }
    return result
  }
}
