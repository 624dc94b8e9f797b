// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Passes
import Runtime
import Tensors

/// What a file that nobody vouches for goes through: read, checked, optimized, planned, run.
enum ModelRun {
  /// What tests let a model ask for.
  static let limits: ResourceLimits = {
    var limits = ResourceLimits()
    (limits.tensorBytes, limits.runBytes, limits.loadSeconds) = (256 << 20, 1 << 30, 2)
    return limits
  }()

  static let options = SessionOptions(threads: 1, limits: limits, runSeconds: 2)

  /// Reads the model and runs it on small inputs, or on the values that the model has for them.
  ///
  /// - Parameters:
  ///   - folder: Where the model is written first; nil reads it as bytes.
  ///   - writes: Whether the model is also written as ONNX, which may be refused.
  /// - Returns: The outputs.
  static func outputs(
    of bytes: [UInt8], folder: String? = nil, writes: Bool = false
  ) throws -> [RuntimeValue] {
    let model: Model
    if let folder {
      try Data(bytes).write(to: URL(filePath: "\(folder)/model.onnx"))
      model = try ONNX.read(contentsOf: "\(folder)/model.onnx", limits: limits)
    } else {
      model = try ONNX.read(bytes: bytes, limits: limits)
    }
    var graph = model.graph
    try graph.checkInvariants()
    // What `inspect` prints, and what a writer makes of it.
    _ = graph.receptiveFields()
    for node in graph.nodes { _ = node.operation.cost(graph.operandTypes(of: node)) }
    if writes { _ = try? ONNX.bytes(of: model) }
    try Pipeline.inference.run(on: &graph)
    let inputs = graph.inputs.map { input in
      graph.initializers[input].map(RuntimeValue.tensor) ?? sample(of: graph.type(of: input))
    }
    return try Session(graph, options: options).run(inputs)
  }

  /// A small value of the type; nil when it has no small one.
  static func sample(of type: ValueType) -> RuntimeValue? {
    switch type {
    case .tensor(let tensor):
      let shape = tensor.dimensions?.map { $0.value ?? 2 } ?? [2]
      guard shape.allSatisfy({ $0 >= 0 }), let count = ShapeMath.elementCount(shape),
        count <= 1 << 16
      else { return nil }
      if tensor.dtype == .string {
        return .tensor(Tensor(strings: (0..<count).map { "text \($0 % 3)" }, shape: shape))
      }
      let numbers = (0..<count).map { Int64($0 * 5 % 4) }
      if tensor.dtype == .float32 {
        return .tensor(Tensor(numbers.map { Float($0) / 2 - 0.5 }, shape: shape))
      }
      guard tensor.dtype.isInteger || tensor.dtype == .bool else {
        return .tensor(Tensor(zeros: tensor.dtype, shape: shape))
      }
      return .tensor(Tensor(int64s: numbers, dtype: tensor.dtype, shape: shape))
    case .sequence(let element):
      let items = [sample(of: .tensor(element))?.tensor].compactMap { $0 }
      return .sequence(element.dtype, items)
    case .optional(let element): return .optional(element, sample(of: element))
    }
  }
}
