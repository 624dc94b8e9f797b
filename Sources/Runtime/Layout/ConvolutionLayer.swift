// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// A convolution of one group over two axes on blocks of channels, for which there may be several
/// algorithms.
struct ConvolutionLayer: Sendable {
  let window: KernelTypes.WindowGeometry
  let batch: Int
  let inputChannels: Int
  let outputChannels: Int
  let activation: UnaryFunction
  /// Channels in a block.
  let lanes: Int
  /// Whether the image is in planes, `[N, C, H, W]`.
  var readsPlanes = false
  /// `Float`s between input images.
  var inputImageStride = 0
  /// `Float`s between output images, and between images of the residual.
  var outputImageStride = 0

  init(
    _ geometry: IR.WindowGeometry, batch: Int, inputChannels: Int, outputChannels: Int,
    activation: UnaryFunction, lanes: Int
  ) {
    // Padding that no tap reads need not be there; taps beyond it must be.
    func behind(_ axis: IR.WindowGeometry.Axis) -> Int {
      max(0, (axis.output - 1) * axis.stride + axis.extent - axis.input - axis.padBegin)
    }
    var window = geometry.plane()
    (window.padBottom, window.padRight) = (behind(geometry.axes[0]), behind(geometry.axes[1]))
    self.window = window
    (self.batch, self.inputChannels, self.outputChannels) = (batch, inputChannels, outputChannels)
    (self.activation, self.lanes) = (activation, lanes)
  }

  /// Multiply-adds of the definition.
  var multiplyAdds: Int {
    batch * window.outputHeight * window.outputWidth * window.kernelHeight * window.kernelWidth
      * inputChannels * outputChannels
  }

  /// Whether offsets within an image with its padding fit the kernels' 32 bits.
  var isAddressable: Bool {
    let height = window.padTop + window.inputHeight + window.padBottom
    let width = window.padLeft + window.inputWidth + window.padRight
    let channels = ChannelBlocks.count(inputChannels, lanes: lanes) * lanes
    guard let count = ShapeMath.elementCount([channels, height, width]) else { return false }
    return count < Int(Int32.max)
  }

  /// Every algorithm that can compute it, the definition first.
  var algorithms: [any ConvolutionAlgorithm] {
    var list: [any ConvolutionAlgorithm] = [DirectConvolution(self)]
    for transform in WinogradTransform.allCases {
      if let filtering = MinimalFiltering(transform, self) { list.append(filtering) }
    }
    return list
  }

  /// The algorithms that the options allow, the definition first.
  func allowedAlgorithms(_ options: SessionOptions) -> [any ConvolutionAlgorithm] {
    let allowed = algorithms.filter { !options.isExact || $0.isExact }
    guard let name = options.convolutionAlgorithm else { return allowed }
    return [allowed.first { $0.name == name } ?? allowed[0]]
  }

  /// The algorithm that is estimated to be the fastest of those that the options allow.
  func fastest(_ options: SessionOptions) -> any ConvolutionAlgorithm {
    let allowed = allowedAlgorithms(options)
    var best = allowed[0]
    for candidate in allowed.dropFirst()
    where candidate.estimatedSeconds(threads: options.threads)
      < best.estimatedSeconds(threads: options.threads)
    {
      best = candidate
    }
    return best
  }

  /// What decides how fast the algorithms are: taps, stride, dilation, padding, channels and sizes.
  var key: String {
    let w = window
    return "\(w.kernelHeight)x\(w.kernelWidth)/\(w.strideHeight),\(w.strideWidth)"
      + " dilation \(w.dilationHeight),\(w.dilationWidth)"
      + " pad \(w.padTop),\(w.padLeft),\(w.padBottom),\(w.padRight)"
      + " \(batch)x\(inputChannels)x\(w.inputHeight)x\(w.inputWidth)"
      + " to \(outputChannels)x\(w.outputHeight)x\(w.outputWidth)"
      + (readsPlanes ? " planes" : "")
  }
}

/// Computes a layer: `(run, input, packed weights, residual?, output)`.
typealias ConvolutionBody =
  @Sendable (
    RunContext, UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>?,
    UnsafeMutablePointer<Float>
  ) -> Void

/// A way to compute a ``ConvolutionLayer``.
protocol ConvolutionAlgorithm: Sendable {
  /// What the profile calls it.
  var name: String { get }
  /// Whether its rounding error is that of the definition.
  var isExact: Bool { get }
  /// What distinguishes its packed weights from those of others, whatever the image size.
  var weightForm: String { get }
  /// `Float`s of the packed weights and bias.
  var packedCount: Int { get }
  /// Scratch memory of each task of a parallel section.
  func scratchBytes(threads: Int) -> Int
  /// The time of a run on this kind of machine.
  func estimatedSeconds(threads: Int) -> Double
  /// Packs weights `[M, C, KH, KW]` and bias `[M]` as ``prepared(_:)`` wants them.
  func pack(
    _ weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    to packed: UnsafeMutablePointer<Float>, _ kernels: KernelSet)
  /// The code that computes the layer.
  func prepared(_ kernels: KernelSet) -> ConvolutionBody
}

/// Speeds of one core for estimates, which agree with docs/results/layers.md to a tenth for most
/// layers. Only their ratios matter.
enum MachineEstimate {
  /// Multiply-adds per second of the convolution kernels.
  static let multiplyAdds = 55e9
  /// Elements per second that a transform of minimal filtering reads or writes, times the points of
  /// the transform in each direction.
  static let transformed = 24e9
  /// Bytes per second from memory.
  static let memoryBytes = 28e9
}
