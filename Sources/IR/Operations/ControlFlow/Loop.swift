// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Runs a graph again and again, passing values from one iteration to the next.
///
/// - Inputs: `limit` (optional), one `int64`: most iterations; `condition` (optional), one `bool`:
///   whether to start, default true; the first value of each carried value; then the captures.
/// - Outputs: the last value of each carried value, then each scan output of all iterations,
///   stacked along a new first axis.
/// - Source: ONNX `Loop`, opset 21.
public struct Loop: Operation {
  public static let opType = "Loop"

  /// Inputs: iteration number, condition, carried values, captures. Outputs: the next condition,
  /// carried values, scan outputs.
  public var body: Graph
  /// How many of the last inputs are captured values.
  public var captureCount: Int

  /// The operator.
  public init(body: Graph, captureCount: Int = 0) {
    (self.body, self.captureCount) = (body, captureCount)
  }

  public var subgraphs: [Graph] { [body] }

  public func replacingSubgraphs(_ graphs: [Graph]) -> Loop {
    Loop(body: graphs[0], captureCount: captureCount)
  }

  /// Number of values passed from one iteration to the next.
  private var carriedCount: Int { body.inputs.count - 2 - captureCount }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let count = body.inputs.count
    guard captureCount >= 0, carriedCount >= 0, body.outputs.count >= 1 + carriedCount else {
      throw GraphError(
        .invalidGraph,
        "the body has \(count) inputs, \(captureCount) of them captures, and "
          + "\(body.outputs.count) outputs")
    }
    // Nothing carried and captured: the optional inputs may be cut off.
    try inputs.expect(count: (count == 2 ? 0 : count)...count)
    _ = try inputs.scalar(0, in: [.int64])
    _ = try inputs.scalar(1, in: ElementTypes.bool)
    let types: [ValueType?] = [nil, nil] + (2..<max(count, 2)).map { inputs[$0] }
    for index in 2..<max(count, 2) where types[index] == nil {
      throw GraphError(.missingInput, "input \(index) is required and absent")
    }
    let (carried, scanned) = try stableTypes(types)
    guard scanned.allSatisfy({ $0.tensorType != nil }) else {
      throw GraphError(.typeMismatch, "scan outputs must be tensors, got \(scanned)")
    }
    return carried
      + scanned.compactMap(\.tensorType).map { type in
        .tensor(type.dtype, dimensions: type.dimensions.map { [.unknown] + $0 })
      }
  }

  /// The types of carried values after any number of iterations, and of the steps of scan outputs.
  private func stableTypes(
    _ types: [ValueType?]
  ) throws(GraphError) -> (carried: [ValueType], scanned: [ValueType]) {
    let first = Array(types[2..<(2 + carriedCount)]).compactMap { $0 }
    let next = try body.outputTypes(given: types)
    let carried = Array(next[1..<(1 + carriedCount)])
    if carried == first { return (carried, Array(next[(1 + carriedCount)...])) }
    // Types change from one iteration to the next; only the declared ones hold for all.
    let declared = body.outputs.map { body.type(of: $0.value) }
    let joined = zip(first, declared[1...]).map { $0.joined(with: $1) ?? $1 }
    return (joined, Array(declared[(1 + carriedCount)...]))
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let limit = try inputs.integers(0)?.first ?? Int.max
    var condition = try inputs.optionalTensor(1)?.integer(at: 0) ?? 1 != 0
    var carried = (0..<carriedCount).compactMap { inputs[2 + $0] }
    let captures = (0..<captureCount).map { inputs[2 + carriedCount + $0] }
    let scanCount = body.outputs.count - 1 - carriedCount
    var scans = [ScanOutput](repeating: ScanOutput(), count: scanCount)
    var (iteration, bytes) = (0, 0)
    while condition, iteration < limit {
      guard iteration < context.limits.loopIterations else {
        throw GraphError(
          .limitExceeded, "more than \(context.limits.loopIterations) iterations")
      }
      try context.checkDeadline()
      let head: [RuntimeValue] = [
        .tensor(Tensor(scalar: Int64(iteration))), .tensor(Tensor(scalar: condition)),
      ]
      let values: [RuntimeValue?] = zip(head + carried, body.inputs).map { value, input in
        value.adapted(to: body.type(of: input))
      }
      let results = try context.evaluate(body, values + captures)
      condition = try Self.condition(results[0])
      carried = Array(results[1..<(1 + carriedCount)])
      // A sequence that grows in each iteration has no other bound.
      let carriedBytes = carried.reduce(0) { ShapeMath.saturatingSum($0, $1.byteCount) }
      guard carriedBytes <= context.limits.runBytes else {
        throw GraphError(
          .limitExceeded,
          "the carried values take \(carriedBytes) bytes, the limit is \(context.limits.runBytes)")
      }
      for index in 0..<scanCount {
        try scans[index].append(results[1 + carriedCount + index], bytes: &bytes, context)
      }
      iteration += 1
    }
    if iteration == 0 { carried = try unwrapped(carried) }
    var outputs = carried
    for (scan, output) in zip(scans, body.outputs[(1 + carriedCount)...]) {
      let type = body.type(of: output.value).tensorType ?? TensorType(.float32, [])
      outputs.append(.tensor(try scan.stacked(type, context)))
    }
    return outputs
  }

  private static func condition(_ value: RuntimeValue) throws(GraphError) -> Bool {
    guard let tensor = value.tensor, tensor.dtype == .bool, tensor.count == 1 else {
      throw GraphError(.typeMismatch, "the body's condition must be one bool, got \(value.type)")
    }
    return tensor.integer(at: 0) != 0
  }

  /// First values as outputs of a loop without iterations: an optional becomes the value that it
  /// holds where the body gives a plain one.
  private func unwrapped(_ values: [RuntimeValue]) throws(GraphError) -> [RuntimeValue] {
    var result: [RuntimeValue] = []
    for (value, output) in zip(values, body.outputs[1...]) {
      guard case .optional(_, let element) = value else {
        result.append(value)
        continue
      }
      if case .optional = body.type(of: output.value) {
        result.append(value)
      } else if let element {
        result.append(element)
      } else {
        throw GraphError(
          .missingInput, "the loop runs no iteration and its first value is an empty optional")
      }
    }
    return result
  }
}
