// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension Concat: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.outputShape()
    let axis = concatenationAxis(rank: shape.count)
    let width = context.type(0).dtype.bitWidth / 8
    guard width > 0, shape.indices.contains(axis) else { return nil }
    let inner = shape[(axis + 1)...].reduce(1, *) * width
    let outer = shape[..<axis].reduce(1, *)
    let stride = shape[axis] * inner
    var pieces: [(slot: Slot, bytes: Int, offset: Int)] = []
    var offset = 0
    for index in context.node.inputs.indices where context.has(index) {
      let bytes = context.shape(index)[axis] * inner
      pieces.append((context.input(index), bytes, offset))
      offset += bytes
    }
    let output = context.output
    let copies = pieces
    return LoweredStep(algorithm: "copy") { run in
      let target = run.bytes(output)
      run.parallel(outer, grain: 4) { rows, _ in
        for piece in copies where piece.bytes > 0 {
          let source = run.bytes(piece.slot)
          for row in rows {
            (target + row * stride + piece.offset).copyMemory(
              from: source + row * piece.bytes, byteCount: piece.bytes)
          }
        }
      }
    }
  }
}

extension Transpose: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    let width = context.type(0).dtype.bitWidth / 8
    guard width > 0 else { return nil }
    let order = permutation ?? Array((0..<shape.count).reversed())
    let view = TransposedView(shape: shape, order: order)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    if view.runLength > 1 || view.shape.isEmpty {
      return LoweredStep(algorithm: "runs") { run in
        copyStrided(run, from: x, to: y, view, bytes: view.runLength * width)
      }
    }
    if width == 4, view.isBatchOfMatrices {
      // Output [batch, columns, rows] of input [batch, rows, columns].
      let (batch, columns, rows) = (
        view.batch, view.shape[view.shape.count - 2], view.shape[view.shape.count - 1]
      )
      return LoweredStep(algorithm: "blocked") { run in
        let (px, py) = (run.floats(x), run.floats(y))
        run.parallel(batch) { matrices, _ in
          for index in matrices {
            let offset = index * rows * columns
            kernels.transpose(px + offset, py + offset, rows, columns, columns, rows)
          }
        }
      }
    }
    return LoweredStep(algorithm: "elements") { run in
      copyStrided(run, from: x, to: y, view, bytes: width)
    }
  }
}

/// A transposed array with axes merged that stay beside each other.
struct TransposedView {
  /// Extents of the output without the contiguous run at its end.
  private(set) var shape: [Int]
  /// Elements of the input between neighbours along each axis of `shape`.
  private(set) var steps: [Int]
  /// Elements at the end that stay together.
  private(set) var runLength: Int

  init(shape input: [Int], order: [Int]) {
    let strides = ShapeMath.strides(input)
    var shape: [Int] = []
    var steps: [Int] = []
    for axis in order where input[axis] != 1 {
      if let last = steps.last, last == strides[axis] * input[axis] {
        shape[shape.count - 1] *= input[axis]
        steps[steps.count - 1] = strides[axis]
      } else {
        shape.append(input[axis])
        steps.append(strides[axis])
      }
    }
    runLength = 1
    if steps.last == 1, let run = shape.last {
      runLength = run
      shape.removeLast()
      steps.removeLast()
    }
    (self.shape, self.steps) = (shape, steps)
  }

  /// Whether the last two axes of matrices behind each other are swapped.
  var isBatchOfMatrices: Bool {
    let rank = shape.count
    guard runLength == 1, rank == 2 || rank == 3 else { return false }
    let (columns, rows) = (shape[rank - 2], shape[rank - 1])
    return steps[rank - 2] == 1 && steps[rank - 1] == columns
      && (rank == 2 || steps[0] == rows * columns)
  }

  /// Number of matrices.
  var batch: Int { shape.count == 3 ? shape[0] : 1 }
}

/// Copies pieces of `bytes` bytes from their place in `x` to consecutive places of `y`.
private func copyStrided(
  _ run: RunContext, from x: Slot, to y: Slot, _ view: TransposedView, bytes: Int
) {
  let (source, target) = (run.bytes(x), run.bytes(y))
  let rank = view.shape.count
  let count = view.shape.reduce(1, *)
  let unit = bytes / max(view.runLength, 1)
  run.parallel(count, grain: 256) { range, _ in
    for item in range {
      var (rest, offset) = (item, 0)
      for axis in stride(from: rank - 1, through: 0, by: -1) {
        offset += rest % view.shape[axis] * view.steps[axis]
        rest /= view.shape[axis]
      }
      (target + item * bytes).copyMemory(from: source + offset * unit, byteCount: bytes)
    }
  }
}
