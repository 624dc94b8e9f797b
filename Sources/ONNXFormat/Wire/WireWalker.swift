// SPDX-License-Identifier: Apache-2.0

/// A place where the rewritten message differs from the bytes walked over.
struct WireEdit {
  enum Replacement {
    /// The length of an enclosing message whose content changes.
    case length(Int)
    /// An empty `raw_data` and a `payload_marker` of this value.
    case marker(Int)
    /// A `raw_data` field with the bytes of this payload.
    case payload(Int, byteCount: Int)
    case nothing
  }

  /// The bytes replaced. Edits are sorted by it and do not overlap.
  let range: Range<Int>
  var replacement: Replacement
}

/// The walk over the bytes of a message: checks them and lists the edits that take large
/// `raw_data` out, or put it back.
///
/// Nested messages are kept on a stack of its own, never on that of the thread. Time is linear in
/// the bytes, memory in the depth and the number of edits.
struct WireWalker {
  enum Mode {
    /// Replaces every `raw_data` of at least `threshold` bytes by a marker, and removes markers
    /// that the file brought along.
    case strip(threshold: Int)
    /// Replaces every marker by a `raw_data` of the size at that index.
    case splice(sizes: [Int])
  }

  private struct Frame {
    let message: WireMessage
    let fieldNumber: Int
    /// Where the field's tag, its length and its content start, and where the content ends.
    let tagStart: Int
    let lengthStart: Int
    let start: Int
    let end: Int
    let subgraphDepth: Int
    /// Bytes by which the content grows when the edits inside are made.
    var growth = 0
    /// The edit of the length; exists once there is an edit inside.
    var lengthEdit: Int?
    /// Splicing: the `raw_data` field of this tensor, last seen.
    var rawData: Range<Int>?
    var hasInlineData = false
  }

  /// In the order of the bytes.
  private(set) var edits: [WireEdit] = []
  /// Stripping: the payloads taken out, in the order of the bytes.
  private(set) var payloads: [Range<Int>] = []
  private(set) var nodeCount = 0
  private(set) var elementCount = 0
  /// Bytes by which the whole message grows when the edits are made.
  private(set) var growth = 0

  private let mode: Mode
  private let limits: WireLimits
  private var cursor = WireCursor()
  private var frames: [Frame] = []
  private var tagStart = 0
  private var fieldNumber = 0

  init(_ mode: Mode, limits: WireLimits) {
    self.mode = mode
    self.limits = limits
  }

  /// Walks over a message of kind `root`.
  ///
  /// - Throws: `malformed`, `truncated` or `limitExceeded`, with offset and path.
  mutating func walk(_ bytes: Span<UInt8>, root: WireMessage) throws(ONNXError) {
    frames = [
      Frame(
        message: root, fieldNumber: 0, tagStart: 0, lengthStart: 0, start: 0, end: bytes.count,
        subgraphDepth: 0)
    ]
    do throws(WireFault) {
      while let frame = frames.last {
        if cursor.position == frame.end {
          leave()
        } else {
          try step(bytes, in: frame)
        }
      }
    } catch {
      let path = path(bytes)
      throw ONNXError(
        error.code, at: "offset \(error.offset)" + (path.isEmpty ? "" : ", \(path)"),
        error.message)
    }
  }

  /// Reads one field; a nested message only up to where its content starts.
  private mutating func step(_ bytes: Span<UInt8>, in frame: Frame) throws(WireFault) {
    tagStart = cursor.position
    fieldNumber = 0
    let (number, type) = try cursor.readTag(bytes, end: frame.end)
    fieldNumber = number
    if number == WireSchema.markerNumber, frame.message == .tensor {
      return try readMarker(type, bytes, in: frame)
    }
    guard let field = WireSchema.field(number, of: frame.message) else {
      return try cursor.skipValue(
        number: number, type: type, bytes, end: frame.end,
        depth: limits.messageDepth - frames.count)
    }
    switch (field.shape, type) {
    case (.varint, .varint): _ = try cursor.readVarint(bytes, end: frame.end)
    case (.fixed32, .fixed32): try cursor.skip(4, bytes, end: frame.end)
    case (.fixed64, .fixed64): try cursor.skip(8, bytes, end: frame.end)
    case (.varint, .lengthDelimited) where field.isRepeated:
      try cursor.skipVarints(bytes, in: cursor.readLength(bytes, end: frame.end))
    case (.fixed32, .lengthDelimited) where field.isRepeated:
      try skipPacked(width: 4, bytes, in: frame)
    case (.fixed64, .lengthDelimited) where field.isRepeated:
      try skipPacked(width: 8, bytes, in: frame)
    case (.string, .lengthDelimited): try readString(bytes, in: frame)
    case (.bytes, .lengthDelimited):
      cursor.position = try cursor.readLength(bytes, end: frame.end).upperBound
    case (.rawData, .lengthDelimited): try readRawData(bytes, in: frame)
    case (.message(let message), .lengthDelimited): try enter(message, bytes, from: frame)
    default:
      throw WireFault(
        code: .malformed, offset: tagStart,
        message: "wire type \(type.rawValue) does not fit the field")
    }
  }

