// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension Concat: BlockedLowerable {
  /// Elements that are moved to other lanes in a second.
  private static let movedElements = 4e9

  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard operands.outputShape.count == 4, concatenationAxis(rank: 4) == 1 else { return nil }
    let inputs = 0..<operands.inputs.count
    let shapes = inputs.compactMap(operands.imageShape)
    guard shapes.count == inputs.count else { return nil }
    let isAligned = shapes.dropLast().allSatisfy { $0[1] % operands.lanes == 0 }
    if operands.dtype == .uint8 {
      return BlockedForm(images: Array(inputs), secondsSaved: 0)
    }
    let elements = Double(operands.outputShape.reduce(1, *))
    return BlockedForm(
      images: Array(inputs), secondsSaved: isAligned ? 0 : -elements / Self.movedElements)
  }

  /// Channels that do not start at a block are moved lane by lane. (Where all do, the plan joins
  /// whole blocks instead.)
  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    let shapes = (0..<operands.inputs.count).compactMap(operands.imageShape)
    let output = operands.outputShape
    guard shapes.count == operands.inputs.count else { return nil }
    if operands.dtype == .uint8 { return lowerCodes(context, operands, shapes) }
    let (pixels, lanes) = (output[2] * output[3], operands.lanes)
    let outputImage = operands.blocks(output[1]) * pixels * lanes
    var pieces: [(slot: Slot, move: ChannelMove, image: Int)] = []
    var channel = 0
    for (index, shape) in shapes.enumerated() {
      pieces.append(
        (
          context.input(index),
          ChannelMove(
            channels: shape[1], inputLane: 0, outputLane: channel, pixels: pixels,
            inputBlockStride: pixels * lanes, outputBlockStride: pixels * lanes),
          operands.blocks(shape[1]) * pixels * lanes
        ))
      channel += shape[1]
    }
    let (kernels, y, moves) = (context.kernels, context.output, pieces)
    return LoweredStep(algorithm: "lanes") { run in
      let py = run.floats(y)
      for image in 0..<output[0] {
        // By pixels, since two pieces may share a block.
        run.parallel(pixels, grain: 64) { range, _ in
          for piece in moves {
            var move = piece.move
            move.pixels = range.count
            kernels.moveChannels(
              run.floats(piece.slot) + image * piece.image + range.lowerBound * lanes,
              py + image * outputImage + range.lowerBound * lanes, move)
          }
        }
      }
    }
  }
}
