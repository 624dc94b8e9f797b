// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// `[N, C, H, W]` to blocks of channels, `[N, ⌈C / lanes⌉, H, W, lanes]`; the channels that fill
/// the last block are zero.
///
/// - Inputs: `x`, `float32` or `uint8`, rank 4.
/// - Outputs: `y`, the type of `x`.
/// - Source: no ONNX operator; the plan inserts it where layouts meet.
struct PackChannels: Lowerable {
  static let opType = "PackChannels"
  /// Channels in a block.
  let lanes: Int

  func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let x = try inputs.tensor(0, in: [.float32, .uint8])
    guard let shape = x.shape, shape.count == 4 else {
      throw GraphError(.shapeMismatch, "packs a tensor of rank 4 and known shape")
    }
    return [.tensor(x.dtype, ChannelBlocks.packedShape(shape, lanes: lanes))]
  }

  func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(ChannelBlocks.pack(try inputs.tensor(0), lanes: lanes))]
  }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    if context.type(0).dtype == .uint8 { return lowerCodes(context) }
    guard context.kernels.laneCount == lanes else { return nil }
    let (channels, pixels) = (shape[1], shape[2] * shape[3])
    let blocks = ChannelBlocks.count(channels, lanes: lanes)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "pack") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(shape[0] * blocks) { range, _ in
        for item in range {
          let (image, block) = (item / blocks, item % blocks)
          let first = block * kernels.laneCount
          kernels.packChannels(
            px + (image * channels + first) * pixels, py + item * pixels * kernels.laneCount,
            min(kernels.laneCount, channels - first), pixels)
        }
      }
    }
  }
}

/// Blocks of channels back to `[N, C, H, W]`; the inverse of ``PackChannels``.
struct UnpackChannels: Lowerable {
  static let opType = "UnpackChannels"
  /// Channels of the result.
  let channels: Int

  func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let x = try inputs.tensor(0, in: [.float32, .uint8])
    guard let shape = x.shape, shape.count == 5,
      ChannelBlocks.count(channels, lanes: shape[4]) == shape[1]
    else { throw GraphError(.shapeMismatch, "unpacks blocks of \(channels) channels") }
    return [.tensor(x.dtype, [shape[0], channels, shape[2], shape[3]])]
  }

  func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(ChannelBlocks.unpack(try inputs.tensor(0), channels: channels))]
  }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    if context.type(0).dtype == .uint8 { return lowerCodes(context) }
    guard context.kernels.laneCount == shape[4] else { return nil }
    let (blocks, pixels, channels) = (shape[1], shape[2] * shape[3], channels)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "unpack") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(shape[0] * blocks) { range, _ in
        for item in range {
          let (image, block) = (item / blocks, item % blocks)
          let first = block * kernels.laneCount
          kernels.unpackChannels(
            px + item * pixels * kernels.laneCount, py + (image * channels + first) * pixels,
            min(kernels.laneCount, channels - first), pixels)
        }
      }
    }
  }
}

/// The blocked layout in plain words: what the packing kernels do, and the shapes.
enum ChannelBlocks {
  /// Blocks that hold `channels`.
  static func count(_ channels: Int, lanes: Int) -> Int { (channels + lanes - 1) / lanes }

  /// Shape of a packed `[N, C, H, W]`.
  static func packedShape(_ shape: [Int], lanes: Int) -> [Int] {
    [shape[0], count(shape[1], lanes: lanes), shape[2], shape[3], lanes]
  }

  /// Reference form of packing.
  static func pack(_ x: Tensor, lanes: Int) -> Tensor {
    let shape = packedShape(x.shape, lanes: lanes)
    let (channels, pixels) = (x.shape[1], x.shape[2] * x.shape[3])
    var picks: [Int] = []
    for image in 0..<shape[0] {
      for block in 0..<shape[1] {
        for pixel in 0..<pixels {
          for lane in 0..<lanes {
            let channel = block * lanes + lane
            picks.append(channel < channels ? (image * channels + channel) * pixels + pixel : -1)
          }
        }
      }
    }
    return x.picking(picks, shape: shape)
  }

  /// Reference form of unpacking.
  static func unpack(_ x: Tensor, channels: Int) -> Tensor {
    let (blocks, pixels, lanes) = (x.shape[1], x.shape[2] * x.shape[3], x.shape[4])
    var picks: [Int] = []
    for image in 0..<x.shape[0] {
      for channel in 0..<channels {
        let (block, lane) = (channel / lanes, channel % lanes)
        for pixel in 0..<pixels {
          picks.append(((image * blocks + block) * pixels + pixel) * lanes + lane)
        }
      }
    }
    return x.picking(picks, shape: [x.shape[0], channels, x.shape[2], x.shape[3]])
  }
}
