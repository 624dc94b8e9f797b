// SPDX-License-Identifier: Apache-2.0

/// Why the bytes of a `.npy` file could not be read, or a tensor not written as one.
public struct NumPyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure; more may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String { case malformed, unsupported, limitExceeded }
    private let kind: Kind

    /// The bytes are not a `.npy` file, or a damaged one.
    public static let malformed = Code(kind: .malformed)
    /// A format version or an element type that is not read or written here.
    public static let unsupported = Code(kind: .unsupported)
    /// The header is longer, or the array has more axes, than is accepted.
    public static let limitExceeded = Code(kind: .limitExceeded)

    /// The code's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of failure.
  public let code: Code
  /// The file, or whatever else the caller named the bytes.
  public let place: String
  /// What was expected and what came; without a full stop.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, at place: String, _ message: String) {
    (self.code, self.place, self.message) = (code, place, message)
  }

  /// `place: message`, one line.
  public var description: String { "\(place): \(message)" }
}

/// The `.npy` format: one array with its type and shape.
///
/// Only bytes are handled here; reading and writing files is the caller's.
///
/// - Source: NumPy Enhancement Proposal 1 and the `numpy.lib.format` documentation, versions 1 to 3.
public enum NumPyFile {
  /// The longest header that is read, in bytes.
  static let maximumHeaderBytes = 1 << 16
  /// The most bytes that can stand before the elements of a file that is read.
  package static let maximumPrefixBytes = maximumHeaderBytes + 12
  /// The most axes that are read; NumPy itself has 64.
  static let maximumRank = 64
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  private static let alignment = 64

  // MARK: Reading

  /// Reads an array: versions 1 to 3, either byte order, C or Fortran order, `f2 f4 f8`, integers
  /// of 8 to 64 bits, and `bool`. The result is row-major.
  ///
  /// - Parameters:
  ///   - file: The bytes of the file, all of them.
  ///   - name: What errors call it.
  /// - Throws: `malformed`, `unsupported`, `limitExceeded`. Nothing is allocated that the number of
  ///   bytes does not justify.
  public static func read(_ file: [UInt8], name: String) throws(NumPyError) -> Tensor {
    let header = try header(file[...], name: name)
    return try tensor(header, file[header.dataOffset...], name: name)
  }

