// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// What is known about the inputs of a node before it runs: their types, and the values of those
/// that are constants.
public struct OperandTypes: Sendable {
  private let types: [ValueType?]
  private let constants: [Tensor?]

  /// Inputs with the given types (nil: omitted) and, where known, values.
  ///
  /// - Precondition: `constants` is empty or as long as `types`.
  public init(_ types: [ValueType?], constants: [Tensor?] = []) {
    precondition(constants.isEmpty || constants.count == types.count)
    self.types = types
    self.constants = constants.isEmpty ? types.map { _ in nil } : constants
  }

  /// Number of inputs, counting omitted ones; trailing omitted inputs may be cut off.
  public var count: Int { types.count }

  /// Whether input `index` is given.
  public func has(_ index: Int) -> Bool { index < types.count && types[index] != nil }

  /// The type of input `index`, nil when omitted.
  public subscript(index: Int) -> ValueType? { index < types.count ? types[index] : nil }

  /// The tensor type of input `index`.
  ///
  /// - Throws: `missingInput` when omitted, `typeMismatch` when it is no tensor or its element type
  ///   is not in `allowed`.
  public func tensor(
    _ index: Int, in allowed: Set<ElementType> = ElementTypes.all
  ) throws(GraphError) -> TensorType {
    guard let type = self[index] else {
      throw GraphError(.missingInput, "input \(index) is required and absent")
    }
    guard let tensor = type.tensorType else {
      throw GraphError(.typeMismatch, "input \(index) must be a tensor, got \(type)")
    }
    guard allowed.contains(tensor.dtype) else {
      let names = allowed.map(\.rawValue).sorted().joined(separator: ", ")
      throw GraphError(.typeMismatch, "input \(index) is \(tensor.dtype), expected one of \(names)")
    }
    return tensor
  }

  /// The tensor type of input `index`, nil when omitted; throws as ``tensor(_:in:)``.
  public func optionalTensor(
    _ index: Int, in allowed: Set<ElementType> = ElementTypes.all
  ) throws(GraphError) -> TensorType? {
    has(index) ? try tensor(index, in: allowed) : nil
  }

  /// The value of input `index` if it is a constant.
  public func constant(_ index: Int) -> Tensor? { index < constants.count ? constants[index] : nil }

  /// The elements of input `index` as integers if it is an integer constant.
  ///
  /// - Throws: `typeMismatch` when the input is given and is not an integer tensor.
  public func integers(_ index: Int) throws(GraphError) -> [Int]? {
    guard has(index) else { return nil }
    _ = try tensor(index, in: ElementTypes.integers)
    return constant(index)?.int64s().map(Int.init)
  }

  /// Checks the number of inputs.
  ///
  /// - Throws: `missingInput` when the count is outside `range`.
  public func expect(count range: ClosedRange<Int>) throws(GraphError) {
    guard range.contains(count) else {
      let wanted =
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      throw GraphError(.missingInput, "expects \(wanted) inputs, got \(count)")
    }
  }
}

/// The inputs of a node while it runs.
public struct Operands: Sendable {
  private let values: [RuntimeValue?]

  /// Inputs in order; nil: omitted.
  public init(_ values: [RuntimeValue?]) { self.values = values }

  /// Tensor inputs in order; nil: omitted.
  public init(tensors: [Tensor?]) { values = tensors.map { $0.map(RuntimeValue.tensor) } }

  /// Number of inputs, counting omitted ones; trailing omitted inputs may be cut off.
  public var count: Int { values.count }

  /// Whether input `index` is given.
  public func has(_ index: Int) -> Bool { index < values.count && values[index] != nil }

  /// Input `index`, nil when omitted.
  public subscript(index: Int) -> RuntimeValue? { index < values.count ? values[index] : nil }

  /// The tensor at input `index`.
  ///
  /// - Throws: `missingInput` when omitted, `typeMismatch` when it is no tensor.
  public func tensor(_ index: Int) throws(GraphError) -> Tensor {
    guard let value = self[index] else {
      throw GraphError(.missingInput, "input \(index) is required and absent")
    }
    guard let tensor = value.tensor else {
      throw GraphError(.typeMismatch, "input \(index) must be a tensor, got \(value.type)")
    }
    return tensor
  }

  /// The tensor at input `index`, nil when omitted.
  public func optionalTensor(_ index: Int) throws(GraphError) -> Tensor? {
    has(index) ? try tensor(index) : nil
  }

  /// The elements of integer input `index`, nil when omitted.
  ///
  /// - Throws: `typeMismatch` when it is not an integer tensor.
  public func integers(_ index: Int) throws(GraphError) -> [Int]? {
    guard let tensor = try optionalTensor(index) else { return nil }
    guard tensor.dtype.isInteger else {
      throw GraphError(.typeMismatch, "input \(index) is \(tensor.dtype), expected integers")
    }
    return tensor.int64s().map(Int.init)
  }

  /// The sequence at input `index`.
  ///
  /// - Throws: `missingInput` when omitted, `typeMismatch` when it is no sequence.
  public func sequence(_ index: Int) throws(GraphError) -> (dtype: ElementType, tensors: [Tensor]) {
    guard let value = self[index] else {
      throw GraphError(.missingInput, "input \(index) is required and absent")
    }
    guard case .sequence(let dtype, let tensors) = value else {
      throw GraphError(.typeMismatch, "input \(index) must be a sequence, got \(value.type)")
    }
    return (dtype, tensors)
  }

  /// Exact types, every tensor a constant: what type inference sees while running.
  public var types: OperandTypes {
    OperandTypes(values.map { $0?.type }, constants: values.map { $0?.tensor })
  }
}
