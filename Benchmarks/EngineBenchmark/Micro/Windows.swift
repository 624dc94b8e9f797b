// SPDX-License-Identifier: Apache-2.0
import KernelTypes

/// A window over blocked planes with the padding that keeps size / stride.
private func window(_ kernel: Int, _ stride: Int, _ size: Int, pad: Int? = nil) -> WindowGeometry {
  let pad = pad ?? kernel / 2
  let output = (size + 2 * pad - kernel) / stride + 1
  return WindowGeometry(
    inputHeight: size, inputWidth: size, outputHeight: output, outputWidth: output,
    kernelHeight: kernel, kernelWidth: kernel, strideHeight: stride, strideWidth: stride,
    padTop: pad, padLeft: pad, padBottom: pad, padRight: pad)
}

/// Planes that a window goes over, of the fewest blocks that hold some channels.
private struct Planes {
  let blocks: Int
  let (input, output): (Floats, Floats)

  init(_ channels: Int, _ window: WindowGeometry, _ kernels: KernelSet) {
    let lanes = kernels.laneCount
    blocks = (channels + lanes - 1) / lanes
    input = Floats(blocks * lanes * window.inputHeight * window.inputWidth)
    output = Floats(blocks * lanes * window.outputHeight * window.outputWidth)
  }

  var bytes: Double { Double((input.count + output.count) * MemoryLayout<Float>.stride) }
}

/// The depthwise convolutions of EfficientNet-Lite0, with their clip.
func depthwiseSection(_ kernels: KernelSet, _ limits: Limits) -> MicroSection {
  let cases = [
    (32, 3, 1, 112), (96, 3, 2, 112), (144, 3, 1, 56), (144, 5, 2, 56), (240, 5, 1, 28),
    (240, 3, 2, 28), (480, 3, 1, 14), (480, 5, 1, 14), (672, 5, 1, 14), (672, 5, 2, 14),
    (1152, 5, 1, 7), (1152, 3, 1, 7),
  ]
  let rows = cases.map { channels, kernel, stride, size in
    let window = window(kernel, stride, size)
    let planes = Planes(channels, window, kernels)
    let lanes = kernels.laneCount
    let weights = Floats(planes.blocks * lanes * kernel * kernel)
    let bias = Floats(planes.blocks * lanes)
    let time = shortest {
      kernels.blockedDepthwise(
        planes.input.pointer, weights.pointer, bias.pointer, nil, planes.output.pointer,
        planes.blocks, UnaryFunction(.clip, 0, 6), window)
    }
    let operations = 2 * Double(kernel * kernel * planes.output.count)
    return MicroRow(
      kernel: "\(kernel)x\(kernel)/\(stride)",
      shape: "\(channels), \(window.outputHeight)x\(window.outputWidth)",
      microseconds: time * 1e6, gflops: operations / time / 1e9, gbps: planes.bytes / time / 1e9,
      percent: 100 * operations / time / limits.peak)
  }
  return MicroSection(
    name: "Depthwise convolution on blocks", limit: "peak of one core", rows: rows)
}

/// Pools of VGG19, ResNet-50, Inception, DenseNet-121 and the global ones.
func poolSection(_ kernels: KernelSet) -> MicroSection {
  typealias Case = (isMax: Bool, channels: Int, window: WindowGeometry)
  let cases: [Case] = [
    (true, 64, window(2, 2, 224, pad: 0)), (true, 64, window(3, 2, 112)),
    (true, 192, window(3, 1, 28)), (true, 480, window(3, 2, 28)),
    (false, 256, window(2, 2, 28, pad: 0)), (false, 192, window(3, 1, 28)),
    (false, 2048, window(7, 1, 7, pad: 0)), (false, 1280, window(7, 1, 7, pad: 0)),
  ]
  let rows = cases.map { isMax, channels, window in
    let planes = Planes(channels, window, kernels)
    let pool = isMax ? kernels.blockedMaxPool : kernels.blockedAveragePool
    let time = shortest {
      pool(planes.input.pointer, planes.output.pointer, planes.blocks, window)
    }
    // A copy moves a byte out for each byte in: half of each.
    let target = Floats(planes.input.count)
    let count = (planes.input.count + planes.output.count) / 2
    let copy = shortest {
      kernels.unary(.identity, planes.input.pointer, target.pointer, count)
    }
    let kind = isMax ? "maximum" : "average"
    return MicroRow(
      kernel: "\(kind) \(window.kernelHeight)x\(window.kernelWidth)/\(window.strideHeight)",
      shape: "\(channels), \(window.outputHeight)x\(window.outputWidth)",
      microseconds: time * 1e6, gbps: planes.bytes / time / 1e9, percent: 100 * copy / time)
  }
  return MicroSection(
    name: "Pools on blocks", limit: "speed of a copy of as many bytes", rows: rows)
}
