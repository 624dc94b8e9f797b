// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// A ``FusedConv`` of one group over two axes whose image, residual and result are blocks of
/// channels.
///
/// - Inputs: `x` `[N, ⌈C / lanes⌉, H, W, lanes]`; constant weights `[M, C, KH, KW]`; optional
///   constant bias `[M]`; with a residual, input 3, of the type of the output.
/// - Outputs: `[N, ⌈M / lanes⌉, OH, OW, lanes]`; what fills the last block is not defined.
/// - Source: no ONNX operator; the plan makes it.
struct BlockedConv: Lowerable {
  static let opType = "BlockedConv"
  /// The convolution that it is.
  let fused: FusedConv
  /// Channels in a block.
  let lanes: Int

  private func plainTypes(_ inputs: OperandTypes) throws(GraphError) -> OperandTypes {
    let x = try inputs.tensor(0, in: [.float32]).shape
    let weights = try inputs.tensor(1, in: [.float32]).shape
    guard let x, let weights, x.count == 5, weights.count == 4, x[4] == lanes,
      ChannelBlocks.count(weights[1], lanes: lanes) == x[1]
    else { throw GraphError(.shapeMismatch, "convolves blocks of \(lanes) channels") }
    return OperandTypes([
      .tensor(.float32, [x[0], weights[1], x[2], x[3]]), inputs[1], inputs[2],
    ])
  }

  func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try fused.conv.outputTypes(try plainTypes(inputs))
    guard let shape = types.first?.tensorType?.shape else {
      throw GraphError(.shapeMismatch, "convolves blocks of known shape")
    }
    return [.tensor(.float32, ChannelBlocks.packedShape(shape, lanes: lanes))]
  }

  func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let weights = try inputs.tensor(1)
    var operands: [Tensor?] = [
      ChannelBlocks.unpack(try inputs.tensor(0), channels: weights.shape[1]), weights,
      try inputs.optionalTensor(2),
    ]
    if fused.hasResidual {
      operands.append(
        ChannelBlocks.unpack(try inputs.tensor(3), channels: weights.shape[0]))
    }
    let results = try fused.evaluate(Operands(tensors: operands), in: context)
    return results.map { $0.tensor.map { .tensor(ChannelBlocks.pack($0, lanes: lanes)) } ?? $0 }
  }

  func cost(_ inputs: OperandTypes) -> Cost {
    (try? plainTypes(inputs)).map(fused.conv.cost) ?? Cost()
  }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (shape, weightShape) = (context.shape(0), context.shape(1))
    let kernels = context.kernels
    guard kernels.laneCount == lanes, let function = fused.activation.kernelFunction else {
      return nil
    }
    let window = try fused.conv.window.geometry(
      input: Array(shape[2...3]), kernel: Array(weightShape[2...]))
    let layer = ConvolutionLayer(
      window, batch: shape[0], inputChannels: weightShape[1], outputChannels: weightShape[0],
      activation: function, lanes: lanes)
    let work = layer.fastest(on: context.threads)
    let bias = context.constant(2)
    let biasName = context.has(2) ? context.graph.name(of: context.node.inputs[2]!) : ""
    let form = "\(work.weightForm)-\(lanes)+\(biasName)"
    guard
      let packed = context.prepared(1, form: form, { work.packed($0, bias: bias, kernels) })
    else { return nil }
    let (x, y) = (context.input(0), context.output)
    let residual = fused.hasResidual ? context.optionalInput(3) : nil
    context.needScratch(bytes: work.scratchBytes(threads: context.threads))
    return LoweredStep(algorithm: work.name) { run in
      packed.withElements(of: Float.self) { weights in
        guard let weights = weights.baseAddress else { return }
        work.run(
          run, kernels, x: run.floats(x), weights: weights, residual: residual.map(run.floats),
          y: run.floats(y))
      }
    }
  }
}
