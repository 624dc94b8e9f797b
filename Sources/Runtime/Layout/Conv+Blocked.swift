// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension Conv: BlockedLowerable {
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    FusedConv(conv: self).blockedForm(operands)
  }

  func convolutionLayer(_ operands: BlockedOperands) -> ConvolutionLayer? {
    FusedConv(conv: self).convolutionLayer(operands)
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    try FusedConv(conv: self).lowerBlocked(&context, operands)
  }
}

extension FusedConv: BlockedLowerable {
  /// Multiply-adds in a second on planes: of products of matrices, and channel by channel.
  private static let planeMultiplyAdds = 38e9
  private static let planeDepthwiseMultiplyAdds = 6.5e9
  private static let blockedDepthwiseMultiplyAdds = 28e9

  func blockedForm(_ operands: BlockedOperands) -> BlockedForm? {
    guard let layers = try? BlockedConvolutionLayers(self, operands) else { return nil }
    var images = layers.readsPlanes ? [] : [0]
    if hasResidual { images.append(3) }
    let multiplyAdds = Double(layers.multiplyAdds)
    if layers.isDepthwise {
      let difference =
        1 / Self.planeDepthwiseMultiplyAdds - 1 / Self.blockedDepthwiseMultiplyAdds
      return BlockedForm(images: images, secondsSaved: multiplyAdds * difference)
    }
    let algorithm = layers.layer.fastest(operands.options)
    let blocked = algorithm.estimatedSeconds(threads: 1) * Double(layers.count)
    return BlockedForm(
      images: images, secondsSaved: multiplyAdds / Self.planeMultiplyAdds - blocked)
  }

  func convolutionLayer(_ operands: BlockedOperands) -> ConvolutionLayer? {
    guard let layers = try? BlockedConvolutionLayers(self, operands), !layers.isDepthwise else {
      return nil
    }
    return layers.layer
  }

  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep? {
    guard let layers = try BlockedConvolutionLayers(self, operands) else { return nil }
    let residual = hasResidual ? context.optionalInput(3) : nil
    if layers.isDepthwise { return lowerDepthwise(&context, layers, residual) }
    let kernels = context.kernels
    let work = context.algorithms.algorithm(for: layers.layer)
    let bias = context.constant(2)
    let biasName = context.has(2) ? context.graph.name(of: context.node.inputs[2]!) : ""
    let form = "\(work.weightForm)-\(operands.lanes)-\(layers.count)+\(biasName)"
    let packedCount = work.packedCount
    let packed = context.prepared(1, form: form, count: packedCount * layers.count) {
      layers.pack($0, bias, to: $1, packedCount) { weights, bias, target in
        work.pack(weights, bias: bias, to: target, kernels)
      }
    }
    guard let packed else { return nil }
    let (x, y) = (context.input(0), context.output)
    context.needScratch(bytes: work.scratchBytes(threads: context.threads))
    let run = work.prepared(kernels)
    return LoweredStep(algorithm: work.name) { context in
      packed.withElements(of: Float.self) { weights in
        guard let weights = weights.baseAddress else { return }
        for group in 0..<layers.count {
          run(
            context, context.floats(x) + group * layers.inputGroupStride,
            weights + group * packedCount,
            residual.map { UnsafePointer(context.floats($0) + group * layers.outputGroupStride) },
            context.floats(y) + group * layers.outputGroupStride)
        }
      }
    }
  }

  private func lowerDepthwise(
    _ context: inout LoweringContext, _ layers: BlockedConvolutionLayers, _ residual: Slot?
  ) -> LoweredStep? {
    let kernels = context.kernels
    let layer = layers.layer
    let (window, lanes) = (layer.window, layer.lanes)
    let blocks = ChannelBlocks.count(layer.inputChannels, lanes: lanes)
    let taps = window.kernelHeight * window.kernelWidth
    let bias = context.constant(2)
    let biasName = context.has(2) ? context.graph.name(of: context.node.inputs[2]!) : ""
    let packedCount = blocks * lanes * (taps + 1)
    let form = "depthwise-\(lanes)+\(biasName)"
    let packed = context.prepared(1, form: form, count: packedCount) {
      layers.pack($0, bias, to: $1, packedCount) { weights, bias, target in
        kernels.packChannels(weights, target, layer.inputChannels, taps)
        let packedBias = target + blocks * lanes * taps
        packedBias.update(repeating: 0, count: blocks * lanes)
        if let bias { packedBias.update(from: bias, count: layer.inputChannels) }
      }
    }
    guard let packed else { return nil }
    let (x, y) = (context.input(0), context.output)
    let inputPlane = window.inputHeight * window.inputWidth * lanes
    let outputPlane = window.outputHeight * window.outputWidth * lanes
    return LoweredStep(algorithm: "depthwise") { run in
      packed.withElements(of: Float.self) { weights in
        guard let weights = weights.baseAddress else { return }
        let (px, py) = (run.floats(x), run.floats(y))
        let pr = residual.map(run.floats)
        run.parallel(layer.batch * blocks) { planes, _ in
          for plane in planes {
            let block = plane % blocks
            kernels.blockedDepthwise(
              px + plane * inputPlane, weights + block * taps * lanes,
              weights + (blocks * taps + block) * lanes,
              pr.map { UnsafePointer($0 + plane * outputPlane) }, py + plane * outputPlane, 1,
              layer.activation, window)
          }
        }
      }
    }
  }
}

