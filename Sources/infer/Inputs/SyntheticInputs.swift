// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Tensors

/// Seeded values for the inputs of a graph whose types are given: floats from the standard normal
/// distribution, ones of every other type, nil for inputs without a type.
func syntheticInputs(_ graph: Graph, _ types: [ValueID: ValueType]) -> [RuntimeValue?] {
  var generator = SeededGenerator(seed: 0)
  return graph.inputs.map { input in
    guard let type = types[input]?.tensorType, let shape = type.shape else { return nil }
    let count = ShapeMath.elementCount(shape) ?? 0
    if type.dtype == .string {
      return .tensor(Tensor(strings: [String](repeating: "1", count: count), shape: shape))
    }
    let values =
      type.dtype.isFloatingPoint
      ? (0..<count).map { _ in generator.nextNormal() } : [Double](repeating: 1, count: count)
    return .tensor(Tensor(doubles: values, dtype: type.dtype, shape: shape))
  }
}

extension SeededGenerator {
  /// A number from the standard normal distribution, by the method of Box and Muller.
  fileprivate mutating func nextNormal() -> Double {
    let radius = (-2 * log(1 - nextUniform())).squareRoot()
    return radius * cos(2 * Double.pi * nextUniform())
  }
}
