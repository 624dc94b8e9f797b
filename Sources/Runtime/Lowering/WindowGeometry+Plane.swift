// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes

extension IR.WindowGeometry {
  /// The last two axes as kernels see them; a missing one has extent 1.
  ///
  /// - Parameter countsPadding: Whether an average divides by taps on padding too.
  func plane(countsPadding: Bool = false) -> KernelTypes.WindowGeometry {
    let w = axes[axes.count - 1]
    var plane = KernelTypes.WindowGeometry(
      inputHeight: 1, inputWidth: w.input, outputHeight: 1, outputWidth: w.output, kernelHeight: 1,
      kernelWidth: w.kernel, strideWidth: w.stride, padLeft: w.padBegin, padRight: w.padEnd,
      dilationWidth: w.dilation, countIncludePadding: countsPadding)
    guard axes.count > 1 else { return plane }
    let h = axes[axes.count - 2]
    (plane.inputHeight, plane.outputHeight, plane.kernelHeight) = (h.input, h.output, h.kernel)
    (plane.strideHeight, plane.dilationHeight) = (h.stride, h.dilation)
    (plane.padTop, plane.padBottom) = (h.padBegin, h.padEnd)
    return plane
  }
}
