// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension IntegerGemm: Lowerable {
  /// A 1 × 1 convolution whose pixels are the rows. One row of codes is blocks as it is; several are
  /// moved by blocks on their way in and out.
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (rows, depth) = (context.shape(0)[0], context.shape(0)[1])
    let outputs = context.shape(1)[0]
    guard rows > 0, depth > 0, outputs > 0, rounding.sum == nil,
      let bias = context.constant(2), let multipliers = context.constant(3)
    else { return nil }
    let kernels = context.kernels.integer
    let lanes = IntegerConvolution.blockChannels
    let conv = IntegerConv(
      window: SlidingWindow(), groups: 1, inputZeroPoint: inputZeroPoint, rounding: rounding)
    let operands = BlockedOperands(
      inputs: OperandTypes(
        [
          .tensor(.uint8, [1, depth, rows, 1]), .tensor(.int8, [outputs, depth, 1, 1]),
          .tensor(.int32, [outputs]), .tensor(.float32, [outputs]),
        ], constants: [nil] + (1...3).map { context.constant($0) }),
      outputShape: [1, outputs, rows, 1], lanes: lanes, options: context.options, dtype: .uint8)
    guard let layer = try IntegerLayer(conv, operands, kernels, mayInterleave: false),
      let part = layer.parts.first
    else { return nil }
    let convolution = part.convolution
    let names = [2, 3].map { context.node.inputs[$0].map(context.graph.name) ?? "" }
    let form =
      "rows-\(kernels.instructionSet)-\(inputZeroPoint)+\(names[0])+\(names[1])"
    let packed = context.prepared(1, form: form, count: (layer.preparedBytes + 3) / 4) {
      layer.pack($0, bias: bias, multipliers: multipliers, to: UnsafeMutableRawPointer($1), kernels)
    }
    guard let packed else { return nil }
    let (inputBlocks, outputBlocks) = ((depth + lanes - 1) / lanes, (outputs + lanes - 1) / lanes)
    let copiesInput = rows > 1 || depth % lanes != 0
    let copiesOutput = rows > 1 || outputs % lanes != 0
    let inputBytes = copiesInput ? inputBlocks * lanes * rows : 0
    let outputBytes = copiesOutput ? outputBlocks * lanes * rows : 0
    context.needScratch(
      bytes: (inputBytes + outputBytes + context.threads - 1) / context.threads + 64)
    var offsets = [Int32](repeating: 0, count: convolution.termCount)
    offsets.withUnsafeMutableBufferPointer {
      if let start = $0.baseAddress { kernels.convolutionOffsets(start, convolution) }
    }
    let (table, geometry) = (offsets, convolution)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "codes") { run in
      let scratch = UnsafeMutableRawPointer(run.scratch(task: 0))
        .assumingMemoryBound(to: UInt8.self)
      let source = UnsafePointer(run.codes(x))
      if copiesInput { copyRows(source, to: scratch, rows, depth) }
      let input = copiesInput ? UnsafePointer(scratch) : source
      let output = copiesOutput ? scratch + inputBytes : run.codes(y)
      packed.withUnsafeBytes { bytes in
        guard let weights = bytes.baseAddress else { return }
        table.withUnsafeBufferPointer { table in
          guard let offsets = table.baseAddress else { return }
          let tile = kernels.blocksPerTile
          run.parallel((outputBlocks + tile - 1) / tile) { range, _ in
            kernels.convolve(
              input, offsets, weights,
              (weights + part.biasOffset).assumingMemoryBound(to: Int32.self),
              (weights + part.multiplierOffset).assumingMemoryBound(to: Float.self), nil, output,
              geometry,
              OutputBox(
                blocks: range.lowerBound * tile..<min(range.upperBound * tile, outputBlocks),
                rows: 0..<1, columns: 0..<rows))
          }
        }
      }
      if copiesOutput {
        copyBlocks(UnsafePointer(output), to: run.codes(y), rows, outputs)
      }
    }
  }
}

/// Rows of codes to blocks `[depth / 16, rows, 16]`.
private func copyRows(
  _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ rows: Int, _ depth: Int
) {
  let lanes = IntegerConvolution.blockChannels
  for row in 0..<rows {
    for first in stride(from: 0, to: depth, by: lanes) {
      let out = target + (first / lanes * rows + row) * lanes
      let count = min(lanes, depth - first)
      out.update(from: source + (row * depth + first), count: count)
      if count < lanes { (out + count).update(repeating: 0, count: lanes - count) }
    }
  }
}

/// Blocks to rows of codes.
private func copyBlocks(
  _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ rows: Int,
  _ outputs: Int
) {
  let lanes = IntegerConvolution.blockChannels
  for row in 0..<rows {
    for first in stride(from: 0, to: outputs, by: lanes) {
      (target + (row * outputs + first)).update(
        from: source + (first / lanes * rows + row) * lanes, count: min(lanes, outputs - first))
    }
  }
}
