// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// Reading and writing ONNX files.
public enum ONNX {
  /// Standard opsets that are read. Forms older than opset 6 are read where they mean the same.
  public static let readableOpsets = 1...24
  /// Standard opsets that are written.
  public static let writableOpsets = 13...24
  /// IR versions that are read.
  public static let readableIRVersions = 3...12

  /// Reads a model file; weights stay in the file's mapping until they are used.
  ///
  /// - Parameters:
  ///   - path: The `.onnx` file. External data is looked for in its folder only.
  ///   - limits: What the file may ask for.
  /// - Throws: ``ONNXError`` or `GraphError`, naming the node or the offset.
  /// - Complexity: O(bytes of everything but large weights).
  public static func read(
    contentsOf path: String, limits: ResourceLimits = ResourceLimits()
  ) throws -> Model {
    let file = try MappedFile(path: path, maximumSize: limits.modelBytes)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[..<$0]) + "/" } ?? "."
    return try read(file, folder: folder, limits: limits)
  }

  /// Reads a model from bytes. External data is refused.
  ///
  /// - Throws: as ``read(contentsOf:limits:)``.
  public static func read(
    bytes: some Collection<UInt8>, limits: ResourceLimits = ResourceLimits()
  ) throws -> Model {
    try read(try MappedFile(copying: bytes), folder: nil, limits: limits)
  }

  private static func read(
    _ file: MappedFile, folder: String?, limits: ResourceLimits
  ) throws -> Model {
    var wireLimits = WireLimits()
    (wireLimits.modelBytes, wireLimits.nodes) = (limits.modelBytes, limits.nodeCount)
    wireLimits.subgraphDepth = limits.subgraphDepth
    let scanned = try WireScanner.scan(file, limits: wireLimits)
    let proto = try scanned.decode(as: Wire_ModelProto.self)
    guard proto.hasGraph else {
      throw ONNXError(.invalidModel, at: file.path, "is not an ONNX model: it has no graph")
    }
    guard readableIRVersions.contains(Int(proto.irVersion)) else {
      throw ONNXError(
        .unsupported, at: file.path,
        "IR version \(proto.irVersion) is not supported, expected "
          + "\(readableIRVersions.lowerBound) to \(readableIRVersions.upperBound)")
    }
    let opsets = try GraphReader.opsets(proto.opsetImport)
    let reading = try ModelReading(
      tensors: TensorReader(scanned: scanned, folder: folder, limits: limits), limits: limits,
      functions: proto.functions)
    let reader = GraphReader(reading: reading, opsets: opsets, name: proto.graph.name)
    try reader.read(proto.graph, overridable: proto.irVersion >= 4)
    try reader.graph.checkInvariants()
    return Model(
      graph: reader.graph,
      metadata: Dictionary(
        proto.metadataProps.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last }),
      producer: proto.producerName, opset: opsets[""] ?? readableOpsets.upperBound)
  }

  /// Reads one value, as the test cases of ONNX store them.
  ///
  /// - Parameters:
  ///   - path: A serialized `TensorProto`, `SequenceProto` or `OptionalProto`.
  ///   - type: The type that the value must have; the file does not say what it holds.
  /// - Throws: ``ONNXError``.
  public static func readValue(
    contentsOf path: String, type: ValueType, limits: ResourceLimits = ResourceLimits()
  ) throws -> RuntimeValue {
    let file = try MappedFile(path: path, maximumSize: limits.modelBytes)
    switch type {
    case .tensor(let declared):
      let scanned = try WireScanner.scan(file, as: .tensor)
      let proto = try scanned.decode(as: Wire_TensorProto.self)
      let tensor = try TensorReader(scanned: scanned, folder: nil, limits: limits).read(
        proto, place: path)
      // The suite of onnx 1.17 stores bfloat16 as the bits it was made from, since NumPy has no
      // such type.
      if declared.dtype == .bfloat16, tensor.dtype == .uint16 {
        let bits = tensor.array(of: UInt16.self).map(BFloat16.init(bitPattern:))
        return .tensor(Tensor(bits, shape: tensor.shape))
      }
      return .tensor(tensor)
    case .sequence(let element):
      let scanned = try WireScanner.scan(file, as: .sequence)
      let proto = try scanned.decode(as: Wire_SequenceProto.self)
      let tensors = TensorReader(scanned: scanned, folder: nil, limits: limits)
      return .sequence(
        element.dtype, try proto.tensorValues.map { try tensors.read($0, place: path) })
    case .optional(let element):
      let scanned = try WireScanner.scan(file, as: .optional)
      let proto = try scanned.decode(as: Wire_OptionalProto.self)
      let tensors = TensorReader(scanned: scanned, folder: nil, limits: limits)
      if proto.hasTensorValue {
        return .optional(element, .tensor(try tensors.read(proto.tensorValue, place: path)))
      }
      if proto.hasSequenceValue, case .sequence(let inner) = element {
        let items = try proto.sequenceValue.tensorValues.map { try tensors.read($0, place: path) }
        return .optional(element, .sequence(inner.dtype, items))
      }
      return .optional(element, nil)
    }
  }

  /// Reads a tensor file (`TensorProto`).
  ///
  /// - Throws: ``ONNXError``.
  public static func readTensor(
    contentsOf path: String, limits: ResourceLimits = ResourceLimits()
  ) throws -> Tensor {
    let value = try readValue(
      contentsOf: path, type: .tensor(.float32, dimensions: nil), limits: limits)
    guard let tensor = value.tensor else {
      throw ONNXError(.malformed, at: path, "does not hold a tensor")
    }
    return tensor
  }
}