/// A convolution as layers on blocks: one for each group, or one for all channels when it is
/// depthwise.
private struct BlockedConvolutionLayers {
  /// The layer of one group.
  let layer: ConvolutionLayer
  /// Number of groups that are layers of their own.
  let count: Int
  let isDepthwise: Bool
  /// Whether the image is read in planes: when so few channels would leave most of a block empty.
  let readsPlanes: Bool
  let multiplyAdds: Int

  /// Nil when the operands are not a convolution that works on blocks.
  init?(_ fused: FusedConv, _ operands: BlockedOperands) throws(GraphError) {
    let lanes = operands.lanes
    guard let x = operands.imageShape(0), let weights = operands.shape(1), weights.count == 4,
      operands.inputs.constant(1) != nil, operands.outputShape.count == 4,
      let function = fused.activation.kernelFunction
    else { return nil }
    if operands.inputs.has(2), operands.inputs.constant(2) == nil { return nil }
    let groups = fused.conv.groups
    let (inputs, outputs) = (x[1], weights[0])
    isDepthwise = groups > 1 && groups == inputs && groups == outputs
    count = isDepthwise ? 1 : groups
    guard
      isDepthwise || count == 1 || (inputs / groups % lanes == 0 && outputs / groups % lanes == 0)
    else { return nil }
    // Half a block of outputs or less is mostly work for nothing.
    guard isDepthwise || outputs / count > lanes / 2 else { return nil }
    readsPlanes = count == 1 && !isDepthwise && inputs < lanes / 2
    let geometry = try fused.conv.window.geometry(
      input: Array(x[2...3]), kernel: Array(weights[2...]))
    var layer = ConvolutionLayer(
      geometry, batch: x[0], inputChannels: inputs / count, outputChannels: outputs / count,
      activation: function, lanes: lanes)
    layer.readsPlanes = readsPlanes
    layer.inputImageStride =
      readsPlanes
      ? inputs * x[2] * x[3] : operands.blocks(inputs) * x[2] * x[3] * lanes
    layer.outputImageStride =
      operands.blocks(outputs) * operands.outputShape[2] * operands.outputShape[3] * lanes
    guard layer.isAddressable else { return nil }
    self.layer = layer
    multiplyAdds =
      isDepthwise
      ? layer.multiplyAdds / max(inputs, 1) : layer.multiplyAdds * count
  }

  private var lanes: Int { layer.lanes }
  /// `Float`s between the groups of an input image.
  var inputGroupStride: Int {
    ChannelBlocks.count(layer.inputChannels, lanes: lanes) * layer.window.inputHeight
      * layer.window.inputWidth * lanes
  }
  /// `Float`s between the groups of an output image.
  var outputGroupStride: Int {
    ChannelBlocks.count(layer.outputChannels, lanes: lanes) * layer.window.outputHeight
      * layer.window.outputWidth * lanes
  }

  /// Fills `size` `Float`s for each group by `body`, from the group's weights and bias.
  func pack(
    _ weights: Tensor, _ bias: Tensor?, to target: UnsafeMutablePointer<Float>, _ size: Int,
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>?, UnsafeMutablePointer<Float>) -> Void
  ) {
    let groupWeights = weights.count / count
    weights.withElements(of: Float.self) { source in
      guard let source = source.baseAddress else { return }
      func fill(_ bias: UnsafePointer<Float>?) {
        for group in 0..<count {
          body(
            source + group * groupWeights, bias.map { $0 + group * layer.outputChannels },
            target + group * size)
        }
      }
      guard let bias else { return fill(nil) }
      bias.withElements(of: Float.self) { fill($0.baseAddress) }
    }
  }
}
