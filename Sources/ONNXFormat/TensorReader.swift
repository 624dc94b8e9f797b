// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Tensors

/// Reads `TensorProto`s: typed fields, raw bytes, external files.
///
/// Large raw data and external data stay in the mapping of their file.
final class TensorReader {
  private let scanned: ScannedFile
  private let limits: ResourceLimits
  /// Folder of the model, nil when the model came as bytes: then there is no external data.
  private let folder: String?
  private var externalFiles: [String: MappedFile] = [:]
  private var externalBytes = 0
  /// Bytes of tensors that have memory of their own. A function's are read at each of its calls.
  private var copiedBytes = 0

  init(scanned: ScannedFile, folder: String?, limits: ResourceLimits) {
    (self.scanned, self.folder, self.limits) = (scanned, folder, limits)
  }

  /// The tensor.
  ///
  /// - Throws: `invalidModel` when data and shape do not fit, `externalData`, `limitExceeded`,
  ///   `unsupported`.
  func read(_ proto: Wire_TensorProto, place: String) throws -> Tensor {
    let dtype = try ElementType(onnx: Int(proto.dataType), place: place)
    guard !proto.hasSegment else {
      throw ONNXError(.unsupported, at: place, "segmented tensors are not supported")
    }
    var shape: [Int] = []
    for dim in proto.dims {
      guard dim >= 0 else {
        throw ONNXError(.invalidModel, at: place, "dimension \(dim) of the shape is negative")
      }
      shape.append(Int(dim))
    }
    do { try limits.check(dtype, shape) } catch { throw error.at(place) }
    if proto.dataLocation == .external {
      return try readExternal(proto, dtype, shape, place: place)
    }
    if let range = scanned.payload(of: proto) {
      try expect(
        range.count, "bytes of raw data", dtype, shape, place, exact: byteCount(dtype, shape))
      return Tensor(
        dtype: dtype, shape: shape,
        storage: TensorStorage(
          borrowing: UnsafeRawBufferPointer(rebasing: scanned.file.bytes[range]),
          owner: scanned.file, isReloadable: scanned.file.isFileBacked))
    }
    copiedBytes += max(byteCount(dtype, shape), proto.stringData.count * 16)
    guard copiedBytes <= limits.runBytes else {
      throw ONNXError(
        .limitExceeded, at: place,
        "the model's constants take more than \(limits.runBytes) bytes after its functions are "
          + "expanded")
    }
    if dtype == .string { return try readStrings(proto, shape, place: place) }
    if proto.hasRawData {
      let raw = proto.rawData
      try expect(
        raw.count, "bytes of raw data", dtype, shape, place, exact: byteCount(dtype, shape))
      return Tensor(dtype: dtype, shape: shape, bytes: [UInt8](raw))
    }
    return try readFields(proto, dtype, shape, place: place)
  }

  /// The dense form of a sparse tensor.
  ///
  /// - Throws: `invalidModel` when an index is outside the shape.
  func read(_ sparse: Wire_SparseTensorProto, place: String) throws -> Tensor {
    let values = try read(sparse.values, place: place)
    let indices = try read(sparse.indices, place: place)
    let shape = sparse.dims.map { Int($0) }
    guard shape.allSatisfy({ $0 >= 0 }) else {
      throw ONNXError(.invalidModel, at: place, "shape \(shape) is negative")
    }
    do {
      try limits.check(values.dtype, shape)
      // The table of where each element comes from.
      try limits.check(.int64, shape)
    } catch { throw error.at(place) }
    guard values.rank == 1, indices.dtype == .int64,
      indices.shape == [values.count] || indices.shape == [values.count, shape.count]
    else {
      throw ONNXError(
        .invalidModel, at: place,
        "indices \(indices.dtype)\(indices.shape) do not fit values \(values.shape) of a tensor "
          + "of shape \(shape)")
    }
    let count = shape.reduce(1, *)
    var picks = [Int](repeating: -1, count: count)
    let numbers = indices.int64s()
    let strides = ShapeMath.strides(shape)
    for item in 0..<values.count {
      var target = 0
      if indices.rank == 1 {
        target = Int(numbers[item])
      } else {
        for axis in shape.indices {
          let index = Int(numbers[item * shape.count + axis])
          guard index >= 0, index < shape[axis] else {
            throw ONNXError(
              .invalidModel, at: place, "index \(index) of axis \(axis) is outside shape \(shape)")
          }
          target += index * strides[axis]
        }
      }
      guard target >= 0, target < count else {
        throw ONNXError(.invalidModel, at: place, "index \(target) is outside shape \(shape)")
      }
      picks[target] = item
    }
    return values.picking(picks, shape: shape)
  }

  private func byteCount(_ dtype: ElementType, _ shape: [Int]) -> Int {
    ShapeMath.byteCount(of: dtype, shape: shape) ?? 0
  }

