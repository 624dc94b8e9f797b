// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import SwiftProtobuf
import Testing

@Suite struct WireWriterTests {
  /// Sizes round the lengths where a length takes one more byte.
  @Test(arguments: [16, 90, 100, 120, 127, 128, 129, 400, 5000, 16_383, 16_384, 70_000])
  func `scanned and written again a model is the same to the byte`(size: Int) throws {
    let bytes = try serialized(sampleModel(large: size))
    #expect(try rewritten(bytes, threshold: 16) == bytes)
    #expect(try rewritten(bytes, threshold: 4096) == bytes)
  }

  @Test func `a payload is written in the place of its tensor`() throws {
    var tensor = rawTensor("x", count: 9)
    let expected = try serialized(tensor)
    let payload = WirePayload(byteCount: 9) { (sink) throws(ONNXError) in
      for part in [sampleBytes(9, 0).prefix(4), sampleBytes(9, 0).dropFirst(4)] {
        try [UInt8](part).span.bytes.withUnsafeBytes(sink)
      }
    }
    tensor.payloadIndex = 0
    #expect(tensor.rawData.isEmpty)
    #expect(try WireWriter.bytes(of: tensor, as: .tensor, payloads: [payload]) == expected)
  }

  @Test func `a tensor that has its bytes again needs no payload`() throws {
    var tensor = rawTensor("x", count: 9)
    tensor.payloadIndex = 7
    tensor.rawData = sampleBytes(9, 0)
    #expect(tensor.payloadIndex == nil)
    let expected = try serialized(rawTensor("x", count: 9))
    #expect(try WireWriter.bytes(of: tensor, as: .tensor) == expected)
  }

  @Test func `an index outside the table is refused`() throws {
    var model = sampleModel(large: 20)
    model.graph.initializer[1].payloadIndex = 2
    let error = #expect(throws: ONNXError.self) { try WireWriter.bytes(of: model) }
    #expect(error?.code == .invalidModel)
    #expect(error?.message == "payload 2 of a table of 0")
    #expect(error?.place.hasSuffix("graph.initializer[1]") == false)
    #expect(error?.place.contains("graph.initializer[1]") == true)
  }

  @Test(arguments: [3, 5]) func `a payload of another size is refused`(count: Int) throws {
    var tensor = rawTensor("x", count: 0)
    tensor.payloadIndex = 0
    let payload = WirePayload(byteCount: 4) { (sink) throws(ONNXError) in
      try [UInt8](repeating: 1, count: count).span.bytes.withUnsafeBytes(sink)
    }
    #expect(
      throws: ONNXError(.invalidModel, "payload 0 announces 4 bytes and delivers \(count)")
    ) { try WireWriter.bytes(of: tensor, as: .tensor, payloads: [payload]) }
  }

  @Test func `what protobuf cannot hold is refused before it is written`() throws {
    var tensor = rawTensor("x", count: 0)
    tensor.payloadIndex = 0
    let payload = WirePayload(byteCount: 1 << 31) { (_) throws(ONNXError) in
      Issue.record("written")
    }
    let error = #expect(throws: ONNXError.self) {
      try WireWriter.bytes(of: tensor, as: .tensor, payloads: [payload])
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test func `a written file reads back`() throws {
    try withTemporaryFolder { folder in
      let bytes = try serialized(sampleModel(large: 300_000))
      let source = try mapped(bytes)
      let scanned = try WireScanner.scan(source)
      var file = try AtomicFile(path: "\(folder)/model.onnx")
      try WireWriter.write(
        scanned.decode(as: Wire_ModelProto.self),
        payloads: scanned.payloads.map { range in
          WirePayload(byteCount: range.count) { (sink) throws(ONNXError) in
            try source.withBytes(in: range, sink)
          }
        }, to: &file)
      #expect(file.byteCount == bytes.count)
      try file.commit()
      let read = try MappedFile(path: "\(folder)/model.onnx")
      #expect(Data(read, in: 0..<read.bytes.count) == Data(bytes))
    }
  }
}