  /// Reads what stands before the elements, to read those in parts.
  ///
  /// - Parameters:
  ///   - file: The beginning of the file, or all of it: ``maximumPrefixBytes`` are enough.
  ///   - name: What errors call it.
  /// - Throws: as ``read(_:name:)``.
  package static func header(
    _ file: ArraySlice<UInt8>, name: String
  ) throws(NumPyError) -> NumPyHeader {
    let first = file.startIndex
    guard file.count >= 10, file.starts(with: magic) else {
      throw NumPyError(
        .malformed, at: name, "is not a .npy file: it does not begin with \\x93NUMPY")
    }
    let version = file[first + 6]
    guard (1...3).contains(version) else {
      throw NumPyError(
        .unsupported, at: name,
        "has .npy format version \(version).\(file[first + 7]), expected 1 to 3")
    }
    let start = version == 1 ? 10 : 12
    guard file.count >= start else {
      throw NumPyError(.malformed, at: name, "ends within the length of the header")
    }
    let length = file[first + 8..<first + start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= maximumHeaderBytes else {
      throw NumPyError(
        .limitExceeded, at: name,
        "the header takes \(length) bytes, the limit is \(maximumHeaderBytes)")
    }
    guard file.count - start >= length else {
      throw NumPyError(
        .malformed, at: name, "the header takes \(length) bytes, the file has \(file.count - start)"
      )
    }
    let bytes = file[first + start..<first + start + length]
    var parser = HeaderParser(bytes: bytes, name: name)
    let fields = try parser.fields()
    let (dtype, isBigEndian) = try elementType(fields.descriptor, name)
    return NumPyHeader(
      dtype: dtype, isBigEndian: isBigEndian, isFortranOrder: fields.isFortranOrder,
      shape: fields.shape, dataOffset: start + length)
  }

  /// The tensor that elements stand for.
  ///
  /// - Parameters:
  ///   - header: How they are stored, and the shape; a part of an array has a smaller one.
  ///   - data: The bytes of the elements.
  ///   - name: What errors call the file.
  /// - Throws: `malformed` when the shape takes another number of bytes.
  package static func tensor(
    _ header: NumPyHeader, _ data: ArraySlice<UInt8>, name: String
  ) throws(NumPyError) -> Tensor {
    let (dtype, isBigEndian) = (header.dtype, header.isBigEndian)
    guard let size = ShapeMath.byteCount(of: dtype, shape: header.shape) else {
      throw NumPyError(.malformed, at: name, "the size of shape \(header.shape) overflows")
    }
    guard data.count == size else {
      throw NumPyError(
        .malformed, at: name,
        "\(dtype) of shape \(header.shape) takes \(size) bytes, the file has \(data.count)")
    }
    let width = dtype.bitWidth / 8
    let shape = header.isFortranOrder ? header.shape.reversed() : header.shape
    let stored = Tensor(uninitialized: dtype, shape: shape) { target in
      target.copyBytes(from: data)
      // Swift's Bool has two valid bytes only.
      if dtype == .bool { for index in target.indices { target[index] = min(target[index], 1) } }
      guard isBigEndian, width > 1 else { return }
      for first in stride(from: 0, to: target.count, by: width) {
        for index in 0..<width / 2 { target.swapAt(first + index, first + width - 1 - index) }
      }
    }
    guard header.isFortranOrder, header.shape.count > 1 else { return stored }
    let steps = Array(ShapeMath.strides(shape).reversed())
    let indices = ShapeMath.stridedIndices(shape: header.shape, steps: steps)
    return stored.picking(indices, shape: header.shape)
  }

  private static func elementType(
    _ descriptor: String, _ name: String
  ) throws(NumPyError) -> (ElementType, isBigEndian: Bool) {
    let order = descriptor.first
    let hasOrder = order.map { "<>=|".contains($0) } ?? false
    let kind = hasOrder ? String(descriptor.dropFirst()) : descriptor
    guard let dtype = readableTypes[kind], order != "|" || dtype.bitWidth == 8 else {
      throw NumPyError(
        .unsupported, at: name,
        "has elements of type '\(printable(descriptor))', expected f2, f4, f8, i1 to i8, u1 to u8 "
          + "or b1; convert it with numpy's astype")
    }
    #if _endian(big)
      return (dtype, order != "<")
    #else
      return (dtype, order == ">")
    #endif
  }

  private static let readableTypes: [String: ElementType] = [
    "f2": .float16, "f4": .float32, "f8": .float64,
    "i1": .int8, "i2": .int16, "i4": .int32, "i8": .int64,
    "u1": .uint8, "u2": .uint16, "u4": .uint32, "u8": .uint64,
    "b1": .bool, "?": .bool,
  ]

  // MARK: Writing

  /// The bytes of a `.npy` file: version 1, little-endian, row-major.
  ///
  /// Types that NumPy lacks become the smallest one that holds every value: `bfloat16` and 8-bit
  /// floats `float32`, `int4` `int8`, `uint4` `uint8`.
  ///
  /// - Throws: `unsupported` for strings.
  public static func bytes(of tensor: Tensor, name: String) throws(NumPyError) -> [UInt8] {
    let (stored, descriptor) = try storable(tensor, name)
    let shape = stored.shape.map(String.init).joined(separator: ", ")
    let tuple = stored.rank == 1 ? "(\(shape),)" : "(\(shape))"
    var header = Array(
      "{'descr': '\(descriptor)', 'fortran_order': False, 'shape': \(tuple), }".utf8)
    let unpadded = magic.count + 4 + header.count + 1
    header += [UInt8](
      repeating: UInt8(ascii: " "), count: (alignment - unpadded % alignment) % alignment)
    header.append(UInt8(ascii: "\n"))
    var file = magic + [1, 0, UInt8(header.count & 0xFF), UInt8(header.count >> 8)] + header
    file.reserveCapacity(file.count + stored.byteCount)
    stored.withUnsafeBytes { file += $0 }
    return file
  }

  private static func storable(
    _ tensor: Tensor, _ name: String
  ) throws(NumPyError) -> (Tensor, descriptor: String) {
    switch tensor.dtype {
    case .string:
      throw NumPyError(.unsupported, at: name, "holds strings, which are not written as .npy")
    case .bfloat16, .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ:
      return (Tensor(doubles: tensor.doubles(), dtype: .float32, shape: tensor.shape), "<f4")
    case .int4, .uint4:
      let isSigned = tensor.dtype == .int4
      let wide = Tensor(
        int64s: tensor.int64s(), dtype: isSigned ? .int8 : .uint8, shape: tensor.shape)
      return (wide, isSigned ? "|i1" : "|u1")
    case .bool: return (tensor, "|b1")
    default:
      let width = tensor.dtype.bitWidth / 8
      let kind = tensor.dtype.isFloatingPoint ? "f" : tensor.dtype.isUnsignedInteger ? "u" : "i"
      return (tensor, (width == 1 ? "|" : "<") + kind + String(width))
    }
  }
}

/// How a `.npy` file stores its array.
package struct NumPyHeader: Hashable, Sendable {
  /// The type of the elements.
  package let dtype: ElementType
  /// Whether the most significant byte of an element comes first.
  package let isBigEndian: Bool
  /// Whether the first axis varies fastest.
  package let isFortranOrder: Bool
  /// The extents of the array.
  package var shape: [Int]
  /// Where the elements begin, in bytes from the beginning of the file.
  package let dataOffset: Int
}

/// The entries of the header's dictionary.
private struct HeaderFields {
  var descriptor: String
  var isFortranOrder: Bool
  var shape: [Int]
}

/// Reads the header: a Python dictionary with exactly the keys `descr`, `fortran_order`, `shape`.
private struct HeaderParser {
  private let bytes: ArraySlice<UInt8>
  private let name: String
  private var position: Int

