// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// Seconds that stand for "as much as it takes": there is no other code.
let onlyInBlocks = 1.0

extension PackChannels {
  /// The step for codes.
  func lowerCodes(_ context: LoweringContext) -> LoweredStep? {
    let shape = context.shape(0)
    guard lanes == IntegerConvolution.blockChannels else { return nil }
    let (channels, pixels, lanes) = (shape[1], shape[2] * shape[3], lanes)
    let blocks = ChannelBlocks.count(channels, lanes: lanes)
    let kernels = context.kernels.integer
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "pack-codes") { run in
      let (px, py) = (run.codes(x), run.codes(y))
      run.parallel(shape[0] * blocks) { range, _ in
        for item in range {
          let (image, block) = (item / blocks, item % blocks)
          let first = block * lanes
          kernels.packChannels(
            px + (image * channels + first) * pixels, py + item * pixels * lanes,
            min(lanes, channels - first), pixels)
        }
      }
    }
  }
}

extension UnpackChannels {
  /// The step for codes.
  func lowerCodes(_ context: LoweringContext) -> LoweredStep? {
    let shape = context.shape(0)
    let lanes = shape[4]
    guard lanes == IntegerConvolution.blockChannels else { return nil }
    let (blocks, pixels, channels) = (shape[1], shape[2] * shape[3], channels)
    let kernels = context.kernels.integer
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "unpack-codes") { run in
      let (px, py) = (run.codes(x), run.codes(y))
      run.parallel(shape[0] * blocks) { range, _ in
        for item in range {
          let (image, block) = (item / blocks, item % blocks)
          let first = block * lanes
          kernels.unpackChannels(
            px + item * pixels * lanes, py + (image * channels + first) * pixels,
            min(lanes, channels - first), pixels)
        }
      }
    }
  }
}

extension Concat {
  /// Joins codes whose channels do not start at a block: lane by lane.
  func lowerCodes(
    _ context: LoweringContext, _ operands: BlockedOperands, _ shapes: [[Int]]
  ) -> LoweredStep {
    let output = operands.outputShape
    let (pixels, lanes) = (output[2] * output[3], operands.lanes)
    let outputImage = operands.blocks(output[1]) * pixels * lanes
    let pieces = shapes.indices.map { index in
      (
        slot: context.input(index), channels: shapes[index][1],
        first: shapes[..<index].reduce(0) { $0 + $1[1] },
        image: operands.blocks(shapes[index][1]) * pixels * lanes
      )
    }
    let y = context.output
    return LoweredStep(algorithm: "lanes") { run in
      let py = run.codes(y)
      for image in 0..<output[0] {
        // By pixels, since two pieces may share a block.
        run.parallel(pixels, grain: 64) { range, _ in
          for piece in pieces {
            let source = run.codes(piece.slot) + image * piece.image
            let target = py + image * outputImage
            for channel in 0..<piece.channels {
              let (from, to) = (channel, piece.first + channel)
              let input = source + (from / lanes * pixels * lanes + from % lanes)
              let result = target + (to / lanes * pixels * lanes + to % lanes)
              for pixel in range { result[pixel * lanes] = input[pixel * lanes] }
            }
          }
        }
      }
    }
  }
}

/// The step of a pool of codes in blocks.
func lowerCodePool(
  _ context: LoweringContext, _ operands: BlockedOperands, _ window: KernelTypes.WindowGeometry,
  _ kernel:
    @escaping @Sendable (
      UnsafePointer<UInt8>, UnsafeMutablePointer<UInt8>, Int, KernelTypes.WindowGeometry
    ) -> Void
) -> LoweredStep {
  let shape = context.shape(0)
  let planes = shape[0] * shape[1]
  let inputPlane = window.inputHeight * window.inputWidth * operands.lanes
  let outputPlane = window.outputHeight * window.outputWidth * operands.lanes
  let (x, y) = (context.input(0), context.output)
  return LoweredStep(algorithm: "codes") { run in
    let (px, py) = (run.codes(x), run.codes(y))
    run.parallel(planes) { range, _ in
      kernel(
        px + range.lowerBound * inputPlane, py + range.lowerBound * outputPlane, range.count,
        window)
    }
  }
}

