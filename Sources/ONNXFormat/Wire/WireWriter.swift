// SPDX-License-Identifier: Apache-2.0
package import SwiftProtobuf

/// Bytes for a `raw_data` that are not in the message but are written when their turn comes.
package struct WirePayload {
  /// Takes the next bytes.
  package typealias Sink = (UnsafeRawBufferPointer) throws(ONNXError) -> Void

  /// How many bytes there are.
  package let byteCount: Int
  /// Hands all the bytes to the sink, in as many parts as it likes.
  package let write: (Sink) throws(ONNXError) -> Void

  /// Makes a payload of `byteCount` bytes, which `write` hands over.
  package init(byteCount: Int, write: @escaping (Sink) throws(ONNXError) -> Void) {
    self.byteCount = byteCount
    self.write = write
  }
}

/// The way back: messages whose tensors carry an index into a table of payloads.
package enum WireWriter {
  /// Writes a message, with each payload in the place of the tensor that names it; no payload is
  /// held in memory.
  ///
  /// The bytes are the same as if the payloads had been in the message.
  ///
  /// - Parameters:
  ///   - message: The message; tensors with a `payloadIndex` get their `raw_data` from the table.
  ///   - root: What the message is.
  ///   - payloads: The table.
  ///   - file: Where to; the caller commits it.
  /// - Throws: `limitExceeded` above 2 GiB, which protobuf readers refuse; `invalidModel` when an
  ///   index is outside the table or a payload does not deliver its size; `io`.
  package static func write(
    _ message: some SwiftProtobuf.Message, as root: WireScanner.Root = .model,
    payloads: [WirePayload], to file: inout AtomicFile
  ) throws(ONNXError) {
    try write(message, as: root, payloads: payloads) { (bytes) throws(ONNXError) in
      try file.write(bytes)
    }
  }

  /// The bytes that `write` writes to a file.
  ///
  /// - Throws: As `write`, except `io`.
  package static func bytes(
    of message: some SwiftProtobuf.Message, as root: WireScanner.Root = .model,
    payloads: [WirePayload] = []
  ) throws(ONNXError) -> [UInt8] {
    var output: [UInt8] = []
    try write(message, as: root, payloads: payloads) { output.append(contentsOf: $0) }
    return output
  }

  private static func write(
    _ message: some SwiftProtobuf.Message, as root: WireScanner.Root, payloads: [WirePayload],
    to sink: WirePayload.Sink
  ) throws(ONNXError) {
    let reduced: [UInt8]
    do {
      reduced = try message.serializedBytes(partial: true)
    } catch {
      throw ONNXError(.limitExceeded, "the protobuf encoder refuses the message: \(error)")
    }
    var limits = WireLimits()  // ours, and bounded by what is in memory already
    (limits.nodes, limits.elements, limits.subgraphDepth) = (.max, .max, .max)
    limits.messageDepth = .max
    var walker = WireWalker(.splice(sizes: payloads.map(\.byteCount)), limits: limits)
    try walker.walk(reduced.span, root: root.message)
    let byteCount = reduced.count + walker.growth
    guard byteCount <= Int(Int32.max) else {
      throw ONNXError(
        .limitExceeded,
        "the model takes \(byteCount) bytes, a protobuf file at most \(Int32.max); "
          + "use external data")
    }
    try walker.edits.apply(to: reduced.span, literal: sink) { (index) throws(ONNXError) in
      var rest = payloads[index].byteCount
      try payloads[index].write { (bytes) throws(ONNXError) in
        rest -= bytes.count
        if rest >= 0 { try sink(bytes) }
      }
      guard rest == 0 else {
        throw ONNXError(
          .invalidModel,
          "payload \(index) announces \(payloads[index].byteCount) bytes and "
            + "delivers \(payloads[index].byteCount - rest)")
      }
    }
  }
}