  private mutating func enter(
    _ message: WireMessage, _ bytes: Span<UInt8>, from frame: Frame
  ) throws(WireFault) {
    let lengthStart = cursor.position
    let range = try cursor.readLength(bytes, end: frame.end)
    guard frames.count <= limits.messageDepth else {
      throw limit("messages nested more than \(limits.messageDepth) deep")
    }
    try countElement()
    var subgraphDepth = frame.subgraphDepth
    switch message {
    case .graph where frame.message == .attribute:
      subgraphDepth += 1
      guard subgraphDepth <= limits.subgraphDepth else {
        throw limit("subgraphs nested more than \(limits.subgraphDepth) deep")
      }
    case .node:
      nodeCount += 1
      guard nodeCount <= limits.nodes else { throw limit("more than \(limits.nodes) nodes") }
    default: break
    }
    frames.append(
      Frame(
        message: message, fieldNumber: fieldNumber, tagStart: tagStart, lengthStart: lengthStart,
        start: range.lowerBound, end: range.upperBound, subgraphDepth: subgraphDepth))
  }

  private mutating func leave() {
    let frame = frames.removeLast()
    guard let edit = frame.lengthEdit else {
      growth += frame.growth  // zero, except for the root
      return
    }
    let length = frame.end - frame.start + frame.growth
    edits[edit].replacement = .length(length)
    frames[frames.count - 1].growth +=
      frame.growth + WireCursor.varintSize(UInt64(length)) - (frame.start - frame.lengthStart)
  }

  private mutating func readRawData(_ bytes: Span<UInt8>, in frame: Frame) throws(WireFault) {
    let payload = try cursor.readLength(bytes, end: frame.end)
    cursor.position = payload.upperBound
    switch mode {
    case .strip(let threshold):
      if payload.count >= threshold {
        payloads.append(payload)
        try edit(tagStart..<payload.upperBound, .marker(payloads.count))
      } else if payload.isEmpty {
        // Says that there is no payload, in case this tensor is merged with one that has it.
        try edit(tagStart..<payload.upperBound, .marker(0))
      }
    case .splice:
      frames[frames.count - 1].rawData = tagStart..<payload.upperBound
      frames[frames.count - 1].hasInlineData = !payload.isEmpty
    }
  }

  private mutating func readMarker(
    _ type: WireType, _ bytes: Span<UInt8>, in frame: Frame
  ) throws(WireFault) {
    guard case .splice(let sizes) = mode, type == .varint else {
      try cursor.skipValue(
        number: WireSchema.markerNumber, type: type, bytes, end: frame.end,
        depth: limits.messageDepth - frames.count)
      return try edit(tagStart..<cursor.position, .nothing)
    }
    let marker = try cursor.readVarint(bytes, end: frame.end)
    let field = tagStart..<cursor.position
    guard marker > 0, !frame.hasInlineData else { return try edit(field, .nothing) }
    guard marker <= UInt64(sizes.count) else {
      throw WireFault(
        code: .invalidModel, offset: tagStart,
        message: "payload \(marker - 1) of a table of \(sizes.count)")
    }
    let index = Int(marker) - 1
    let payload = WireEdit.Replacement.payload(index, byteCount: sizes[index])
    if let rawData = frame.rawData {
      // Where the field belongs in the order of numbers, so that the file is the same as if the
      // bytes had been in the message.
      try edit(rawData, payload)
      try edit(field, .nothing)
    } else {
      try edit(field, payload)
    }
  }

