// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import SwiftProtobuf
import TestSupport
import Testing

/// What the executable makes of hostile models: exit codes 65 and 69, one line on stderr.
@Suite struct HostileExitStatusTests {
  /// Runs a command on a model and checks how it ends.
  private func expectRefusal(
    _ command: String, _ model: Wire_ModelProto, status: Int32 = 65, _ text: String,
    in folder: HostileFolder, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = "\(folder.model)/model.onnx"
    try Data(model.bytes()).write(to: URL(filePath: path))
    let result = try infer([command, path])
    #expect(result.hasExited && result.status == status, sourceLocation: sourceLocation)
    #expect(result.errorLines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errors.hasPrefix("infer: "), sourceLocation: sourceLocation)
    #expect(
      result.errors.contains(text), "\(command): \(result.errors)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
  }

  private static func input(_ shape: [Int64]) -> Wire_ModelProto {
    HostileReadingTests.relu { $0.graph.input = [.tensor("x", .float, shape)] }
  }

  static let giants: [[Int64]] = [
    [1 << 61 - 1], [.max], [1 << 40], [1 << 40, 1 << 40], [1 << 31, 1 << 31, 1 << 31],
    [3, 1 << 62, 0], [1, 3, 1 << 30, 1 << 30], [.max, .max, .max, .max, .max, .max, .max, .max],
  ]

  @Test(arguments: giants)
  func `inputs declared larger than memory are refused by bench`(shape: [Int64]) throws {
    let folder = try HostileFolder()
    try expectRefusal("bench", Self.input(shape), "input \"x\"", in: folder)
  }

  @Test(arguments: giants)
  func `inspect shows a giant or refuses it`(shape: [Int64]) throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    try Data(Self.input(shape).bytes()).write(to: URL(filePath: path))
    for options in [[], ["--json"]] {
      let result = try infer(["inspect", path] + options)
      #expect(result.hasExited && [0, 65].contains(result.status), "\(result.errors)")
      #expect(result.errorLines.count == (result.status == 0 ? 0 : 1), "\(result.errors)")
    }
  }

  @Test(
    arguments: [
      [1 << 40, 3, 8, 8], [1, 3, 1 << 40, 8], [1, 3, 1 << 31, 1 << 31], [.max, 3, .max, .max],
    ] as [[Int64]])
  func `images for an input larger than memory are refused by run`(shape: [Int64]) throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    try Data(Self.input(shape).bytes()).write(to: URL(filePath: path))
    let image = "\(folder.model)/x.png"
    try Data(Self.pixel).write(to: URL(filePath: image))
    let result = try infer(["run", path, image])
    #expect(result.hasExited && result.status == 65, "\(result.errors)")
    #expect(result.errorLines.count == 1 && result.errors.contains("input \"x\""))
  }

  /// A grey PNG of one pixel.
  private static let pixel: [UInt8] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
  ]

  @Test(arguments: ["run", "bench", "inspect"])
  func `each kind of refusal has its exit code`(command: String) throws {
    let folder = try HostileFolder()
    let relu = HostileReadingTests.relu
    try expectRefusal(
      command, relu { $0.graph.node[0].input = ["nothing"] }, "which nothing makes", in: folder)
    try expectRefusal(
      command, relu { $0.graph.node = [.op("Relu", ["b"], ["a"]), .op("Relu", ["a"], ["b"])] },
      "is part of a cycle", in: folder)
    try expectRefusal(
      command, relu { $0.graph.node[0].opType = "Frobnicate" }, status: 69, "Frobnicate",
      in: folder)
    try expectRefusal(
      command, relu { $0.opsetImport[0].version = 99 }, status: 69, "opset 99", in: folder)
    try expectRefusal(
      command, relu { $0.graph.node = [.op("Gather", ["x", "x"], ["y"])] }, "expected one of",
      in: folder)
    try expectRefusal(
      command,
      HostileReadingTests.weight {
        $0.floatData = []
        $0.dataLocation = .external
        $0.externalData = [.with { ($0.key, $0.value) = ("location", "../secret") }]
      }, "../secret", in: folder)
    try expectRefusal(
      command, relu { ($0.graph.node[0].name, $0.graph.node[0].input) = ("a\nb\u{7}", ["c"]) },
      "which nothing makes", in: folder)
  }

  @Test(arguments: ["run", "bench"])
  func `a constant of 2^80 elements is refused`(command: String) throws {
    try expectRefusal(
      command,
      .model(
        .graph(
          [.op("ConstantOfShape", ["n"], ["y"])],
          initializers: [.int64s([1 << 40, 1 << 40], nil, "n")], outputs: ["y"])),
      "overflows", in: HostileFolder())
  }

  @Test func `an endless loop ends when it may not run longer`() throws {
    let folder = try HostileFolder()
    let path = "\(folder.model)/model.onnx"
    let body = Wire_GraphProto.graph(
      [.op("Identity", ["c"], ["c1"]), .op("Identity", ["v"], ["v1"])],
      inputs: [.tensor("i", .int64, []), .tensor("c", .bool, []), .tensor("v", .float, [2])],
      outputs: ["c1", "v1"])
    let model = Wire_ModelProto.model(
      .graph(
        [.op("Loop", ["", "", "v0"], ["y"], [.graph("body", body)])],
        initializers: [.floats([2], "v0")], outputs: ["y"]))
    try Data(model.bytes()).write(to: URL(filePath: path))
    let result = try infer(["run", path, "--max-seconds", "0.2"])
    #expect(result.hasExited && result.status == 65)
    #expect(
      result.errors
        == "infer: Loop node \"y\": the run did not end before its deadline\n")
  }
}
