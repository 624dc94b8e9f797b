// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Where the inputs and outputs of a plan's runs are among its buffers: looked up once, so that a
/// run allocates nothing for them.
struct Bindings {
  /// What an input of the model is in the plan's runs.
  private enum Expected {
    case absent
    case tensor(ElementType, [Int])
    case other(ValueType)
  }

  /// A buffer that lies in an input or output, `offset` bytes from its start.
  private struct Part {
    let buffer: Int
    let offset: Int
  }

  private struct Input {
    let value: ValueID
    let expected: Expected
    let parts: [Part]
    /// Whether the steps read the input itself and not its memory.
    let isFree: Bool
  }

  private struct Output {
    /// Memory that every run needs for the output.
    struct Memory {
      let dtype: ElementType
      let shape: [Int]
      let byteCount: Int
      /// The buffer that the result has at the end of the run.
      let buffer: Int
    }
    let value: ValueID
    let name: String
    /// Nil for outputs whose shape is known only after the run.
    let memory: Memory?
    let parts: [Part]
    /// Whether the result is in another place at the end of the run.
    let isCopied: Bool
    let constant: Tensor?
  }

  private let inputs: [Input]
  private let outputs: [Output]
  private let limits: ResourceLimits

  /// - Parameters:
  ///   - inputs: The inputs of the model, of which the plan has those in `types`.
  ///   - types: The types that the plan was made for.
  init(_ plan: Plan, inputs: [ValueID], types: [ValueID: ValueType]) {
    limits = plan.options.limits
    var inputParts: [Int: [Part]] = [:]
    var outputParts: [Int: [Part]] = [:]
    for (buffer, source) in plan.sources.enumerated() {
      switch source {
      case .arena, .constant: continue
      case .input(let index, let offset):
        inputParts[index, default: []].append(Part(buffer: buffer, offset: offset))
      case .output(let index, let offset):
        outputParts[index, default: []].append(Part(buffer: buffer, offset: offset))
      }
    }
    var planned = 0
    self.inputs = inputs.map { value in
      guard let type = types[value] else {
        return Input(value: value, expected: .absent, parts: [], isFree: false)
      }
      defer { planned += 1 }
      let expected: Expected =
        if let tensor = type.tensorType, let shape = tensor.shape {
          .tensor(tensor.dtype, shape)
        } else {
          .other(type)
        }
      return Input(
        value: value, expected: expected, parts: inputParts[planned] ?? [],
        isFree: plan.slots[value] == nil)
    }
    outputs = plan.graph.outputs.enumerated().map { index, output in
      var memory: Output.Memory?
      if let slot = plan.slots[output.value],
        let type = plan.graph.type(of: output.value).tensorType, let shape = type.shape
      {
        memory = Output.Memory(
          dtype: type.dtype, shape: shape,
          byteCount: ShapeMath.byteCount(of: type.dtype, shape: shape) ?? 0, buffer: slot.index)
      }
      return Output(
        value: output.value, name: output.name, memory: memory, parts: outputParts[index] ?? [],
        isCopied: plan.indirectOutputs.contains(index),
        constant: plan.graph.constant(output.value))
    }
  }

  /// Whether the plan is for values of these types. Allocates nothing for tensors.
  func accept(_ values: [RuntimeValue?]) -> Bool {
    for (index, input) in inputs.enumerated() {
      guard index < values.count, let value = values[index] else {
        guard case .absent = input.expected else { return false }
        continue
      }
      switch input.expected {
      case .absent: return false
      case .tensor(let dtype, let shape):
        guard case .tensor(let tensor) = value, tensor.dtype == dtype, tensor.shape == shape else {
          return false
        }
      case .other(let type): if value.type != type { return false }
      }
    }
    return true
  }

  /// Points buffers to the inputs.
  ///
  /// - Parameter keep: Takes the values that are read as they are.
  func bind(
    inputs values: [RuntimeValue?], _ buffers: UnsafeMutablePointer<UnsafeMutableRawPointer>,
    keep: (ValueID, RuntimeValue) -> Void
  ) {
    for (index, input) in inputs.enumerated() where index < values.count {
      if input.isFree, let value = values[index] { keep(input.value, value) }
      guard !input.parts.isEmpty, case .tensor(let tensor)? = values[index] else { continue }
      tensor.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        for part in input.parts {
          buffers[part.buffer] = UnsafeMutableRawPointer(mutating: start) + part.offset
        }
      }
    }
  }

  /// Makes `values` tensors for the outputs and points buffers to them. A tensor of the right type
  /// whose memory nobody else has is used again.
  ///
  /// - Throws: `limitExceeded` when an output is too large.
  func bind(
    outputs values: inout [RuntimeValue],
    _ buffers: UnsafeMutablePointer<UnsafeMutableRawPointer>
  ) throws(GraphError) {
    if values.count != outputs.count {
      values = [RuntimeValue](repeating: .sequence(.float32, []), count: outputs.count)
    }
    for (index, output) in outputs.enumerated() {
      guard let memory = output.memory else { continue }
      let address: UnsafeMutableRawPointer
      // Taken out first: that copies an array which somebody else has, too, and its tensors then
      // have two owners.
      if var tensor = values[index].takeTensor(), tensor.dtype == memory.dtype,
        tensor.shape == memory.shape, let own = tensor.exclusiveAddress()
      {
        address = own
        values[index] = .tensor(tensor)
      } else {
        try limits.check(memory.dtype, memory.shape)
        let storage = TensorStorage(uninitialized: memory.byteCount)
        address = storage.baseAddress
        values[index] = .tensor(
          Tensor(dtype: memory.dtype, shape: memory.shape, storage: storage))
      }
      for part in output.parts { buffers[part.buffer] = address + part.offset }
    }
  }

  /// Fills in the outputs that no step wrote to their place.
  ///
  /// - Parameters:
  ///   - values: As ``bind(outputs:_:)`` left them.
  ///   - free: Values without a buffer that the steps made.
  /// - Throws: `invalidGraph` when an output has no value.
  func finish(
    _ values: inout [RuntimeValue],
    _ buffers: UnsafeMutablePointer<UnsafeMutableRawPointer>, free: [ValueID: RuntimeValue]
  ) throws(GraphError) {
    for (index, output) in outputs.enumerated() {
      if let memory = output.memory {
        guard output.isCopied, var tensor = values[index].takeTensor() else { continue }
        guard let address = tensor.exclusiveAddress() else {
          preconditionFailure("output \"\(output.name)\" was given away during the run")
        }
        address.copyMemory(from: buffers[memory.buffer], byteCount: memory.byteCount)
        values[index] = .tensor(tensor)
      } else if let value = free[output.value] {
        values[index] = value
      } else if let constant = output.constant {
        values[index] = .tensor(constant)
      } else {
        throw GraphError(.invalidGraph, "output \"\(output.name)\" has no value")
      }
    }
  }
}
