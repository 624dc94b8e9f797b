// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Zeros and ones: each is 1 with the probability that stands in its place.
///
/// - Inputs: probabilities, any shape, floating point, in 0 ... 1.
/// - Outputs: zeros and ones in the same shape, of type ``outputType``.
/// - Source: ONNX `Bernoulli`, opset 22.
public struct Bernoulli: Operation {
  public static let opType = "Bernoulli"

  /// Element type, a number or `bool`. Default that of the input.
  public var outputType: ElementType?
  /// Seed of the node; nil: it takes the run's.
  public var seed: Float?

  /// The operator; the defaults are ONNX's.
  public init(outputType: ElementType? = nil, seed: Float? = nil) {
    (self.outputType, self.seed) = (outputType, seed)
  }

  public var isNondeterministic: Bool { true }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let dtype = outputType ?? x.dtype
    guard ElementTypes.numeric.union(ElementTypes.bool).contains(dtype) else {
      throw GraphError(.invalidAttribute, "expects a type of numbers or bool, got \(dtype)")
    }
    return [.tensor(dtype, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    var source = RandomSource(seed: seed, in: context)
    let values = x.doubles().map { source.uniform() < $0 ? 1.0 : 0.0 }
    return [.tensor(Tensor(doubles: values, dtype: outputType ?? x.dtype, shape: x.shape))]
  }
}
