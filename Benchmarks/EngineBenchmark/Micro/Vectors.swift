// SPDX-License-Identifier: Apache-2.0
import KernelTypes

/// Fully connected layers at batch 1: VGG19, AlexNet, ResNet-50 and EfficientNet-Lite0.
func vectorSection(_ kernels: KernelSet, _ limits: Limits) -> MicroSection {
  let cases = [(4096, 25088), (4096, 9216), (4096, 4096), (1000, 4096), (1000, 2048), (1000, 1280)]
  let rows = cases.map { rows, columns in
    let weights = Floats(rows * columns)
    let (x, bias, y) = (Floats(columns), Floats(rows), Floats(rows))
    let time = shortest {
      kernels.gemv(
        weights.pointer, x.pointer, bias.pointer, y.pointer, rows, columns, .relu)
    }
    let bytes = Double(weights.count * MemoryLayout<Float>.stride)
    return MicroRow(
      kernel: "gemv", shape: "\(columns) to \(rows)", microseconds: time * 1e6,
      gflops: 2 * Double(weights.count) / time / 1e9, gbps: bytes / time / 1e9,
      percent: 100 * bytes / time / limits.memory)
  }
  return MicroSection(
    name: "Matrix by vector", limit: "speed of reading memory (small matrices stay in caches)",
    rows: rows)
}