extension IntegerAveragePool: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard operands.imageShape(0) != nil, operands.outputShape.count == 4,
      kernel.isEmpty || kernel.count == 2
    else { return nil }
    return BlockedForm(images: [0], secondsSaved: onlyInBlocks)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    guard let shape = operands.imageShape(0) else { return nil }
    let extents = Array(shape[2...])
    let pool = pool(over: extents)
    let window = try pool.window.geometry(input: extents, kernel: pool.kernel)
      .plane(countsPadding: countsPadding)
    let average = IntegerAverage(
      inputZeroPoint: inputZeroPoint, inputScale: inputScale, scale: scale, zeroPoint: zeroPoint,
      countsPadding: countsPadding)
    let kernel = context.kernels.integer.averagePool
    return lowerCodePool(context, operands, window) { x, y, planes, window in
      kernel(x, y, planes, average, window)
    }
  }
}

extension CodeSum {
  /// The numbers that kernels take.
  func requantization() -> Requantization {
    var result = Requantization(low: 0, high: 0, zeroPoint: zeroPoint)
    result.hasSecondStage = true
    result.ownScale = ownScale
    result.residualScale = residualScale ?? 0
    result.residualZeroPoint = residualZeroPoint
    result.sumLow = Float(Int(low) - Int(zeroPoint))
    result.sumHigh = Float(Int(high) - Int(zeroPoint))
    return result
  }
}

extension CodeRounding {
  /// The numbers that kernels take.
  func requantization() -> Requantization {
    var result = sum?.requantization() ?? Requantization(low: 0, high: 0, zeroPoint: zeroPoint)
    result.low = Float(Int(low) - Int(zeroPoint))
    result.high = Float(Int(high) - Int(zeroPoint))
    result.ownZeroPoint = zeroPoint
    return result
  }
}

extension IntegerAdd: Lowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let count = context.shape(0).reduce(1, *)
    let kernels = context.kernels.integer
    let (zeroPoint, requantization) = (zeroPoint, sum.requantization())
    let residual = sum.residualScale == nil ? nil : context.optionalInput(1)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "codes") { run in
      let (px, py) = (run.codes(x), run.codes(y))
      let pr = residual.map(run.codes)
      run.parallel((count + 63) / 64, grain: 64) { range, _ in
        let first = range.lowerBound * 64
        kernels.combine(
          px + first, zeroPoint, pr.map { UnsafePointer($0 + first) }, py + first,
          min(range.count * 64, count - first), requantization)
      }
    }
  }
}

extension IntegerScaleShift: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard operands.imageShape(0) != nil, operands.outputShape.count == 4,
      operands.inputs.constant(1) != nil, operands.inputs.constant(2) != nil
    else { return nil }
    return BlockedForm(images: [0], secondsSaved: onlyInBlocks)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    guard let shape = operands.imageShape(0), let scales = context.constant(1),
      let shifts = context.constant(2)
    else { return nil }
    let (blocks, pixels) = (operands.blocks(shape[1]), shape[2] * shape[3])
    let lanes = operands.lanes
    // A number for each lane of each block.
    let filled = [scales, shifts].map { tensor -> [Float] in
      let numbers = tensor.array(of: Float.self)
      return numbers + [Float](repeating: 0, count: blocks * lanes - numbers.count)
    }
    let (factors, offsets) = (filled[0], filled[1])
    let kernel = context.kernels.integer.scaleShift
    let (zeroPoint, requantization) = (inputZeroPoint, rounding.requantization())
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "codes") { run in
      let (px, py) = (run.codes(x), run.codes(y))
      factors.withUnsafeBufferPointer { factors in
        offsets.withUnsafeBufferPointer { offsets in
          guard let scales = factors.baseAddress, let shifts = offsets.baseAddress else { return }
          run.parallel(shape[0] * blocks) { range, _ in
            for item in range {
              let (place, first) = (item * pixels * lanes, item % blocks * lanes)
              kernel(
                px + place, scales + first, shifts + first, py + place, pixels, zeroPoint,
                requantization)
            }
          }
        }
      }
    }
  }
}

extension CodeTable: Lowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let count = context.shape(0).reduce(1, *)
    let kernels = context.kernels.integer
    let (x, table, y) = (context.input(0), context.input(1), context.output)
    return LoweredStep(algorithm: "table") { run in
      let (px, py, entries) = (run.codes(x), run.codes(y), run.codes(table))
      run.parallel((count + 63) / 64, grain: 64) { range, _ in
        let first = range.lowerBound * 64
        kernels.lookUp(
          px + first, entries, py + first, min(range.count * 64, count - first))
      }
    }
  }
}
