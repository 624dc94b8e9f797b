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
  private var g: WinogradConvolution
  private let tiles: Int
  private let lanes: Int

  /// Whether all tiles go through each stage together.
  private let isStaged: Bool

  /// Nil when the layer is not what the transform computes.
  init?(_ transform: WinogradTransform, _ layer: ConvolutionLayer) {
    let window = layer.window
    guard !layer.readsPlanes, window.kernelHeight == transform.taps,
      window.kernelWidth == transform.taps,
      window.strideHeight == transform.stride, window.strideWidth == transform.stride,
      window.dilationHeight == 1,
      window.dilationWidth == 1
    else { return nil }
    lanes = layer.lanes
    g = WinogradConvolution(
      transform, inputChannels: layer.inputChannels, outputChannels: layer.outputChannels,
      window: window, activation: layer.activation, panelTiles: 0, laneCount: layer.lanes)
    g.inputImageStride = layer.inputImageStride
    g.outputImageStride = layer.outputImageStride
    tiles = layer.batch * g.tileRows * g.tileColumns
    let points = transform.points * transform.points
    let tileBytes = points * (g.inputBlocks + g.outputBlocks) * lanes * MemoryLayout<Float>.stride
    let weightBytes =
      transform.weightPoints * transform.weightPoints * g.outputBlocks * lanes * g.inputChannels
      * MemoryLayout<Float>.stride
    // Half of a second-level cache of 1 MB, and a part of the third level.
    isStaged = weightBytes > 1 << 20 && tileBytes * tiles <= 16 << 20
    g.panelTiles = isStaged ? tiles : min(max(14, (3 << 18) / tileBytes), 28, tiles)
  }

  var name: String { "\(g.transform)" }
  /// Sums of two and three numbers lose nothing that counts.
  var isExact: Bool { g.transform == .f2x3 }
  var weightForm: String { "\(g.transform)" }

  private var points: Int { g.transform.points * g.transform.points }
  /// `Float`s of all transformed weights.
  private var weightCount: Int {
    g.transform.weightPoints * g.transform.weightPoints * weightsPerPoint
  }
  private var weightsPerPoint: Int { g.outputBlocks * g.inputChannels * lanes }
  /// `Float`s of the values, and of the products, of a panel.
  private var valueCount: Int { points * g.pointStride(blocks: g.inputBlocks) }
  private var productCount: Int { points * g.pointStride(blocks: g.outputBlocks) }

  func scratchBytes(threads: Int) -> Int {
    let floats = valueCount + productCount
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
    // The operations for each element grow with the size of the transform.
    let transforms = moved * Double(g.transform.points) / MachineEstimate.transformed
    let compute = products / MachineEstimate.multiplyAdds + transforms
    let weightBytes = Double(weightCount * MemoryLayout<Float>.stride)
    return compute / Double(threads) + weightBytes / MachineEstimate.memoryBytes
  }

  // Behind the weights the bias, and zeros as the bias of the products.
  var packedCount: Int { weightCount + 2 * g.outputBlocks * lanes }

  func pack(
    _ weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    to packed: UnsafeMutablePointer<Float>, _ kernels: KernelSet
  ) {
    let packedBias = packed + weightCount
    kernels.packWinograd(weights, bias, packed, packedBias, g, 0, g.outputBlocks)
    (packedBias + g.outputBlocks * lanes).update(repeating: 0, count: g.outputBlocks * lanes)
  }

  func prepared(_ kernels: KernelSet) -> ConvolutionBody {
    var offsets = [Int32](repeating: 0, count: g.inputChannels)
    offsets.withUnsafeMutableBufferPointer {
      if let start = $0.baseAddress { kernels.convolutionOffsets(start, g.product) }
    }
    let table = offsets
    // Points with the same weights behind each other.
    let order = (0..<points).sorted { (g.weightIndex($0), $0) < (g.weightIndex($1), $1) }
    return { run, x, weights, residual, y in
      table.withUnsafeBufferPointer { table in
        guard let offsets = table.baseAddress else { return }
        self.run(run, kernels, offsets, order, x: x, weights: weights, residual: residual, y: y)
      }
    }
  }

  private func run(
    _ run: RunContext, _ kernels: KernelSet, _ offsets: UnsafePointer<Int32>, _ order: [Int],
    x: UnsafePointer<Float>, weights: UnsafePointer<Float>, residual: UnsafePointer<Float>?,
    y: UnsafeMutablePointer<Float>
  ) {
    if isStaged {
      let values = run.scratch(task: 0)
      let products = values + valueCount
      run.parallel(g.inputBlocks) { blocks, _ in
        kernels.winogradInput(x, values, g, WinogradPart(tiles: 0..<tiles, blocks: blocks))
      }
      let unit = kernels.blocksPerTile
      run.parallel((g.outputBlocks + unit - 1) / unit) { range, _ in
        let blocks = range.lowerBound * unit..<min(range.upperBound * unit, g.outputBlocks)
        multiply(kernels, offsets, order, values, weights, products, tiles: tiles, blocks)
        transformOutput(
          kernels, products, weights, residual, y, WinogradPart(tiles: 0..<tiles, blocks: blocks))
      }
      return
    }
    let groups = (tiles + g.panelTiles - 1) / g.panelTiles
    // As many groups as make all threads finish together.
    let threads = run.pool.threadCount
    let count = min((groups + threads - 1) / threads * threads, tiles)
    run.parallel(count) { range, task in
      let values = run.scratch(task: task)
      let products = values + valueCount
      for group in range {
        let part = tiles * group / count..<tiles * (group + 1) / count
        kernels.winogradInput(
          x, values, g, WinogradPart(tiles: part, blocks: 0..<g.inputBlocks))
        multiply(
          kernels, offsets, order, values, weights, products, tiles: part.count, 0..<g.outputBlocks)
        transformOutput(
          kernels, products, weights, residual, y,
          WinogradPart(tiles: part, blocks: 0..<g.outputBlocks))
      }
    }
  }

  /// At each point, the products of some output blocks for a panel of tiles.
  private func multiply(
    _ kernels: KernelSet, _ offsets: UnsafePointer<Int32>, _ order: [Int],
    _ values: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    _ products: UnsafeMutablePointer<Float>, tiles: Int, _ blocks: Range<Int>
  ) {
    let box = OutputBox(blocks: blocks, rows: 0..<1, columns: 0..<tiles)
    let zeros = weights + weightCount + g.outputBlocks * lanes
    let valueStride = g.pointStride(blocks: g.inputBlocks)
    let productStride = g.pointStride(blocks: g.outputBlocks)
    for point in order {
      kernels.convolveBlocked(
        values + point * valueStride, offsets, weights + g.weightIndex(point) * weightsPerPoint,
        zeros, nil,
        products + point * productStride, g.product, box)
    }
  }

  private func transformOutput(
    _ kernels: KernelSet, _ products: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    _ residual: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>, _ part: WinogradPart
  ) {
    let bias = weights + weightCount
    kernels.winogradOutput(products, bias, residual, y, g, part)
  }
}
