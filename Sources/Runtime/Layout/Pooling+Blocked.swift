// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// Taps that a pool on planes folds in a second less what it folds on blocks, as a difference of
/// times.
private let secondsSavedPerTap = 1 / 4e9 - 1 / 14e9

private func poolForm(_ operands: BlockedOperands, taps: Int) -> BlockedForm? {
  guard operands.imageShape(0) != nil, operands.outputShape.count == 4 else { return nil }
  if operands.dtype == .uint8 { return BlockedForm(images: [0], secondsSaved: onlyInBlocks) }
  let outputs = operands.outputShape.reduce(1, *)
  return BlockedForm(
    images: [0], secondsSaved: Double(outputs) * Double(taps) * secondsSavedPerTap)
}

private func lowerPool(
  _ context: LoweringContext, _ operands: BlockedOperands, _ window: KernelTypes.WindowGeometry,
  _ kernel:
    @escaping @Sendable (
      UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int, KernelTypes.WindowGeometry
    ) -> Void
) -> LoweredStep {
  let shape = context.shape(0)
  let planes = shape[0] * shape[1]
  let inputPlane = window.inputHeight * window.inputWidth * operands.lanes
  let outputPlane = window.outputHeight * window.outputWidth * operands.lanes
  let (x, y) = (context.input(0), context.output)
  return LoweredStep(algorithm: "blocks") { run in
    let (px, py) = (run.floats(x), run.floats(y))
    run.parallel(planes) { range, _ in
      kernel(
        px + range.lowerBound * inputPlane, py + range.lowerBound * outputPlane, range.count,
        window)
    }
  }
}

private func geometry(
  _ window: SlidingWindow, _ kernel: [Int], _ operands: BlockedOperands, countsPadding: Bool = false
) throws(GraphError) -> KernelTypes.WindowGeometry {
  let shape = operands.imageShape(0) ?? []
  let geometry = try window.geometry(input: Array(shape.dropFirst(2)), kernel: kernel)
  return geometry.plane(countsPadding: countsPadding)
}

/// The window over a whole plane.
private func wholePlane(_ operands: BlockedOperands) -> KernelTypes.WindowGeometry {
  let shape = operands.imageShape(0) ?? [1, 1, 1, 1]
  return KernelTypes.WindowGeometry(
    inputHeight: shape[2], inputWidth: shape[3], outputHeight: 1, outputWidth: 1,
    kernelHeight: shape[2], kernelWidth: shape[3])
}

extension MaxPool: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    kernel.count == 2 ? poolForm(operands, taps: kernel.reduce(1, *)) : nil
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    let window = try geometry(window, kernel, operands)
    if operands.dtype == .uint8 {
      return lowerCodePool(context, operands, window, context.kernels.integer.maxPool)
    }
    return lowerPool(context, operands, window, context.kernels.blockedMaxPool)
  }
}

extension AveragePool: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    kernel.count == 2 ? poolForm(operands, taps: kernel.reduce(1, *)) : nil
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    lowerPool(
      context, operands,
      try geometry(window, kernel, operands, countsPadding: countsPadding),
      context.kernels.blockedAveragePool)
  }
}

extension GlobalMaxPool: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    if operands.dtype != .float32 { return nil }
    return poolForm(operands, taps: operands.imageShape(0).map { $0[2] * $0[3] } ?? 0)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    lowerPool(context, operands, wholePlane(operands), context.kernels.blockedMaxPool)
  }
}

extension GlobalAveragePool: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    poolForm(operands, taps: operands.imageShape(0).map { $0[2] * $0[3] } ?? 0)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    lowerPool(context, operands, wholePlane(operands), context.kernels.blockedAveragePool)
  }
}
