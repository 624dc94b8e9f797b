// SPDX-License-Identifier: Apache-2.0
import IR
import ONNXFormat
import Passes
import Runtime

/// A model read from its file and made ready to run.
struct LoadedModel {
  /// As the file has it.
  let model: Model
  /// What runs it, after the passes.
  let session: Session
  /// The instruction set of the kernels.
  let instructionSet: String

  /// Reads and simplifies a model.
  ///
  /// - Throws: what reading and the passes throw, and `InstructionSetError` first of all.
  init(_ path: String, options: SessionOptions) throws {
    instructionSet = try KernelCatalog.selected.instructionSet.description
    model = try ONNX.read(contentsOf: path)
    var graph = model.graph
    try Pipeline.inference.run(on: &graph)
    session = Session(graph, options: options)
  }

  /// Bytes of the constants, as the file has them.
  var weightBytes: Int {
    model.graph.initializers.values.reduce(0) { $0 + $1.byteCount }
  }
}
