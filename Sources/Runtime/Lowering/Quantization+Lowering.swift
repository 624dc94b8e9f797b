// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// The constant scale and zero point of a node that has one of each, for `uint8` codes; nil for others.
private func scalars(
  _ context: LoweringContext, codes: ElementType?, blockSize: Int
) -> (scale: Float, zeroPoint: UInt8)? {
  guard blockSize == 0, codes == .uint8, let scale = context.constant(1),
    scale.dtype == .float32, scale.count == 1
  else { return nil }
  guard context.has(2) else { return (Float(scale.double(at: 0)), 0) }
  guard let zero = context.constant(2), zero.dtype == .uint8, zero.count == 1 else { return nil }
  return (Float(scale.double(at: 0)), UInt8(truncatingIfNeeded: zero.integer(at: 0)))
}

extension QuantizeLinear: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let codes = context.node.outputs[0].flatMap { context.graph.type(of: $0).tensorType?.dtype }
    guard context.type(0).dtype == .float32, precision.map({ $0 == .float32 }) ?? true,
      let (scale, zeroPoint) = scalars(context, codes: codes, blockSize: blockSize)
    else { return nil }
    let count = context.shape(0).reduce(1, *)
    let kernels = context.kernels.integer
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "vector") { run in
      let (px, py) = (run.floats(x), run.codes(y))
      run.parallel((count + 63) / 64, grain: 64) { range, _ in
        let first = range.lowerBound * 64
        kernels.quantize(
          px + first, py + first, min(range.count * 64, count - first), scale, zeroPoint)
      }
    }
  }
}

extension DequantizeLinear: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard outputType.map({ $0 == .float32 }) ?? true,
      let (scale, zeroPoint) = scalars(
        context, codes: context.type(0).dtype, blockSize: blockSize)
    else { return nil }
    let count = context.shape(0).reduce(1, *)
    let kernels = context.kernels.integer
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "vector") { run in
      let (px, py) = (run.codes(x), run.floats(y))
      run.parallel((count + 63) / 64, grain: 64) { range, _ in
        let first = range.lowerBound * 64
        kernels.dequantize(
          px + first, py + first, min(range.count * 64, count - first), scale, zeroPoint)
      }
    }
  }
}
