// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import ONNXFormat
import Passes
import Runtime
import Tensors

/// Reads a model file; errors name it.
///
/// - Throws: what `ONNX.read` throws.
func readModel(_ path: String) throws -> Model {
  do {
    return try ONNX.read(contentsOf: path)
  } catch let error as ONNXError where !error.place.hasPrefix(path) {
    let place = error.place.isEmpty ? path : "\(path): \(error.place)"
    throw ONNXError(error.code, at: place, error.message)
  } catch let error as GraphError {
    let place = error.node.isEmpty ? path : "\(path): \(error.node)"
    throw GraphError(error.code, node: place, error.message)
  }
}

/// A model read from its file and made ready to run.
struct LoadedModel {
  /// As the file has it.
  let model: Model
  /// What runs it, after the passes.
  let session: Session
  /// What is remembered of measured choices.
  let wisdom: WisdomFile
  /// The instruction set of the kernels.
  let instructionSet: String

  /// Reads and simplifies a model.
  ///
  /// - Parameter wisdom: What the models of one command share; nil to read the file.
  /// - Throws: what reading and the passes throw, and `InstructionSetError` first of all.
  init(_ path: String, _ common: CommonOptions, sharing wisdom: WisdomFile? = nil) throws {
    // Before reading, which may take long.
    _ = try KernelCatalog.selected
    try self.init(try readModel(path), common, sharing: wisdom)
  }

  /// Simplifies a model that is there already.
  ///
  /// - Throws: what the passes throw, and `InstructionSetError`.
  init(_ model: Model, _ common: CommonOptions, sharing wisdom: WisdomFile? = nil) throws {
    instructionSet = try KernelCatalog.selected.instructionSet.description
    self.model = model
    var graph = model.graph
    try Pipeline.inference.run(on: &graph)
    self.wisdom = try wisdom ?? WisdomFile(common.wisdomPath)
    session = Session(graph, options: common.sessionOptions, wisdom: self.wisdom.wisdom)
  }

  /// Bytes of the constants, as the file has them.
  var weightBytes: Int {
    model.graph.initializers.values.reduce(0) { $0 + $1.byteCount }
  }
}

extension Session {
  /// Plans for the types of `values`, so that the next run is timed without planning.
  func prepare(for values: [RuntimeValue?]) throws {
    var types: [ValueID: ValueType] = [:]
    for case (let input, let value?) in zip(graph.inputs, values) { types[input] = value.type }
    try prepare(for: types)
  }
}
