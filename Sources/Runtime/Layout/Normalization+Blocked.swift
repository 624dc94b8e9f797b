// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension LocalResponseNormalization: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard operands.imageShape(0) != nil, size / 2 <= operands.lanes else { return nil }
    return BlockedForm(images: [0], secondsSaved: 0)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    guard let shape = operands.imageShape(0) else { return nil }
    let parameters = ResponseNormalization(size: size, alpha: alpha, beta: beta, bias: bias)
    let (channels, pixels, lanes) = (shape[1], shape[2] * shape[3], operands.lanes)
    let image = operands.blocks(channels) * pixels * lanes
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "blocks") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      for index in 0..<shape[0] {
        run.parallel(pixels, grain: 64) { range, _ in
          let offset = index * image + range.lowerBound * lanes
          kernels.blockedResponseNormalization(
            px + offset, py + offset, channels, pixels * lanes, range.count, parameters)
        }
      }
    }
  }
}

extension BatchNormalization: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard !isTraining, operands.imageShape(0) != nil,
      (1...4).allSatisfy({ operands.shape($0) != nil && operands.inputs.constant($0) != nil })
    else { return nil }
    return BlockedForm(images: [0], secondsSaved: 0)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    guard let shape = operands.imageShape(0), let affine = affine(context) else { return nil }
    let lanes = operands.lanes
    let (blocks, plane) = (operands.blocks(shape[1]), shape[2] * shape[3] * lanes)
    func padded(_ values: [Float]) -> [Float] {
      values + Array(repeating: 0, count: blocks * lanes - values.count)
    }
    let (scales, shifts) = (padded(affine.scales), padded(affine.shifts))
    let (kernels, function) = (context.kernels, operands.following)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "scale-shift") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      scales.withUnsafeBufferPointer { scales in
        shifts.withUnsafeBufferPointer { shifts in
          guard let scale = scales.baseAddress, let shift = shifts.baseAddress else { return }
          run.parallel(shape[0] * blocks) { planes, _ in
            for index in planes {
              let block = index % blocks
              kernels.blockedScaleShift(
                px + index * plane, scale + block * lanes, shift + block * lanes,
                py + index * plane, function, RowsGeometry(rows: 1, columns: plane))
            }
          }
        }
      }
    }
  }
}
