// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension LocalResponseNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard context.all(are: .float32), shape.count >= 2 else { return nil }
    let (channels, count) = (shape[1], shape.dropFirst(2).reduce(1, *))
    let parameters = ResponseNormalization(size: size, alpha: alpha, beta: beta, bias: bias)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "channels") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(shape[0]) { images, _ in
        for image in images {
          let offset = image * channels * count
          kernels.responseNormalization(px + offset, py + offset, channels, count, parameters)
        }
      }
    }
  }
}

extension BatchNormalization: Lowerable {
  var inPlaceInput: Int? { isTraining ? nil : 0 }

  /// Factor and summand of each channel, nil when they are no constants.
  func affine(_ context: LoweringContext) -> (scales: [Float], shifts: [Float])? {
    guard let scale = context.constant(1), let bias = context.constant(2),
      let mean = context.constant(3), let variance = context.constant(4)
    else { return nil }
    let (s, b) = (scale.doubles(), bias.doubles())
    let (m, v) = (mean.doubles(), variance.doubles())
    let factors = s.indices.map { s[$0] / (v[$0] + Double(epsilon)).squareRoot() }
    return (factors.map(Float.init), factors.indices.map { Float(b[$0] - m[$0] * factors[$0]) })
  }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard context.all(are: .float32), !isTraining, shape.count >= 2, let affine = affine(context)
    else { return nil }
    let (scales, shifts) = affine
    let (channels, count) = (shape[1], shape.dropFirst(2).reduce(1, *))
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "scale-shift") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      scales.withUnsafeBufferPointer { scales in
        shifts.withUnsafeBufferPointer { shifts in
          guard let scale = scales.baseAddress, let shift = shifts.baseAddress else { return }
          run.parallel(shape[0] * channels) { rows, _ in
            var row = rows.lowerBound
            while row < rows.upperBound {
              let channel = row % channels
              let length = min(rows.upperBound - row, channels - channel)
              kernels.scaleShift(
                px + row * count, scale + channel, shift + channel, py + row * count, .identity,
                RowsGeometry(rows: length, columns: count))
              row += length
            }
          }
        }
      }
    }
  }
}
