// SPDX-License-Identifier: Apache-2.0
import Tensors

extension ValueType {
  /// What is certain of a value that has either type; nil when element types or kinds differ.
  func joined(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case (.tensor(let a), .tensor(let b)):
      guard a.dtype == b.dtype else { return nil }
      guard let first = a.dimensions, let second = b.dimensions, first.count == second.count else {
        return .tensor(a.dtype, dimensions: nil)
      }
      return .tensor(a.dtype, dimensions: zip(first, second).map { $0 == $1 ? $0 : .unknown })
    case (.sequence(let a), .sequence(let b)):
      return a.dtype == b.dtype ? .sequence(of: a.dtype) : nil
    case (.optional(let a), .optional(let b)):
      return a.joined(with: b).map(ValueType.optional)
    default: return nil
    }
  }

  /// Whether a value of this type can be given where `declared` is expected: shapes aside, and a
  /// value where an optional is expected.
  func canBecome(_ declared: ValueType) -> Bool {
    if joined(with: declared) != nil { return true }
    if case .optional(let element) = declared { return joined(with: element) != nil }
    return false
  }
}

extension RuntimeValue {
  /// The value in the form that `declared` asks for: wrapped into an optional, or a scalar as a
  /// vector of one element and the other way round. Files use either for counters and conditions.
  func adapted(to declared: ValueType) -> RuntimeValue {
    switch (self, declared) {
    case (.optional, .optional): return self
    case (_, .optional): return .optional(type, self)
    case (.tensor(let tensor), .tensor(let type)):
      guard tensor.count == 1, tensor.rank <= 1, let rank = type.rank, rank <= 1,
        rank != tensor.rank
      else { return self }
      return .tensor(tensor.reshaped(to: [Int](repeating: 1, count: rank)))
    default: return self
    }
  }

  /// Bytes of all tensors, counting shared memory each time.
  package var byteCount: Int {
    switch self {
    case .tensor(let tensor):
      ShapeMath.byteCount(of: tensor.dtype, elements: tensor.count) ?? Int.max
    case .sequence(_, let tensors):
      tensors.reduce(0) { ShapeMath.saturatingSum($0, $1.byteCount) }
    case .optional(_, let value): value?.byteCount ?? 0
    }
  }
}

extension Graph {
  /// The types of the outputs when the inputs have the given types (nil: as declared).
  ///
  /// Where inference fails for these types the declared ones stand: the graph may be a branch that
  /// is never taken for them. Element types and kinds are always checked.
  ///
  /// - Throws: `typeMismatch`.
  func outputTypes(given types: [ValueType?]) throws(GraphError) -> [ValueType] {
    var given: [ValueID: ValueType] = [:]
    for (input, type) in zip(inputs, types) {
      guard let type else { continue }
      let declared = self.type(of: input)
      guard type.canBecome(declared) else {
        throw GraphError(
          .typeMismatch, "input \"\(name(of: input))\" of the subgraph is \(declared), got \(type)")
      }
      if type.isCompatible(with: declared) { given[input] = declared.merged(with: type) }
    }
    let graph = (try? specialized(to: given)) ?? self
    return graph.outputs.map { graph.type(of: $0.value) }
  }
}

/// The tensors that one scan output of a loop gives, step by step.
struct ScanOutput {
  private var tensors: [Tensor] = []

  /// Adds the output of a step.
  ///
  /// - Throws: `typeMismatch`, `shapeMismatch` when it differs from the ones before;
  ///   `limitExceeded` when they are too many together.
  mutating func append(
    _ value: RuntimeValue, bytes: inout Int, _ context: EvaluationContext
  ) throws(GraphError) {
    guard let tensor = value.tensor else {
      throw GraphError(.typeMismatch, "a scan output must be a tensor, got \(value.type)")
    }
    if let first = tensors.first {
      guard first.dtype == tensor.dtype, first.shape == tensor.shape else {
        throw GraphError(
          .shapeMismatch,
          "a scan output was \(first.dtype)\(first.shape) in the first step, "
            + "and is \(tensor.dtype)\(tensor.shape) in step \(tensors.count)")
      }
    }
    try context.add(max(value.byteCount, 1), to: &bytes)
    try context.limits.check(tensor.dtype, [tensors.count + 1] + tensor.shape)
    tensors.append(tensor)
  }

  /// All steps, along a new axis.
  ///
  /// - Parameters:
  ///   - type: The type of one step, for the case that there was none.
  ///   - axis: Where the new axis goes, in -r ..< r, r the output's rank.
  func stacked(
    _ type: TensorType, axis: Int = 0, reversed: Bool = false, _ context: EvaluationContext
  ) throws(GraphError) -> Tensor {
    let dtype = tensors.first?.dtype ?? type.dtype
    let step = tensors.first?.shape ?? type.dimensions?.map { $0.value ?? 0 } ?? []
    let axis = try Axis.normalized(axis, rank: step.count + 1)
    let shape = [tensors.count] + step
    try context.limits.check(dtype, shape)
    let runs = tensors.indices.map { ElementRun(source: $0, start: 0, count: tensors[$0].count) }
    let stack = Tensor.joining(
      reversed ? runs.reversed() : runs, of: tensors, dtype: dtype, shape: shape)
    guard axis != 0 else { return stack }
    var order = Array(1..<shape.count)
    order.insert(0, at: axis)
    return stack.permuted(order)
  }
}
