// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension Pad: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard let width = context.elementWidth(0), let pads = context.integers(1),
      let given = context.integers(3),
      context.outputShape().allSatisfy({ $0 <= TableCopy.longestTable })
    else { return nil }
    var tables = shape.map { Array(0..<$0) }
    let axes = context.has(3) ? given : Array(shape.indices)
    for (position, axis) in axes.enumerated() {
      guard let axis = context.axis(axis, rank: shape.count) else { return nil }
      tables[axis] = table(
        extent: shape[axis], before: pads[position], after: pads[axes.count + position])
    }
    guard tables.map(\.count) == context.outputShape() else { return nil }
    let copy = TableCopy(tables, shape: shape)
    let (x, value, y) = (context.input(0), context.optionalInput(2), context.output)
    return LoweredStep(algorithm: "rows") { run in
      let fill = value.map { Elements.load(run.bytes($0), width: width) } ?? 0
      copy.copy(run, from: run.bytes(x), to: run.bytes(y), width: width, fill: fill)
    }
  }
}
