// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Runs a graph for each step of one or more tensors, passing states from one step to the next.
///
/// - Inputs: the first value of each state; the tensors to scan, all of one extent T on their scan
///   axes; then the captures.
/// - Outputs: the last value of each state; each scan output of all steps, stacked along a new axis
///   of T.
/// - Source: ONNX `Scan`, opset 21. The batched form of opset 8 is a scan over the batch whose body
///   is a scan.
public struct Scan: Operation {
  public static let opType = "Scan"

  /// How one tensor is walked through, or put together.
  public struct Direction: Hashable, Sendable {
    /// The scan axis, in -rank ..< rank of the whole tensor. Default 0.
    public var axis: Int
    /// Whether the first step is the last position. Default false.
    public var isReversed: Bool

    /// A direction.
    public init(axis: Int = 0, isReversed: Bool = false) {
      (self.axis, self.isReversed) = (axis, isReversed)
    }
  }

  /// Inputs: states, one step of each scanned tensor, captures. Outputs: states, one step of each
  /// scan output.
  public var body: Graph
  /// Of each tensor to scan; at least one.
  public var scanInputs: [Direction]
  /// Of each scan output.
  public var scanOutputs: [Direction]
  /// How many of the last inputs are captured values.
  public var captureCount: Int

  /// The operator.
  public init(
    body: Graph, scanInputs: [Direction], scanOutputs: [Direction], captureCount: Int = 0
  ) {
    (self.body, self.captureCount) = (body, captureCount)
    (self.scanInputs, self.scanOutputs) = (scanInputs, scanOutputs)
  }

  public var subgraphs: [Graph] { [body] }

  public func replacingSubgraphs(_ graphs: [Graph]) -> Scan {
    Scan(
      body: graphs[0], scanInputs: scanInputs, scanOutputs: scanOutputs,
      captureCount: captureCount)
  }

  private var stateCount: Int { body.inputs.count - scanInputs.count - captureCount }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let count = body.inputs.count
    guard captureCount >= 0, !scanInputs.isEmpty, stateCount >= 0,
      body.outputs.count == stateCount + scanOutputs.count
    else {
      throw GraphError(
        .invalidGraph,
        "the body has \(count) inputs and \(body.outputs.count) outputs for \(scanInputs.count) "
          + "scanned inputs, \(captureCount) captures and \(scanOutputs.count) scan outputs")
    }
    try inputs.expect(count: count...count)
    var types: [ValueType?] = []
    var length = Dimension.unknown
    for index in 0..<count {
      guard let type = inputs[index] else {
        throw GraphError(.missingInput, "input \(index) is required and absent")
      }
      let scan = index - stateCount
      guard scanInputs.indices.contains(scan) else {
        types.append(type)
        continue
      }
      let tensor = try inputs.tensor(index)
      if var dimensions = tensor.dimensions {
        let axis = try Axis.normalized(scanInputs[scan].axis, rank: dimensions.count)
        length = try Dimension.equal(length, dimensions.remove(at: axis), axis: axis)
        types.append(.tensor(tensor.dtype, dimensions: dimensions))
      } else {
        types.append(.tensor(tensor.dtype, dimensions: nil))
      }
    }
    let (states, steps) = try stableTypes(types)
    var result = states
    for (step, direction) in zip(steps, scanOutputs) {
      guard let tensor = step.tensorType else {
        throw GraphError(.typeMismatch, "scan outputs must be tensors, got \(step)")
      }
      var dimensions = tensor.dimensions
      if let rank = tensor.rank {
        dimensions?.insert(length, at: try Axis.normalized(direction.axis, rank: rank + 1))
      }
      result.append(.tensor(tensor.dtype, dimensions: dimensions))
    }
    return result
  }

  /// The types of states after any number of steps, and of one step of the scan outputs.
  private func stableTypes(
    _ types: [ValueType?]
  ) throws(GraphError) -> (states: [ValueType], steps: [ValueType]) {
    let first = types[..<stateCount].compactMap { $0 }
    let next = try body.outputTypes(given: types)
    if Array(next[..<stateCount]) == first { return (first, Array(next[stateCount...])) }
    let declared = body.outputs.map { body.type(of: $0.value) }
    let joined = zip(first, declared).map { $0.joined(with: $1) ?? $1 }
    return (joined, Array(declared[stateCount...]))
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let types = try outputTypes(inputs.types)
    var states = (0..<stateCount).compactMap { inputs[$0] }
    var scanned: [(tensor: Tensor, axis: Int, isReversed: Bool)] = []
    for (index, direction) in scanInputs.enumerated() {
      let tensor = try inputs.tensor(stateCount + index)
      let axis = try Axis.normalized(direction.axis, rank: tensor.rank)
      scanned.append((tensor, axis, direction.isReversed))
    }
    let captures = (0..<captureCount).map { inputs[stateCount + scanInputs.count + $0] }
    let length = scanned[0].tensor.shape[scanned[0].axis]
    guard length <= context.limits.loopIterations else {
      throw GraphError(
        .limitExceeded, "\(length) steps, the limit is \(context.limits.loopIterations)")
    }
    var scans = [ScanOutput](repeating: ScanOutput(), count: scanOutputs.count)
    var bytes = 0
    for step in 0..<length {
      try context.checkDeadline()
      let slices = scanned.map { tensor, axis, isReversed in
        RuntimeValue.tensor(tensor.slice(isReversed ? length - 1 - step : step, axis: axis))
      }
      let values: [RuntimeValue?] = states + slices
      let results = try context.evaluate(body, values + captures)
      states = Array(results[..<stateCount])
      for index in scans.indices {
        try scans[index].append(results[stateCount + index], bytes: &bytes, context)
      }
    }
    return states + (try stacked(scans, types, context))
  }

  private func stacked(
    _ scans: [ScanOutput], _ types: [ValueType], _ context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var outputs: [RuntimeValue] = []
    for (index, (scan, direction)) in zip(scans, scanOutputs).enumerated() {
      var step = types[stateCount + index].tensorType ?? TensorType(.float32, [])
      if let rank = step.rank {
        step.dimensions?.remove(at: try Axis.normalized(direction.axis, rank: rank))
      }
      outputs.append(
        .tensor(
          try scan.stacked(
            step, axis: direction.axis, reversed: direction.isReversed, context)))
    }
    return outputs
  }
}
