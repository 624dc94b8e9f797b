// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Tensors

/// Convolution by minimal filtering: transformed tiles, a product of matrices at each point, and
/// tiles transformed back.
///
/// Either each thread takes groups of tiles through all stages, so that they stay in its
/// second-level cache, or, when the weights are larger than that, all tiles go through a stage
/// together and each thread multiplies by its own part of the weights, which are read once.
struct MinimalFiltering: ConvolutionAlgorithm {
  private let g: WinogradConvolution
  private let tiles: Int
  private let lanes: Int

  /// Whether all tiles go through each stage together.
  private let isStaged: Bool
  /// The most tiles of a group.
  private let groupTiles: Int

  /// Nil when the layer is not what the transform computes.
  init?(_ transform: WinogradTransform, _ layer: ConvolutionLayer) {
    let window = layer.window
    guard window.kernelHeight == transform.taps, window.kernelWidth == transform.taps,
      window.strideHeight == 1, window.strideWidth == 1, window.dilationHeight == 1,
      window.dilationWidth == 1
    else { return nil }
    lanes = layer.lanes
    g = WinogradConvolution(
      transform, inputChannels: layer.inputChannels, outputChannels: layer.outputChannels,
      window: window, activation: layer.activation, laneCount: layer.lanes)
    tiles = layer.batch * g.tileRows * g.tileColumns
    let points = transform.points * transform.points
    let tileBytes = points * (g.inputBlocks + g.outputBlocks) * lanes * MemoryLayout<Float>.stride
    let weightBytes =
      points * g.outputBlocks * lanes * g.inputChannels * MemoryLayout<Float>.stride
    // Half of a second-level cache of 1 MB, and a part of the third level.
    isStaged = weightBytes > 1 << 20 && tileBytes * tiles <= 16 << 20
    groupTiles = isStaged ? tiles : min(max(14, (3 << 18) / tileBytes), 28)
  }

  var name: String { "\(g.transform)" }
  var weightForm: String { "\(g.transform)" }

  private var points: Int { g.transform.points * g.transform.points }
  private var weightsPerPoint: Int { g.outputBlocks * g.inputChannels * lanes }
  private func valueCount(_ tiles: Int) -> Int {
    points * g.pointStride(blocks: g.inputBlocks, tiles: tiles)
  }
  private func productCount(_ tiles: Int) -> Int {
    points * g.pointStride(blocks: g.outputBlocks, tiles: tiles)
  }

  func scratchBytes(threads: Int) -> Int {
    let floats = valueCount(groupTiles) + productCount(groupTiles)
    // What the threads share when they go through the stages together is divided among them.
    let bytes = floats * MemoryLayout<Float>.stride
    return isStaged ? (bytes + threads - 1) / threads + 64 : bytes
  }

  func estimatedSeconds(threads: Int) -> Double {
    // A short panel of tiles does not keep the multipliers busy.
    let columns = Double(max(tiles, 6))
    let products =
      Double(points) * columns * Double(g.inputChannels) * Double(g.outputBlocks * lanes)
    let moved = Double(points) * Double(tiles) * Double((g.inputBlocks + g.outputBlocks) * lanes)
    let weightBytes = Double(points * weightsPerPoint * MemoryLayout<Float>.stride)
    let compute =
      products / MachineEstimate.multiplyAdds + moved / MachineEstimate.transformed
    return max(compute / Double(threads), weightBytes / MachineEstimate.memoryBytes)
  }

  func packed(_ weights: Tensor, bias: Tensor?, _ kernels: KernelSet) -> Tensor {
    let count = points * weightsPerPoint
    let channels = g.outputBlocks * lanes
    // Behind the weights the bias, and zeros as the bias of the products.
    return Tensor(uninitialized: .float32, shape: [count + 2 * channels]) { bytes in
      let target = bytes.bindMemory(to: Float.self)
      guard let start = target.baseAddress else { return }
      (start + count + channels).update(repeating: 0, count: channels)
      weights.withElements(of: Float.self) { source in
        guard let source = source.baseAddress else { return }
        guard let bias else {
          kernels.packWinograd(source, nil, start, start + count, g, 0, g.outputBlocks)
          return
        }
        bias.withElements(of: Float.self) { bias in
          kernels.packWinograd(
            source, bias.baseAddress, start, start + count, g, 0, g.outputBlocks)
        }
      }
    }
  }

  func run(
    _ run: RunContext, _ kernels: KernelSet, x: UnsafePointer<Float>,
    weights: UnsafePointer<Float>, residual: UnsafePointer<Float>?,
    y: UnsafeMutablePointer<Float>
  ) {
    if isStaged {
      let values = run.scratch(task: 0)
      let products = values + valueCount(tiles)
      run.parallel(g.inputBlocks) { blocks, _ in
        kernels.winogradInput(x, values, g, WinogradPart(tiles: 0..<tiles, blocks: blocks))
      }
      let unit = kernels.blocksPerTile
      run.parallel((g.outputBlocks + unit - 1) / unit) { range, _ in
        let blocks = range.lowerBound * unit..<min(range.upperBound * unit, g.outputBlocks)
        multiply(kernels, values, weights, products, tiles: tiles, blocks)
        transformOutput(
          kernels, products, weights, residual, y, WinogradPart(tiles: 0..<tiles, blocks: blocks))
      }
      return
    }
    let groups = (tiles + groupTiles - 1) / groupTiles
    // As many groups as make all threads finish together.
    let threads = run.pool.threadCount
    let count = min((groups + threads - 1) / threads * threads, tiles)
    run.parallel(count) { range, task in
      let values = run.scratch(task: task)
      let products = values + valueCount(groupTiles)
      for group in range {
        let part = tiles * group / count..<tiles * (group + 1) / count
        kernels.winogradInput(
          x, values, g, WinogradPart(tiles: part, blocks: 0..<g.inputBlocks))
        multiply(kernels, values, weights, products, tiles: part.count, 0..<g.outputBlocks)
        transformOutput(
          kernels, products, weights, residual, y,
          WinogradPart(tiles: part, blocks: 0..<g.outputBlocks))
      }
    }
  }

  /// At each point, the products of some output blocks for a panel of tiles.
  private func multiply(
    _ kernels: KernelSet, _ values: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    _ products: UnsafeMutablePointer<Float>, tiles: Int, _ blocks: Range<Int>
  ) {
    let convolution = BlockedConvolution(
      inputChannels: g.inputChannels, outputChannels: g.outputChannels, kernelHeight: 1,
      kernelWidth: 1, inputRowStride: tiles * lanes, inputBlockStride: tiles * lanes,
      outputRowStride: tiles * lanes, outputBlockStride: tiles * lanes)
    let box = OutputBox(blocks: blocks, rows: 0..<1, columns: 0..<tiles)
    let zeros = weights + points * weightsPerPoint + g.outputBlocks * lanes
    let valueStride = g.pointStride(blocks: g.inputBlocks, tiles: tiles)
    let productStride = g.pointStride(blocks: g.outputBlocks, tiles: tiles)
    for point in 0..<points {
      kernels.convolveBlocked(
        values + point * valueStride, weights + point * weightsPerPoint, zeros, nil,
        products + point * productStride, convolution, box)
    }
  }

  private func transformOutput(
    _ kernels: KernelSet, _ products: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    _ residual: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>, _ part: WinogradPart
  ) {
    let bias = weights + points * weightsPerPoint
    kernels.winogradOutput(products, bias, residual, y, g, part)
  }
}
