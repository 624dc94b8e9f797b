// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// An elementwise operator of one tensor that a kernel function computes.
protocol UnaryLowerable: Lowerable {
  /// The function, nil when there is none for the node's parameters, which must be constants.
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction?
}

extension UnaryLowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.type(0).dtype == .float32,
      let function = kernelFunction(context.graph.operandTypes(of: context.node))
    else {
      return nil
    }
    let count = context.shape(0).reduce(1, *)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "vector") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(count, grain: 4096) { range, _ in
        kernels.unary(function, px + range.lowerBound, py + range.lowerBound, range.count)
      }
    }
  }
}

extension ReLU: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { .relu }
}
extension LeakyReLU: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    UnaryFunction(.leakyReLU, alpha)
  }
}
extension HardSigmoid: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    UnaryFunction(.hardSigmoid, alpha, beta)
  }
}
extension HardSwish: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.hardSwish) }
}
extension Abs: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.absolute) }
}
extension Neg: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.negate) }
}
extension Sqrt: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.squareRoot) }
}
extension Reciprocal: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.reciprocal) }
}
extension Floor: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.floor) }
}
extension Ceil: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.ceil) }
}
extension Round: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.round) }
}
extension Exp: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.exp) }
}
extension Log: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.log) }
}
extension Sigmoid: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.sigmoid) }
}
extension Tanh: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.tanh) }
}
extension Erf: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.erf) }
}
extension Softplus: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.softplus) }
}
extension Softsign: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.softsign) }
}
extension Elu: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.elu, alpha) }
}
extension Mish: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? { UnaryFunction(.mish) }
}
extension Gelu: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    UnaryFunction(isApproximate ? .geluTanh : .gelu)
  }
}
extension Swish: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    alpha == 1 ? UnaryFunction(.silu) : nil
  }
}
extension Selu: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    UnaryFunction(.selu, alpha, gamma)
  }
}
extension Celu: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    UnaryFunction(.celu, alpha)
  }
}
extension ThresholdedReLU: UnaryLowerable {
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    UnaryFunction(.thresholdedReLU, alpha)
  }
}

/// An elementwise operator of two tensors that a kernel computes, with broadcasting.
protocol BinaryLowerable: Lowerable {
  /// The kernel's operator.
  var kernelOperator: BinaryOperator { get }
  /// The same for integers, nil when there is none.
  var integerOperator: IntegerOperator? { get }
}

extension BinaryLowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.node.inputs.count == 2 else { return nil }
    guard context.all(are: .float32) else {
      return integerOperator.flatMap { foldIntegers(context, $0) }
    }
    let plan = BroadcastPlan(context.shape(0), context.shape(1), to: context.outputShape())
    let kernels = context.kernels
    let operation = kernelOperator
    let (a, b, y) = (context.input(0), context.input(1), context.output)
    return LoweredStep(algorithm: plan.blocks.count == 1 ? "vector" : "blocks") { run in
      plan.combine(run, kernels, operation, run.floats(a), run.floats(b), run.floats(y))
    }
  }
}

extension Add: BinaryLowerable {
  var kernelOperator: BinaryOperator { .add }
  var integerOperator: IntegerOperator? { .add }
}
extension Sub: BinaryLowerable {
  var kernelOperator: BinaryOperator { .subtract }
  var integerOperator: IntegerOperator? { .subtract }
}
extension Mul: BinaryLowerable {
  var kernelOperator: BinaryOperator { .multiply }
  var integerOperator: IntegerOperator? { .multiply }
}
extension Div: BinaryLowerable {
  var kernelOperator: BinaryOperator { .divide }
  var integerOperator: IntegerOperator? { .divide }
}
extension PReLU: BinaryLowerable {
  var kernelOperator: BinaryOperator { .prelu }
  var integerOperator: IntegerOperator? { nil }
}

/// How two broadcast operands are walked: rows and columns for the kernel, and a list of blocks
/// for the axes outside of them.
struct BroadcastPlan: Sendable {
  /// Where a block starts in each buffer, in elements.
  struct Block: Sendable {
    let left: Int
    let right: Int
    let output: Int
  }

  /// Geometry of every block.
  let geometry: BinaryGeometry
  let blocks: [Block]

  init(_ left: [Int], _ right: [Int], to output: [Int]) {
    func steps(_ shape: [Int]) -> [Int] {
      let strides = ShapeMath.strides(shape)
      let offset = output.count - shape.count
      return output.indices.map { axis in
        axis < offset || shape[axis - offset] == 1 ? 0 : strides[axis - offset]
      }
    }
    // Axes that both operands walk in one go are merged, innermost first.
    var axes: [(extent: Int, left: Int, right: Int)] = []
    for (extent, (l, r)) in zip(output, zip(steps(left), steps(right))) where extent != 1 {
      if let last = axes.last, last.left == l * extent, last.right == r * extent {
        axes[axes.count - 1] = (last.extent * extent, l, r)
      } else {
        axes.append((extent, l, r))
      }
    }
    let columns = axes.popLast() ?? (1, 0, 0)
    let rows = axes.popLast() ?? (1, 0, 0)
    geometry = BinaryGeometry(
      rows: rows.extent, columns: columns.extent, leftRowStride: rows.left,
      leftColumnStride: columns.left, rightRowStride: rows.right,
      rightColumnStride: columns.right)
    let outer = axes.map(\.extent)
    let lefts = ShapeMath.stridedIndices(shape: outer, steps: axes.map(\.left))
    let rights = ShapeMath.stridedIndices(shape: outer, steps: axes.map(\.right))
    let size = rows.extent * columns.extent
    blocks = lefts.indices.map { Block(left: lefts[$0], right: rights[$0], output: $0 * size) }
  }

  /// `y = operation(a, b)`; in place with an operand that has the shape of the result.
  func combine(
    _ run: RunContext, _ kernels: KernelSet, _ operation: BinaryOperator,
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
  ) {
    for block in blocks {
      forEachPart(run) { part, row, column in
        kernels.binary(
          operation, a + block.left + row * part.leftRowStride + column * part.leftColumnStride,
          b + block.right + row * part.rightRowStride + column * part.rightColumnStride,
          y + block.output + row * geometry.columns + column, part)
      }
    }
  }

  /// Splits a block over the threads: by rows, or by columns when there is one row.
  ///
  /// - Parameter body: Takes the part's geometry, its first row and its first column.
  func forEachPart(_ run: RunContext, _ body: (BinaryGeometry, Int, Int) -> Void) {
    if geometry.rows == 1 {
      run.parallel(geometry.columns, grain: 4096) { range, _ in
        var part = geometry
        part.columns = range.count
        body(part, 0, range.lowerBound)
      }
    } else {
      run.parallel(geometry.rows, grain: max(4096 / max(geometry.columns, 1), 1)) { range, _ in
        var part = geometry
        part.rows = range.count
        body(part, range.lowerBound, 0)
      }
    }
  }
}
