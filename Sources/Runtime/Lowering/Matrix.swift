// SPDX-License-Identifier: Apache-2.0
import CBLAS

/// Single-precision matrix products through CBLAS, one thread a call; the caller splits the work.
enum Matrix {
  /// Holds OpenBLAS to the calling thread, once in a process.
  static let prepare: Void = openblas_set_num_threads(1)

  /// `c = alpha · op(a) · op(b) + beta · c`, all row-major.
  ///
  /// - Parameters:
  ///   - m: Rows of `op(a)` and `c`.
  ///   - n: Columns of `op(b)` and `c`.
  ///   - k: Columns of `op(a)`, rows of `op(b)`.
  ///   - lda: Elements between rows of `a` as it lies in memory; `ldb`, `ldc` likewise.
  static func multiply(
    m: Int, n: Int, k: Int, alpha: Float = 1, a: UnsafePointer<Float>, lda: Int,
    transposeA: Bool = false, b: UnsafePointer<Float>, ldb: Int, transposeB: Bool = false,
    beta: Float = 0, c: UnsafeMutablePointer<Float>, ldc: Int
  ) {
    guard m > 0, n > 0 else { return }
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans,
      transposeB ? CblasTrans : CblasNoTrans, blasint(m), blasint(n), blasint(k), alpha, a,
      blasint(max(lda, 1)), b, blasint(max(ldb, 1)), beta, c, blasint(max(ldc, 1)))
  }

  /// Whether every extent fits the integers of the BLAS.
  static func fits(_ extents: Int...) -> Bool {
    extents.allSatisfy { $0 >= 0 && $0 <= Int(blasint.max) }
  }
}