  private func expect(
    _ actual: Int, _ what: String, _ dtype: ElementType, _ shape: [Int], _ place: String,
    exact expected: Int
  ) throws(ONNXError) {
    guard actual == expected else {
      throw ONNXError(
        .invalidModel, at: place,
        "\(dtype)\(shape) takes \(expected) \(what), the file has \(actual)")
    }
  }

  private func readStrings(
    _ proto: Wire_TensorProto, _ shape: [Int], place: String
  ) throws -> Tensor {
    let count = shape.reduce(1, *)
    try expect(proto.stringData.count, "strings", .string, shape, place, exact: count)
    var strings: [String] = []
    for data in proto.stringData { strings.append(try utf8(data, place: place)) }
    return Tensor(strings: strings, shape: shape)
  }

  private func readFields(
    _ proto: Wire_TensorProto, _ dtype: ElementType, _ shape: [Int], place: String
  ) throws -> Tensor {
    let count = ShapeMath.elementCount(shape) ?? 0
    func check(_ actual: Int) throws {
      try expect(actual, "elements", dtype, shape, place, exact: count)
    }
    switch dtype {
    case .float32:
      try check(proto.floatData.count)
      return Tensor(proto.floatData, shape: shape)
    case .float64:
      try check(proto.doubleData.count)
      return Tensor(proto.doubleData, shape: shape)
    case .int64:
      try check(proto.int64Data.count)
      return Tensor(proto.int64Data, shape: shape)
    case .uint64:
      try check(proto.uint64Data.count)
      return Tensor(proto.uint64Data, shape: shape)
    case .uint32:
      try check(proto.uint64Data.count)
      return Tensor(proto.uint64Data.map { UInt32(truncatingIfNeeded: $0) }, shape: shape)
    case .int4, .uint4:
      let bytes = proto.int32Data.map { UInt8(truncatingIfNeeded: $0) }
      try expect(bytes.count, "bytes", dtype, shape, place, exact: (count + 1) / 2)
      return Tensor(dtype: dtype, shape: shape, bytes: bytes)
    case .float16, .bfloat16:
      try check(proto.int32Data.count)
      let bits = proto.int32Data.map { UInt16(truncatingIfNeeded: $0) }
      return Tensor(uninitialized: dtype, shape: shape) { target in
        bits.withUnsafeBytes { target.copyMemory(from: $0) }
      }
    case .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ:
      try check(proto.int32Data.count)
      return Tensor(
        dtype: dtype, shape: shape, bytes: proto.int32Data.map { UInt8(truncatingIfNeeded: $0) })
    default:
      try check(proto.int32Data.count)
      return Tensor(int64s: proto.int32Data.map(Int64.init), dtype: dtype, shape: shape)
    }
  }

  private func readExternal(
    _ proto: Wire_TensorProto, _ dtype: ElementType, _ shape: [Int], place: String
  ) throws -> Tensor {
    guard let folder else {
      throw ONNXError(
        .externalData, at: place,
        "a model given as bytes cannot have external data; read it by path")
    }
    guard dtype != .string else {
      throw ONNXError(.externalData, at: place, "strings cannot be external data")
    }
    var entries: [String: String] = [:]
    for entry in proto.externalData {
      guard ["location", "offset", "length", "checksum"].contains(entry.key) else {
        throw ONNXError(.externalData, at: place, "key \"\(entry.key)\" is not known")
      }
      guard entries.updateValue(entry.value, forKey: entry.key) == nil else {
        throw ONNXError(.externalData, at: place, "key \"\(entry.key)\" occurs twice")
      }
    }
    guard let location = entries["location"] else {
      throw ONNXError(.externalData, at: place, "key \"location\" is required and absent")
    }
    func number(_ key: String) throws(ONNXError) -> Int64? {
      guard let text = entries[key] else { return nil }
      guard let value = Int64(text) else {
        throw ONNXError(.externalData, at: place, "\(key) \"\(text)\" is not a number")
      }
      return value
    }
    let file = try externalFile(location, in: folder)
    let range = try ExternalData.range(
      offset: try number("offset") ?? 0, length: try number("length"), fileSize: file.bytes.count,
      path: location)
    try expect(
      range.count, "bytes of external data", dtype, shape, place, exact: byteCount(dtype, shape))
    return Tensor(
      dtype: dtype, shape: shape,
      storage: TensorStorage(
        borrowing: UnsafeRawBufferPointer(rebasing: file.bytes[range]), owner: file,
        isReloadable: file.isFileBacked))
  }

  private func externalFile(_ location: String, in folder: String) throws -> MappedFile {
    if let file = externalFiles[location] { return file }
    let file = try ExternalData.openBeneath(
      folder: folder, relativePath: location,
      maximumSize: limits.externalDataBytes - externalBytes)
    externalBytes += file.bytes.count
    externalFiles[location] = file
    return file
  }
}

/// The text in `data`.
///
/// - Throws: `invalidModel` when it is not UTF-8.
func utf8(_ data: Data, place: String) throws(ONNXError) -> String {
  guard let text = String(validating: data, as: UTF8.self) else {
    throw ONNXError(.invalidModel, at: place, "a string is not valid UTF-8")
  }
  return text
}
