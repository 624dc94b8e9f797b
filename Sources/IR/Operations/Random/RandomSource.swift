// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Random numbers of one node.
struct RandomSource {
  private var generator: SeededGenerator

  /// The sequence of the node's own seed, or else of the run's.
  init(seed: Float?, in context: EvaluationContext) {
    generator = SeededGenerator(seed: seed.map { UInt64($0.bitPattern) } ?? context.seed)
  }

  /// A number from [0, 1).
  mutating func uniform() -> Double { generator.nextUniform() }

  /// A number from the standard normal distribution.
  ///
  /// - Source: Box and Muller, Annals of Mathematical Statistics 29(2), 1958.
  mutating func normal() -> Double {
    // 1 - u is never 0, where the logarithm has no value.
    let radius = (-2 * log(1 - generator.nextUniform())).squareRoot()
    return radius * cos(2 * .pi * generator.nextUniform())
  }
}

/// What `RandomNormal`, `RandomUniform` and their `Like` forms have in common.
public protocol RandomOperation: Operation {
  /// Seed of the node; nil: it takes the run's, so that each run may differ.
  var seed: Float? { get }
  /// Element type of the output as far as the operator says it.
  var outputType: ElementType? { get }
  /// Shape of the output, nil: that of the input.
  var outputShape: [Int]? { get }
  /// Whether numbers are normal (`parameters` are mean and deviation) rather than uniform (low and
  /// high end).
  static var isNormal: Bool { get }
  /// The two parameters of the distribution.
  var parameters: (Float, Float) { get }
}

extension RandomOperation {
  public var isNondeterministic: Bool { true }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let type: TensorType
    if let outputShape {
      try inputs.expect(count: 0...0)
      guard outputShape.allSatisfy({ $0 >= 0 }) else {
        throw GraphError(.invalidAttribute, "expects extents of at least 0, got \(outputShape)")
      }
      type = TensorType(outputType ?? .float32, outputShape)
    } else {
      try inputs.expect(count: 1...1)
      let like = try inputs.tensor(0)
      type = TensorType(outputType ?? like.dtype, dimensions: like.dimensions)
    }
    guard ElementTypes.floats.contains(type.dtype) else {
      throw GraphError(
        .invalidAttribute, "expects a floating-point type of random numbers, got \(type.dtype)")
    }
    return [.tensor(type)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    guard let type = try outputTypes(inputs.types).first?.tensorType, let shape = type.shape else {
      throw GraphError(.shapeMismatch, "the shape of random numbers is not known")
    }
    var source = RandomSource(seed: seed, in: context)
    let (first, second) = (Double(parameters.0), Double(parameters.1))
    let values = (0..<(try checkedProduct(shape))).map { _ in
      Self.isNormal
        ? first + second * source.normal() : first + (second - first) * source.uniform()
    }
    return [.tensor(Tensor(doubles: values, dtype: type.dtype, shape: shape))]
  }
}
