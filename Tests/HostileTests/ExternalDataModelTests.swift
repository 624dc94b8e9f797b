// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import SwiftProtobuf
import Testing

/// Models whose weights claim to lie where they must not be read.
@Suite struct HostileExternalDataTests {
  /// A model whose weight, `float32` `[2, 3]`, lies where `entries` say.
  static func bytes(_ entries: [(String, String)]) throws -> [UInt8] {
    try HostileReadingTests.weight { tensor in
      tensor.floatData = []
      tensor.dataLocation = .external
      tensor.externalData = entries.map { entry in
        .with { ($0.key, $0.value) = entry }
      }
    }.bytes()
  }

  static let weight = "initializer \"w\""

  @Test(
    arguments: [
      (
        [("location", "../secret")], "../secret",
        "'..' in the location, expects a path inside the model's folder"
      ),
      (
        [("location", "/etc/passwd")], "/etc/passwd",
        "absolute path, expects one relative to the model's folder"
      ),
      ([("location", "link")], "link", "a symbolic link, expects files and folders"),
      ([("location", "second")], "second", "has 2 hard links, expects one; copy the file"),
      ([("location", "sub")], "sub", "not a regular file"),
      ([("location", "")], "", "the location is empty"),
      ([("location", "weights.bin"), ("command", "rm")], weight, "key \"command\" is not known"),
      (
        [("location", "weights.bin"), ("location", "sub")], weight,
        "key \"location\" occurs twice"
      ),
      ([("offset", "0")], weight, "key \"location\" is required and absent"),
      (
        [("location", "weights.bin"), ("offset", "-8")], "weights.bin",
        "offset -8 and length 0 must not be negative"
      ),
      (
        [("location", "weights.bin"), ("length", "-24")], "weights.bin",
        "offset 0 and length -24 must not be negative"
      ),
      (
        [("location", "weights.bin"), ("offset", "41"), ("length", "24")], "weights.bin",
        "offset 41 and length 24 go beyond the file's 64 bytes"
      ),
      (
        [("location", "weights.bin"), ("offset", "1"), ("length", "\(Int64.max)")], "weights.bin",
        "offset 1 and length \(Int64.max) go beyond the file's 64 bytes"
      ),
      (
        [("location", "weights.bin"), ("offset", "0x10")], weight,
        "offset \"0x10\" is not a number"
      ),
    ] as [([(String, String)], String, String)])
  func `external data is refused`(
    entries: [(String, String)], place: String, message: String
  ) throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    try Data(Self.bytes(entries)).write(to: URL(filePath: path))
    #expect(throws: ONNXError(.externalData, at: place, message)) {
      try ONNX.read(contentsOf: path)
    }
  }

  @Test func `a file of another size than the tensor is refused`() throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    try Data(Self.bytes([("location", "weights.bin")])).write(to: URL(filePath: path))
    #expect(
      throws: ONNXError(
        .invalidModel, at: Self.weight,
        "float32[2, 3] takes 24 bytes of external data, the file has 64")
    ) { try ONNX.read(contentsOf: path) }
  }

  @Test func `a missing file is no such file`() throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    try Data(Self.bytes([("location", "none.bin")])).write(to: URL(filePath: path))
    #expect(throws: ONNXError(.noSuchFile, at: "none.bin", "no such file of external data")) {
      try ONNX.read(contentsOf: path)
    }
  }

  @Test func `a model given as bytes has no external data`() throws {
    let bytes = try Self.bytes([("location", "weights.bin")])
    #expect(
      throws: ONNXError(
        .externalData, at: Self.weight,
        "a model given as bytes cannot have external data; read it by path")
    ) { try ONNX.read(bytes: bytes) }
  }

  @Test func `external data over the limit is refused before it is mapped`() throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    try Data(Self.bytes([("location", "weights.bin"), ("length", "24")])).write(
      to: URL(filePath: path))
    var limits = ResourceLimits()
    limits.externalDataBytes = 60
    #expect(
      throws: ONNXError(
        .limitExceeded, at: "weights.bin", "64 bytes, more than the limit of 60")
    ) { try ONNX.read(contentsOf: path, limits: limits) }
  }
}
