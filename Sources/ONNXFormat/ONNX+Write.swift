// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

extension ONNX {
  /// The opset that is written unless the model needs a newer one.
  public static let defaultOpset = 17

  /// Writes a model file: a temporary file beside it, flushed and renamed, so that the file is
  /// either complete or not there.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - path: The `.onnx` file.
  ///   - opset: The standard opset to write; nil is ``defaultOpset``, or the least one above it
  ///     that the model needs.
  ///   - externalThreshold: Tensors of at least so many bytes go into `<path>.data`; nil keeps all
  ///     in one file, which protobuf limits to 2 GiB.
  /// - Returns: The opset that was written.
  /// - Throws: `unsupported` when the model needs a newer opset than `opset`, or an operation that
  ///   ONNX cannot express; `io`.
  @discardableResult
  public static func write(
    _ model: Model, to path: String, opset: Int? = nil, externalThreshold: Int? = nil
  ) throws -> Int {
    var external: ExternalTensors?
    if let externalThreshold {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      external = ExternalTensors(location: name + ".data", threshold: externalThreshold)
    }
    let (proto, writing) = try message(model, opset: opset, external: external)
    if let external, !external.tensors.isEmpty {
      var data = try AtomicFile(path: path + ".data")
      try external.write(to: &data)
      try data.commit()
    }
    var file = try AtomicFile(path: path)
    try WireWriter.write(proto, payloads: writing.payloads, to: &file)
    try file.commit()
    return writing.opset
  }

  /// The bytes of a model file.
  ///
  /// - Throws: as ``write(_:to:opset:externalThreshold:)``, except `io`.
  public static func bytes(of model: Model, opset: Int? = nil) throws -> [UInt8] {
    let (proto, writing) = try message(model, opset: opset, external: nil)
    return try WireWriter.bytes(of: proto, payloads: writing.payloads)
  }

  private static func message(
    _ model: Model, opset wanted: Int?, external: ExternalTensors?
  ) throws -> (Wire_ModelProto, ModelWriting) {
    let first = wanted ?? defaultOpset
    guard writableOpsets.contains(first) else {
      throw ONNXError(
        .unsupported,
        "opset \(first) cannot be written, expected \(writableOpsets.lowerBound) to "
          + "\(writableOpsets.upperBound)")
    }
    var opset = first
    while true {
      let files = external.map {
        ExternalTensors(location: $0.location, threshold: $0.threshold)
      }
      let writing = ModelWriting(opset: opset, external: files)
      let graph = try GraphWriter(model.graph, writing: writing).write()
      if writing.requiredOpset <= opset {
        files?.tensors.forEach { _ = external?.add($0.tensor) }
        return (message(model, graph, writing), writing)
      }
      guard wanted == nil, writableOpsets.contains(writing.requiredOpset) else {
        throw ONNXError(
          .unsupported,
          "the model needs opset \(writing.requiredOpset), opset \(opset) was asked for")
      }
      opset = writing.requiredOpset
    }
  }

  private static func message(
    _ model: Model, _ graph: Wire_GraphProto, _ writing: ModelWriting
  ) -> Wire_ModelProto {
    var proto = Wire_ModelProto()
    // The first IR version that allows the opset.
    proto.irVersion =
      switch writing.opset {
      case ...18: 8
      case ...20: 9
      case ...22: 10
      default: 11
      }
    proto.producerName = "espalier"
    proto.graph = graph
    var domains = writing.domains
    domains[""] = writing.opset
    proto.opsetImport = domains.sorted { $0.key < $1.key }.map { domain, version in
      var entry = Wire_OperatorSetIdProto()
      (entry.domain, entry.version) = (domain, Int64(version))
      return entry
    }
    proto.metadataProps = model.metadata.sorted { $0.key < $1.key }.map { key, value in
      var entry = Wire_StringStringEntryProto()
      (entry.key, entry.value) = (key, value)
      return entry
    }
    return proto
  }
}
