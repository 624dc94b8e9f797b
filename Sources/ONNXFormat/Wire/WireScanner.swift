// SPDX-License-Identifier: Apache-2.0
internal import Foundation
package import IR
package import SwiftProtobuf

/// What a file may ask for before it is decoded.
package struct WireLimits: Hashable, Sendable {
  /// Bytes of the file. Protobuf itself ends at 2 GiB.
  package var modelBytes = 1 << 31
  /// Nodes of all graphs and functions together.
  package var nodes = 200_000
  /// Nested messages of all kinds together: two bytes of a file can ask for one that takes some
  /// hundred bytes of memory.
  package var elements = 4_000_000
  /// Messages within each other, the outermost not counted. The decoder recurses to this depth.
  package var messageDepth = 128
  /// Graphs within attributes within each other.
  package var subgraphDepth = 32

  /// The declared limits.
  package init() {}

  /// The declared limits, with those of `resources` where it has the same.
  package init(_ resources: ResourceLimits) {
    modelBytes = resources.modelBytes
    nodes = resources.nodeCount
    subgraphDepth = resources.subgraphDepth
    // A subgraph is three messages deep: node, attribute, graph.
    messageDepth = 32 + 3 * min(subgraphDepth, 1_000)
  }
}

/// The walk over a file that comes before the decoder.
package enum WireScanner {
  /// The kinds of message a file may hold.
  package enum Root: Sendable {
    /// A `.onnx` file.
    case model
    /// A single value, as in the files of a test case.
    case tensor, sequence, optional

    var message: WireMessage {
      switch self {
      case .model: .model
      case .tensor: .tensor
      case .sequence: .sequence
      case .optional: .optional
      }
    }
  }

  /// Checks that a file is a well-formed message within the limits, and takes every large
  /// `raw_data` out of it, so that weights are read straight from the file.
  ///
  /// A tensor whose `raw_data` was taken out decodes with an empty one and a marker, a field of a
  /// number that is in no file: the walk removes that number from what it reads, so a marker is
  /// always the scanner's own. Unknown fields are kept.
  ///
  /// - Parameters:
  ///   - file: The bytes; kept alive by the result.
  ///   - root: What the file holds.
  ///   - limits: What it may ask for.
  ///   - threshold: The size in bytes from which `raw_data` is taken out; at least 16.
  /// - Throws: `malformed`, `truncated` or `limitExceeded`, with offset and path.
  /// - Complexity: O(bytes), without those of `raw_data`.
  package static func scan(
    _ file: MappedFile, as root: Root = .model, limits: WireLimits = WireLimits(),
    threshold: Int = 4096
  ) throws(ONNXError) -> ScannedFile {
    defer { withExtendedLifetime(file) {} }
    let bytes = Span<UInt8>(_unsafeBytes: file.bytes)
    guard bytes.count <= limits.modelBytes else {
      throw ONNXError(
        .limitExceeded, at: file.path,
        "\(bytes.count) bytes, more than the limit of \(limits.modelBytes)")
    }
    // A marker takes up to 12 bytes; what is taken out must be larger.
    var walker = WireWalker(.strip(threshold: max(threshold, 16)), limits: limits)
    try walker.walk(bytes, root: root.message)
    var reduced: [UInt8]?
    if !walker.edits.isEmpty {
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + walker.growth)
      try walker.edits.apply(to: bytes) {
        output.append(contentsOf: $0)
      } payload: { _ in
      }
      reduced = output
    }
    return ScannedFile(
      file: file, payloads: walker.payloads, nodeCount: walker.nodeCount,
      elementCount: walker.elementCount, limits: limits, reduced: reduced)
  }
}

/// A file that passed the scan: its message without large payloads, and where these are.
package struct ScannedFile: Sendable {
  /// Where the bytes are.
  package let file: MappedFile
  /// Where in the file the `raw_data` lie that were taken out, by index.
  package let payloads: [Range<Int>]
  /// Nodes of all graphs and functions together.
  package let nodeCount: Int
  /// Nested messages of all kinds together.
  package let elementCount: Int
  /// The limits that the file kept to.
  let limits: WireLimits
  /// The message to decode; nil when it is the file as it is.
  let reduced: [UInt8]?

  /// Decodes the message without its large payloads.
  ///
  /// - Parameter type: The message type of the root that was scanned.
  /// - Throws: `malformed`.
  package func decode<Message: SwiftProtobuf.Message>(
    as type: Message.Type
  ) throws(ONNXError) -> Message {
    defer { withExtendedLifetime(file) {} }
    var options = BinaryDecodingOptions()
    options.messageDepthLimit = limits.messageDepth + 1
    do {
      if let reduced {
        return try Message(serializedBytes: reduced, partial: true, options: options)
      }
      guard let start = file.bytes.baseAddress else { return Message() }
      let data = Data(
        bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: file.bytes.count,
        deallocator: .none)
      return try Message(serializedBytes: data, partial: true, options: options)
    } catch {
      throw ONNXError(.malformed, at: file.path, "the protobuf decoder refuses it: \(error)")
    }
  }

  /// Where in the file a tensor's `raw_data` lies, or nil when the tensor holds its data itself.
  ///
  /// - Precondition: The tensor was decoded from this file.
  package func payload(of tensor: Wire_TensorProto) -> Range<Int>? {
    tensor.payloadIndex.map { payloads[$0] }
  }
}

extension Wire_TensorProto {
  /// The index in a table of payloads of the bytes that belong into `raw_data`; nil when there is
  /// none and `raw_data` is the field itself.
  ///
  /// Setting an index empties `rawData`; the writer puts the payload there.
  package var payloadIndex: Int? {
    get { payloadMarker > 0 && rawData.isEmpty ? Int(payloadMarker) - 1 : nil }
    set {
      if let newValue {
        rawData = Data()
        payloadMarker = UInt64(newValue) + 1
      } else {
        clearPayloadMarker()
      }
    }
  }
}

extension [WireEdit] {
  /// Writes `bytes` with the edits made: `literal` takes what is known, `payload` is told when the
  /// bytes of a payload are due.
  func apply(
    to bytes: Span<UInt8>, literal: (UnsafeRawBufferPointer) throws(ONNXError) -> Void,
    payload: (Int) throws(ONNXError) -> Void
  ) throws(ONNXError) {
    var position = 0
    for edit in self {
      try bytes.extracting(position..<edit.range.lowerBound).bytes.withUnsafeBytes(literal)
      try edit.replacement.bytes.span.bytes.withUnsafeBytes(literal)
      if case .payload(let index, _) = edit.replacement { try payload(index) }
      position = edit.range.upperBound
    }
    try bytes.extracting(position..<bytes.count).bytes.withUnsafeBytes(literal)
  }
}