  init(bytes: ArraySlice<UInt8>, name: String) {
    (self.bytes, self.name, position) = (bytes, name, bytes.startIndex)
  }

  mutating func fields() throws(NumPyError) -> HeaderFields {
    var descriptor: String?
    var isFortranOrder: Bool?
    var shape: [Int]?
    try expect("{")
    while !skip("}") {
      let key = try string()
      try expect(":")
      switch key {
      case "descr" where descriptor == nil: descriptor = try type()
      case "fortran_order" where isFortranOrder == nil: isFortranOrder = try boolean()
      case "shape" where shape == nil: shape = try tuple()
      default:
        throw error(
          "has the key '\(printable(key))', expected descr, fortran_order and shape once each")
      }
      if !skip(",") {
        try expect("}")
        break
      }
    }
    skipSpace()
    guard position == bytes.endIndex else { throw error("goes on after the dictionary") }
    guard let descriptor, let isFortranOrder, let shape else {
      throw error("lacks one of the keys descr, fortran_order, shape")
    }
    return HeaderFields(descriptor: descriptor, isFortranOrder: isFortranOrder, shape: shape)
  }

  /// A simple type is a string; a list describes the fields of records.
  private mutating func type() throws(NumPyError) -> String {
    skipSpace()
    if peek == UInt8(ascii: "[") {
      throw NumPyError(.unsupported, at: name, "holds records, expected an array of numbers")
    }
    return try string()
  }

  private mutating func string() throws(NumPyError) -> String {
    skipSpace()
    guard let quote = peek, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw error("has no string at byte \(offset)")
    }
    position += 1
    guard let end = bytes[position...].firstIndex(of: quote) else {
      throw error("has a string that does not end")
    }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  private mutating func boolean() throws(NumPyError) -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)]
    where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw error("has neither True nor False at byte \(offset)")
  }

  private mutating func tuple() throws(NumPyError) -> [Int] {
    try expect("(")
    var numbers: [Int] = []
    while !skip(")") {
      numbers.append(try number())
      guard numbers.count <= NumPyFile.maximumRank else {
        throw NumPyError(
          .limitExceeded, at: name, "has more than \(NumPyFile.maximumRank) axes")
      }
      if !skip(",") {
        guard numbers.count > 1 else { throw error("has a shape that is no tuple") }
        try expect(")")
        break
      }
    }
    return numbers
  }

  private mutating func number() throws(NumPyError) -> Int {
    skipSpace()
    let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
      throw error("has no extent at byte \(offset) that fits 63 bits")
    }
    position = digits.endIndex
    // Python 2 wrote long integers with a suffix.
    if peek == UInt8(ascii: "L") { position += 1 }
    return value
  }

  private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }
  private var offset: Int { position - bytes.startIndex }

  private mutating func skipSpace() {
    while let byte = peek, byte == UInt8(ascii: " ") || (9...13).contains(byte) { position += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(NumPyError) {
    guard skip(character) else { throw error("has no '\(character)' at byte \(offset)") }
  }

  private func error(_ message: String) -> NumPyError {
    NumPyError(.malformed, at: name, "the header \(message)")
  }
}

/// Text from a file, cut to a line of sensible length without control characters.
private func printable(_ text: String) -> String {
  String(
    text.unicodeScalars.prefix(40).map { $0.value < 32 || $0.value == 127 ? "?" : Character($0) })
}
