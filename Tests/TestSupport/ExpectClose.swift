// SPDX-License-Identifier: Apache-2.0
public import Tensors
public import Testing

/// Expects two tensors of equal type and shape whose elements differ by at most
/// `absolute + relative * |expected|`; NaN equals NaN and infinities equal themselves.
///
/// Reports the first bad index.
public func expectClose(
  _ actual: Tensor, _ expected: Tensor, absolute: Double, relative: Double = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.dtype == expected.dtype, sourceLocation: sourceLocation)
  #expect(actual.shape == expected.shape, sourceLocation: sourceLocation)
  guard actual.dtype == expected.dtype, actual.shape == expected.shape else { return }
  guard actual.dtype.isFloatingPoint else {
    #expect(actual == expected, sourceLocation: sourceLocation)
    return
  }
  let (a, b) = (actual.doubles(), expected.doubles())
  for (index, (x, y)) in zip(a, b).enumerated() {
    if x == y || (x.isNaN && y.isNaN) { continue }
    if abs(x - y) <= absolute + relative * abs(y) { continue }
    Issue.record(
      "element \(index) of \(actual.shape) is \(x), expected \(y)", sourceLocation: sourceLocation)
    return
  }
}

/// Seeded test data.
extension SeededGenerator {
  /// A float32 tensor of numbers from the normal distribution (by the central limit of 12 uniforms).
  public mutating func normalTensor(_ shape: [Int], scale: Float = 1) -> Tensor {
    let count = shape.reduce(1, *)
    let values = (0..<count).map { _ in
      scale * Float((0..<12).reduce(-6.0) { sum, _ in sum + nextUniform() })
    }
    return Tensor(values, shape: shape)
  }
}
