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
    switch type.dtype {
    case .float32:
      // Without an array of doubles beside it, as inputs may be as large as memory allows.
      return .tensor(
        Tensor(uninitialized: .float32, shape: shape) { bytes in
          let target = bytes.bindMemory(to: Float.self)
          for index in target.indices { target[index] = Float(generator.nextNormal()) }
        })
    case let dtype where dtype.isFloatingPoint:
      let values = (0..<count).map { _ in generator.nextNormal() }
      return .tensor(Tensor(doubles: values, dtype: dtype, shape: shape))
    default:
      return .tensor(ones(type.dtype, shape))
    }
  }
}

private func ones(_ dtype: ElementType, _ shape: [Int]) -> Tensor {
  // Two elements are a whole number of bytes in every type.
  let pair = Tensor(int64s: [1, 1], dtype: dtype, shape: [2])
  return Tensor(uninitialized: dtype, shape: shape) { target in
    pair.withUnsafeBytes { pattern in
      for index in target.indices { target[index] = pattern[index % pattern.count] }
    }
  }
}

extension SeededGenerator {
  /// A number from the standard normal distribution, by the method of Box and Muller.
  fileprivate mutating func nextNormal() -> Double {
    let radius = (-2 * log(1 - nextUniform())).squareRoot()
    return radius * cos(2 * Double.pi * nextUniform())
  }
}
