// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension Gemm: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerGemm(&context, self, function: .identity)
  }
}

/// The code of `y = f(alpha · op(a) · op(b) + beta · c)`; nil for other types than `float32`.
func lowerGemm(
  _ context: inout LoweringContext, _ gemm: Gemm, function: UnaryFunction
) -> LoweredStep? {
  let (shapeA, shapeB) = (context.shape(0), context.shape(1))
  guard context.all(are: .float32), shapeA.count == 2, shapeB.count == 2 else { return nil }
  let (m, k) = gemm.transposesA ? (shapeA[1], shapeA[0]) : (shapeA[0], shapeA[1])
  let n = gemm.transposesB ? shapeB[0] : shapeB[1]
  guard Matrix.fits(m, n, k) else { return nil }
  _ = Matrix.prepare
  let kernels = context.kernels
  let (a, b, y) = (context.input(0), context.input(1), context.output)
  let c = gemm.beta == 0 ? nil : context.optionalInput(2)
  let shapeC = context.has(2) ? context.shape(2) : []
  let isVector =
    c == nil || (gemm.beta == 1 && shapeC.last == n && shapeC.dropLast().allSatisfy { $0 == 1 })
  if m == 1, gemm.transposesB, gemm.alpha == 1, isVector {
    // A product with one row is as fast as its weights come from memory: a mapping of a file has
    // small pages.
    let isStreamed = context.constant(1).map { $0.isReloadable && $0.byteCount >= 1 << 20 } ?? false
    let copy =
      !isStreamed
      ? nil
      : context.prepared(1, form: "rows", count: n * k) {
        $0.moveBytes(to: $1)
      }
    return LoweredStep(algorithm: "gemv") { run in
      let (x, y, bias) = (run.floats(a), run.floats(y), c.map(run.floats))
      func multiply(_ w: UnsafePointer<Float>) {
        run.parallel(n, grain: 16) { rows, _ in
          kernels.gemv(
            w + rows.lowerBound * k, x, bias.map { $0 + rows.lowerBound }, y + rows.lowerBound,
            rows.count, k, function)
        }
      }
      guard let copy else { return multiply(run.floats(b)) }
      copy.withElements(of: Float.self) { if let w = $0.baseAddress { multiply(w) } }
    }
  }
  // Element (i, j) of c is at i · rowStride + j · columnStride.
  let rowStride = shapeC.count == 2 && shapeC[0] != 1 ? shapeC[1] : 0
  let columnStride = (shapeC.last ?? 1) == 1 ? 0 : 1
  return LoweredStep(algorithm: "sgemm") { run in
    let (pa, pb, py) = (run.floats(a), run.floats(b), run.floats(y))
    let pc = c.map(run.floats)
    let splitsColumns = n >= m
    run.parallel(splitsColumns ? n : m, grain: 16) { part, _ in
      let rows = splitsColumns ? 0..<m : part
      let columns = splitsColumns ? part : 0..<n
      let target = py + rows.lowerBound * n + columns.lowerBound
      if let pc {
        for i in rows {
          for j in columns { py[i * n + j] = gemm.beta * pc[i * rowStride + j * columnStride] }
        }
      }
      Matrix.multiply(
        m: rows.count, n: columns.count, k: k, alpha: gemm.alpha,
        a: pa + (gemm.transposesA ? rows.lowerBound : rows.lowerBound * k),
        lda: gemm.transposesA ? m : k, transposeA: gemm.transposesA,
        b: pb + (gemm.transposesB ? columns.lowerBound * k : columns.lowerBound),
        ldb: gemm.transposesB ? k : n, transposeB: gemm.transposesB, beta: pc == nil ? 0 : 1,
        c: target, ldc: n)
      if function != .identity {
        kernels.biasActivation(
          target, nil, nil, target, function,
          RowsGeometry(rows: rows.count, columns: columns.count, inputStride: n, outputStride: n))
      }
    }
  }
}

extension MatMul: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    var (shapeA, shapeB) = (context.shape(0), context.shape(1))
    guard context.all(are: .float32), !shapeA.isEmpty, !shapeB.isEmpty else { return nil }
    if shapeA.count == 1 { shapeA.insert(1, at: 0) }
    if shapeB.count == 1 { shapeB.append(1) }
    let (m, k, n) = (shapeA[shapeA.count - 2], shapeA[shapeA.count - 1], shapeB[shapeB.count - 1])
    guard Matrix.fits(m, n, k) else { return nil }
    let (batchA, batchB) = (Array(shapeA.dropLast(2)), Array(shapeB.dropLast(2)))
    guard let batch = ShapeMath.broadcast([batchA, batchB]) else { return nil }
    let offsetsA = ShapeMath.broadcastIndices(from: batchA, to: batch).map { $0 * m * k }
    let offsetsB = ShapeMath.broadcastIndices(from: batchB, to: batch).map { $0 * k * n }
    _ = Matrix.prepare
    let (a, b, y) = (context.input(0), context.input(1), context.output)
    return LoweredStep(algorithm: "sgemm") { run in
      let (pa, pb, py) = (run.floats(a), run.floats(b), run.floats(y))
      let count = offsetsA.count
      let parts = count >= run.pool.threadCount ? 1 : run.pool.threadCount
      let splitsColumns = n >= m
      let extent = splitsColumns ? n : m
      run.parallel(count * parts) { range, _ in
        for item in range {
          let (index, part) = (item / parts, item % parts)
          let span = extent * part / parts..<extent * (part + 1) / parts
          let rows = splitsColumns ? 0..<m : span
          let columns = splitsColumns ? span : 0..<n
          Matrix.multiply(
            m: rows.count, n: columns.count, k: k,
            a: pa + offsetsA[index] + rows.lowerBound * k, lda: k,
            b: pb + offsetsB[index] + columns.lowerBound, ldb: n,
            c: py + index * m * n + rows.lowerBound * n + columns.lowerBound, ldc: n)
        }
      }
    }
  }
}