  private mutating func readString(_ bytes: Span<UInt8>, in frame: Frame) throws(WireFault) {
    let range = try cursor.readLength(bytes, end: frame.end)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(range))
    } catch {
      throw WireFault(
        code: .malformed, offset: range.lowerBound + error.byteOffsets.lowerBound,
        message: "text that is not UTF-8")
    }
    cursor.position = range.upperBound
  }

  private mutating func skipPacked(
    width: Int, _ bytes: Span<UInt8>, in frame: Frame
  ) throws(WireFault) {
    let range = try cursor.readLength(bytes, end: frame.end)
    guard range.count.isMultiple(of: width) else {
      throw WireFault(
        code: .malformed, offset: tagStart,
        message: "\(range.count) bytes of packed numbers, expects a multiple of \(width)")
    }
    cursor.position = range.upperBound
  }

  /// Adds an edit, and before it one for the length of every enclosing message that has none yet.
  ///
  /// Messages without one were entered after all earlier edits, which keeps the list sorted; each
  /// gets its own once, which keeps the walk linear.
  private mutating func edit(
    _ range: Range<Int>, _ replacement: WireEdit.Replacement
  ) throws(WireFault) {
    try countElement()
    var first = frames.count
    while first > 1, frames[first - 1].lengthEdit == nil { first -= 1 }
    for index in first..<frames.count {
      frames[index].lengthEdit = edits.count
      edits.append(
        WireEdit(
          range: frames[index].lengthStart..<frames[index].start, replacement: .nothing))
    }
    edits.append(WireEdit(range: range, replacement: replacement))
    frames[frames.count - 1].growth += replacement.byteCount - range.count
  }

  private mutating func countElement() throws(WireFault) {
    elementCount += 1
    guard elementCount <= limits.elements else {
      throw limit("more than \(limits.elements) messages")
    }
  }

  private func limit(_ message: String) -> WireFault {
    WireFault(code: .limitExceeded, offset: tagStart, message: message)
  }
}

extension WireWalker {
  /// The way from the root to the field being read, such as `graph.node[3].attribute[1].t`.
  private func path(_ bytes: Span<UInt8>) -> String {
    var parts: [String] = []
    for (parent, child) in zip(frames, frames.dropFirst()) {
      parts.append(name(child.fieldNumber, at: child.tagStart, in: parent, bytes))
    }
    if let frame = frames.last, fieldNumber != 0 {
      parts.append(name(fieldNumber, at: tagStart, in: frame, bytes))
    }
    if parts.count > 16 { parts.replaceSubrange(8..<parts.count - 7, with: ["…"]) }
    return parts.joined(separator: ".")
  }

  /// A field's name, with the index of this occurrence when it is repeated.
  ///
  /// The index is found by reading the parent once more: only an error needs it.
  private func name(
    _ number: Int, at tagStart: Int, in parent: Frame, _ bytes: Span<UInt8>
  ) -> String {
    guard let field = WireSchema.field(number, of: parent.message) else { return "(\(number))" }
    guard field.isRepeated else { return "\(field.name)" }
    var index = 0
    var cursor = WireCursor(position: parent.start)
    while cursor.position < tagStart,
      let (other, type) = try? cursor.readTag(bytes, end: tagStart),
      (try? cursor.skipValue(
        number: other, type: type, bytes, end: tagStart, depth: limits.messageDepth)) != nil
    {
      if other == number { index += 1 }
    }
    return "\(field.name)[\(index)]"
  }
}

extension WireEdit.Replacement {
  /// What an edit puts in the place of its range, apart from the bytes of a payload.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .length(let length): WireCursor.appendVarint(UInt64(length), to: &bytes)
    case .marker(let marker):
      bytes = [Self.rawDataTag, 0]
      WireCursor.appendVarint(UInt64(WireSchema.markerNumber) << 3, to: &bytes)
      WireCursor.appendVarint(UInt64(marker), to: &bytes)
    case .payload(_, let byteCount):
      bytes = [Self.rawDataTag]
      WireCursor.appendVarint(UInt64(byteCount), to: &bytes)
    case .nothing: break
    }
    return bytes
  }

  /// Bytes that an edit puts in the place of its range, those of a payload included.
  var byteCount: Int {
    if case .payload(_, let byteCount) = self { return bytes.count + byteCount }
    return bytes.count
  }

  private static let rawDataTag =
    UInt8(WireSchema.rawDataNumber) << 3 | UInt8(WireType.lengthDelimited.rawValue)
}
