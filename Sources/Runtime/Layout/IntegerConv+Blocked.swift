// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension IntegerConv: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard let layer = try? IntegerLayer(self, operands) else { return nil }
    var images = layer.isInterleaved ? [] : [0]
    if hasResidual { images.append(4) }
    return BlockedForm(images: images, secondsSaved: onlyInBlocks)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    let kernels = context.kernels.integer
    guard let layer = try IntegerLayer(self, operands, kernels),
      let bias = context.constant(2), let multipliers = context.constant(3)
    else { return nil }
    let names = [2, 3].map { context.node.inputs[$0].map(context.graph.name) ?? "" }
    let form =
      "codes-\(kernels.instructionSet)-\(groups)-\(layer.isInterleaved)-\(inputZeroPoint)"
      + "+\(names[0])+\(names[1])"
    let packed = context.prepared(1, form: form, count: (layer.preparedBytes + 3) / 4) {
      layer.pack($0, bias: bias, multipliers: multipliers, to: UnsafeMutableRawPointer($1), kernels)
    }
    guard let packed else { return nil }
    if layer.isCopied, layer.isDepthwise {
      context.needScratch(bytes: layer.inputBlockBytes + 64)
    } else if layer.isCopied {
      // The threads share one copy, so what each asks for is a part of it.
      context.needScratch(bytes: (layer.copyBytes + context.threads - 1) / context.threads + 64)
    }
    let residual = hasResidual ? context.optionalInput(4) : nil
    let body =
      layer.isDepthwise ? depthwiseBody(layer, kernels) : denseBody(layer, kernels)
    let (x, y) = (context.input(0), context.output)
    let outputImage = layer.outputBlocks * layer.outputBlockBytes
    return LoweredStep(algorithm: layer.algorithm) { run in
      packed.withUnsafeBytes { bytes in
        guard let weights = bytes.baseAddress else { return }
        for image in 0..<layer.batch {
          var input = UnsafePointer(run.codes(x) + image * layer.inputImageBytes)
          if layer.isCopied, !layer.isDepthwise {
            let copy = UnsafeMutableRawPointer(run.scratch(task: 0))
              .assumingMemoryBound(to: UInt8.self)
            layer.copy(input, to: copy, run, kernels)
            input = UnsafePointer(copy)
          }
          body(
            run, input, weights,
            residual.map { UnsafePointer(run.codes($0) + image * outputImage) },
            run.codes(y) + image * outputImage)
        }
      }
    }
  }
}

/// Computes an image: `(run, input, prepared weights, residual?, output)`.
private typealias IntegerBody =
  @Sendable (
    RunContext, UnsafePointer<UInt8>, UnsafeRawPointer, UnsafePointer<UInt8>?,
    UnsafeMutablePointer<UInt8>
  ) -> Void

extension IntegerLayer {
  /// What the profile calls it.
  fileprivate var algorithm: String {
    if isDepthwise { return "codes-depthwise" }
    if isInterleaved { return "codes-interleaved" }
    return parts.count > 1 ? "codes-grouped" : isPointwise ? "codes-1x1" : "codes"
  }
}

private func denseBody(_ layer: IntegerLayer, _ kernels: IntegerKernels) -> IntegerBody {
  let tables = layer.parts.map { part in
    let convolution = part.convolution
    return [Int32](unsafeUninitializedCapacity: convolution.termCount) { table, count in
      if let start = table.baseAddress { kernels.convolutionOffsets(start, convolution) }
      count = convolution.termCount
    }
  }
  let isPartedByChannels = layer.parts.count > 1
  return { run, input, weights, residual, output in
    func compute(_ index: Int, _ box: OutputBox) {
      let part = layer.parts[index]
      let place = part.firstOutput / IntegerConvolution.blockChannels * layer.outputBlockBytes
      tables[index].withUnsafeBufferPointer { table in
        guard let offsets = table.baseAddress else { return }
        kernels.convolve(
          input, offsets, weights + part.offset,
          (weights + part.biasOffset).assumingMemoryBound(to: Int32.self),
          (weights + part.multiplierOffset).assumingMemoryBound(to: Float.self),
          residual.map { $0 + place }, output + place, part.convolution, box)
      }
    }
    if isPartedByChannels {
      run.parallel(layer.parts.count) { range, _ in
        for index in range {
          let blocks = 0..<layer.parts[index].convolution.outputBlocks
          compute(
            index,
            OutputBox(blocks: blocks, rows: 0..<layer.rows, columns: 0..<layer.columns))
        }
      }
    } else {
      forEachBox(layer, run, kernels) { compute(0, $0) }
    }
  }
}

/// One box of the output for each thread: of rows or pixels where there are many, else of channels,
/// so that each thread reads its own part of the weights.
private func forEachBox(
  _ layer: IntegerLayer, _ run: RunContext, _ kernels: IntegerKernels, _ body: (OutputBox) -> Void
) {
  let tile = kernels.blocksPerTile
  let blocks = layer.outputBlocks
  let tiles = (blocks + tile - 1) / tile
  let threads = run.pool.threadCount
  let (rows, columns) = (layer.rows, layer.columns)
  if tiles >= threads, tiles % threads == 0 || tiles >= 8 * threads || rows * columns < 64 {
    run.parallel(tiles) { range, _ in
      body(
        OutputBox(
          blocks: range.lowerBound * tile..<min(range.upperBound * tile, blocks),
          rows: 0..<rows, columns: 0..<columns))
    }
  } else if layer.isPointwise {
    run.parallel(columns, grain: 14) { range, _ in
      body(OutputBox(blocks: 0..<blocks, rows: 0..<1, columns: range))
    }
  } else {
    run.parallel(rows) { range, _ in
      body(OutputBox(blocks: 0..<blocks, rows: range, columns: 0..<columns))
    }
  }
}

private func depthwiseBody(_ layer: IntegerLayer, _ kernels: IntegerKernels) -> IntegerBody {
  let lanes = IntegerConvolution.blockChannels
  let taps = layer.window.kernelHeight * layer.window.kernelWidth
  let channels = layer.outputBlocks * lanes
  let convolution = layer.convolution(firstInput: 0, inputs: lanes, outputs: lanes)
  return { run, input, weights, residual, output in
    let factors = weights.assumingMemoryBound(to: Int32.self)
    let multipliers = (weights + 4 * channels * (taps + 1)).assumingMemoryBound(to: Float.self)
    run.parallel(layer.outputBlocks) { range, task in
      let copy = UnsafeMutableRawPointer(run.scratch(task: task))
        .assumingMemoryBound(to: UInt8.self)
      for block in range {
        let place = block * layer.outputBlockBytes
        let plane = input + block * layer.inputPlaneBytes
        func compute(_ image: UnsafePointer<UInt8>, _ rows: Range<Int>) {
          kernels.depthwise(
            image, factors + block * taps * lanes, factors + (channels * taps + block * lanes),
            multipliers + block * lanes, residual.map { $0 + place }, output + place, convolution,
            rows)
        }
        if layer.isCopied {
          layer.forEachBand(plane, paddedTo: copy, kernels) { compute(UnsafePointer(copy), $0) }
        } else {
          compute(plane, 0..<layer.window.outputHeight)
        }
      }
    }
  }
}
