// SPDX-License-Identifier: Apache-2.0
import KernelTypes

/// A layer by minimal filtering: groups of tiles go through all three stages, as in the runtime.
private struct FilteringCase {
  private var g: WinogradConvolution
  private let tiles: Int
  private let kernels: KernelSet
  private let (input, output, values, products): (Floats, Floats, Floats, Floats)
  private let (packed, bias): (Floats, Floats)
  private var offsets: [Int32]

  init(_ transform: WinogradTransform, from: Int, to: Int, size: Int, _ kernels: KernelSet) {
    self.kernels = kernels
    let pad = transform.taps / 2
    let window = WindowGeometry(
      inputHeight: size, inputWidth: size, outputHeight: size, outputWidth: size,
      kernelHeight: transform.taps, kernelWidth: transform.taps, padTop: pad, padLeft: pad,
      padBottom: pad, padRight: pad)
    g = WinogradConvolution(
      transform, inputChannels: from, outputChannels: to, window: window, activation: .relu,
      panelTiles: 0, laneCount: kernels.laneCount)
    tiles = g.tileRows * g.tileColumns
    let points = transform.points * transform.points
    let tileBytes = points * (g.inputBlocks + g.outputBlocks) * kernels.laneCount * 4
    // Values and products of a group stay in a second-level cache of 1 MB.
    g.panelTiles = min(max(14, (3 << 18) / tileBytes), 28, tiles)
    input = Floats(g.inputImageStride)
    output = Floats(g.outputImageStride)
    values = Floats(points * g.pointStride(blocks: g.inputBlocks))
    products = Floats(points * g.pointStride(blocks: g.outputBlocks))
    packed = Floats(points * g.outputBlocks * kernels.laneCount * from)
    bias = Floats(g.outputBlocks * kernels.laneCount)
    let weights = Floats(to * from * transform.taps * transform.taps)
    kernels.packWinograd(
      weights.pointer, nil, packed.pointer, bias.pointer, g, 0, g.outputBlocks)
    offsets = [Int32](repeating: 0, count: from)
    kernels.convolutionOffsets(&offsets, g.product)
  }

  private func run(withTransforms: Bool) {
    let points = g.transform.points * g.transform.points
    let weightsPerPoint = g.outputBlocks * g.inputChannels * g.laneCount
    for first in stride(from: 0, to: tiles, by: g.panelTiles) {
      let range = first..<min(first + g.panelTiles, tiles)
      if withTransforms {
        kernels.winogradInput(
          input.pointer, values.pointer, g, WinogradPart(tiles: range, blocks: 0..<g.inputBlocks))
      }
      let box = OutputBox(blocks: 0..<g.outputBlocks, rows: 0..<1, columns: 0..<range.count)
      for point in 0..<points {
        kernels.convolveBlocked(
          values.pointer + point * g.pointStride(blocks: g.inputBlocks), offsets,
          packed.pointer + point * weightsPerPoint, bias.pointer, nil,
          products.pointer + point * g.pointStride(blocks: g.outputBlocks), g.product, box)
      }
      if withTransforms {
        kernels.winogradOutput(
          products.pointer, bias.pointer, nil, output.pointer, g,
          WinogradPart(tiles: range, blocks: 0..<g.outputBlocks))
      }
    }
  }

  func row(_ limits: Limits) -> MicroRow {
    let (all, part) = (
      shortest { run(withTransforms: true) }, shortest { run(withTransforms: false) }
    )
    let channels = Double(g.inputChannels * g.outputChannels)
    let (taps, points) = (g.transform.taps, g.transform.points)
    let operations = 2 * Double(taps * taps * g.outputHeight * g.outputWidth) * channels
    let multiplied = 2 * Double(points * points * tiles) * channels
    return MicroRow(
      kernel: "\(g.transform)",
      shape: "\(g.inputChannels) to \(g.outputChannels), \(g.outputHeight)x\(g.outputWidth)",
      microseconds: all * 1e6, gflops: operations / all / 1e9,
      percent: 100 * operations / all / limits.peak, productShare: part / all,
      productPercent: 100 * multiplied / part / limits.peak)
  }
}

/// All transforms on 3 × 3 layers of ResNet-50 and VGG19 and on 5 × 5 ones of Inception and AlexNet.
func filteringSection(_ kernels: KernelSet, _ limits: Limits) -> MicroSection {
  var rows: [MicroRow] = []
  for transform in WinogradTransform.allCases {
    let layers =
      transform.taps == 3
      ? [(64, 64, 56), (128, 128, 28), (256, 256, 14), (512, 512, 7), (128, 128, 112)]
      : [(32, 96, 28), (48, 128, 27), (32, 128, 14)]
    for (from, to, size) in layers {
      rows.append(FilteringCase(transform, from: from, to: to, size: size, kernels).row(limits))
    }
  }
  return MicroSection(
    name: "Minimal filtering", limit: "peak of one core, in operations of the definition",
    rows: rows)
}
