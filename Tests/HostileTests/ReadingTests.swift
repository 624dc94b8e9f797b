// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import SwiftProtobuf
import Testing

/// Files made to harm, one a class, and the error that each gives when it is read.
@Suite struct HostileReadingTests {
  /// A graph of one `Relu` of `x`, to be changed.
  static func relu(_ change: (inout Wire_ModelProto) -> Void) -> Wire_ModelProto {
    var model = Wire_ModelProto.model(
      .graph(
        [.op("Relu", ["x"], ["y"], name: "act")], inputs: [.tensor("x", .float, [2, 3])],
        outputs: ["y"]))
    change(&model)
    return model
  }

  /// A graph that gives one initializer back.
  static func weight(_ change: (inout Wire_TensorProto) -> Void) -> Wire_ModelProto {
    var tensor = Wire_TensorProto.floats([2, 3], "w")
    change(&tensor)
    return .model(
      .graph([.op("Identity", ["w"], ["y"])], initializers: [tensor], outputs: ["y"]))
  }

  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let model: Wire_ModelProto
    /// Limits give a `GraphError`, everything else an `ONNXError`.
    let error: ONNXError?
    let limit: GraphError?

    init(_ what: String, _ model: Wire_ModelProto, _ error: ONNXError) {
      (testDescription, self.model, self.error, limit) = (what, model, error, nil)
    }

    init(_ what: String, _ model: Wire_ModelProto, limit: GraphError) {
      (testDescription, self.model, error, self.limit) = (what, model, nil, limit)
    }
  }

  private static let graphs: [Hostile] = [
    Hostile(
      "cycle", relu { $0.graph.node = [.op("Relu", ["b"], ["a"]), .op("Relu", ["a"], ["b"])] },
      ONNXError(.invalidModel, at: "Relu node \"a\"", "is part of a cycle")),
    Hostile(
      "node that reads itself", relu { $0.graph.node[0].input = ["y"] },
      ONNXError(.invalidModel, at: "Relu node \"act\"", "is part of a cycle")),
    Hostile(
      "missing value", relu { $0.graph.node[0].input = ["nothing"] },
      ONNXError(
        .invalidModel, at: "Relu node \"act\"", "reads \"nothing\", which nothing makes")),
    Hostile(
      "missing output", relu { $0.graph.output = [.named("z")] },
      ONNXError(.invalidModel, at: "output \"z\"", "is made by nothing")),
    Hostile(
      "output twice", relu { $0.graph.output += $0.graph.output },
      ONNXError(.invalidModel, at: "output \"y\"", "is listed twice")),
    Hostile(
      "value defined twice", relu { $0.graph.node.append(.op("Neg", ["x"], ["y"], name: "n")) },
      ONNXError(.invalidModel, at: "Neg node \"n\"", "defines \"y\" a second time")),
    Hostile(
      "input redefined", relu { $0.graph.node[0].output = ["x"] },
      ONNXError(.invalidModel, at: "Relu node \"act\"", "defines \"x\" a second time")),
    Hostile(
      "initializer twice",
      relu { $0.graph.initializer = [.floats([1], "w"), .floats([1], "w")] },
      ONNXError(.invalidModel, at: "initializer \"w\"", "is defined twice")),
    Hostile(
      "input without a type", relu { $0.graph.input[0].clearType() },
      ONNXError(.invalidModel, at: "input \"x\"", "has no type")),
    Hostile(
      "input of nine axes",
      relu { $0.graph.input = [.tensor("x", .float, [Int64](repeating: 1, count: 9))] },
      ONNXError(.limitExceeded, at: "input \"x\"", "has 9 axes, the limit is 8")),
    Hostile(
      "declared as another type",
      relu { $0.graph.output = [.tensor("y", .int64, [2, 3])] },
      ONNXError(
        .invalidModel, at: "output \"y\"",
        "is declared int64[2, 3], but is float32[2, 3]")),
    Hostile(
      "attribute injected", relu { $0.graph.node[0].attribute = [.int("shell", 1)] },
      ONNXError(
        .invalidModel, at: "Relu node \"act\"",
        "attribute \"shell\" does not exist in opset 17")),
    Hostile(
      "attribute twice",
      relu {
        $0.graph.node = [
          .op("Concat", ["x"], ["y"], [.int("axis", 0), .int("axis", 1)], name: "c")
        ]
      },
      ONNXError(.invalidModel, at: "Concat node \"c\"", "attribute \"axis\" occurs twice")),
    Hostile(
      "attribute of another kind",
      relu { $0.graph.node = [.op("Concat", ["x"], ["y"], [.float("axis", 1)], name: "c")] },
      ONNXError(
        .invalidModel, at: "Concat node \"c\"",
        "attribute \"axis\" must be of kind int, got float")),
  ]

  private static let versions: [Hostile] = [
    Hostile(
      "opset of the future", relu { $0.opsetImport[0].version = 99 },
      ONNXError(
        .unsupported, at: "opset_import", "opset 99 is not supported, expected 1 to 24")),
    Hostile(
      "no opset", relu { $0.opsetImport = [] },
      ONNXError(
        .invalidModel, at: "Relu node \"act\"", "the model imports no opset of domain \"\"")),
    Hostile(
      "IR version of the future", relu { $0.irVersion = .max },
      ONNXError(.unsupported, "IR version \(Int64.max) is not supported, expected 3 to 12")),
    Hostile(
      "unknown operator", relu { $0.graph.node[0].opType = "Frobnicate" },
      ONNXError(
        .unsupported, at: "Frobnicate node \"act\"",
        "operator Frobnicate of opset 17 is not supported")),
    Hostile(
      "operator of another domain", relu { $0.graph.node[0].domain = "org.example" },
      ONNXError(
        .unsupported, at: "Relu node \"act\"",
        "operator org.example.Relu of opset 1 is not supported")),
    Hostile(
      "operator newer than the opset",
      relu {
        $0.graph.node[0].opType = "Gelu"
        $0.opsetImport[0].version = 13
      },
      ONNXError(
        .invalidModel, at: "Gelu node \"act\"",
        "exists from opset 20 on, the model imports opset 13")),
    Hostile(
      "layout of one machine",
      relu {
        $0.graph.node[0].domain = "com.microsoft.nchwc"
        $0.opsetImport.append(.with { ($0.domain, $0.version) = ("com.microsoft.nchwc", 1) })
      },
      ONNXError(
        .unsupported, at: "Relu node \"act\"",
        "domain com.microsoft.nchwc holds layouts of one machine; save the model without "
          + "optimizing it for one")),
  ]

  private static let tensors: [Hostile] = [
    Hostile(
      "shape that overflows", weight { $0.dims = [1 << 40, 1 << 40] },
      limit: GraphError(
        .limitExceeded, node: "initializer \"w\"",
        "the size of a float32 tensor of shape [\(1 << 40), \(1 << 40)] overflows")),
    Hostile(
      "terabytes", weight { $0.dims = [1 << 40] },
      limit: GraphError(
        .limitExceeded, node: "initializer \"w\"",
        "a float32 tensor of shape [\(1 << 40)] takes \(1 << 42) bytes, the limit is "
          + "\(256 << 20)")),
    Hostile(
      "negative extent", weight { $0.dims = [-2, -3] },
      ONNXError(
        .invalidModel, at: "initializer \"w\"", "dimension -2 of the shape is negative")),
    Hostile(
      "many axes", weight { $0.dims = [Int64](repeating: 1, count: 9) },
      limit: GraphError(
        .limitExceeded, node: "initializer \"w\"", "tensor has 9 axes, the limit is 8")),
    Hostile(
      "less data than the shape", weight { $0.dims = [1000] },
      ONNXError(
        .invalidModel, at: "initializer \"w\"",
        "float32[1000] takes 1000 elements, the file has 6")),
    Hostile(
      "less raw data than the shape",
      weight { ($0.rawData, $0.floatData) = (Data(count: 23), []) },
      ONNXError(
        .invalidModel, at: "initializer \"w\"",
        "float32[2, 3] takes 24 bytes of raw data, the file has 23")),
    Hostile(
      "sparse index outside",
      relu {
        $0.graph.sparseInitializer = [
          .with { ($0.values, $0.indices, $0.dims) = (.floats([1], "s"), .int64s([9]), [3]) }
        ]
      },
      ONNXError(
        .invalidModel, at: "sparse initializer \"s\"", "index 9 is outside shape [3]")),
    Hostile(
      "sparse that asks for much",
      relu {
        $0.graph.sparseInitializer = [
          .with {
            $0.values = .integers(.uint8, [1], "s")
            ($0.indices, $0.dims) = (.int64s([9]), [200 << 20])
          }
        ]
      },
      limit: GraphError(
        .limitExceeded, node: "sparse initializer \"s\"",
        "a int64 tensor of shape [\(200 << 20)] takes \(1600 << 20) bytes, the limit is "
          + "\(256 << 20)")),
  ]

  @Test(arguments: graphs + versions + tensors)
  func `a hostile model is refused`(hostile: Hostile) throws {
    let bytes = try hostile.model.bytes()
    if let limit = hostile.limit {
      #expect(throws: limit) { try ONNX.read(bytes: bytes, limits: ModelRun.limits) }
    } else if let error = hostile.error {
      #expect(throws: error) { try ONNX.read(bytes: bytes, limits: ModelRun.limits) }
    }
  }

  // MARK: Bytes

  @Test func `an empty file is no model`() {
    #expect(throws: ONNXError(.invalidModel, "is not an ONNX model: it has no graph")) {
      try ONNX.read(bytes: [])
    }
  }

  @Test func `a text and a picture are no models`() {
    #expect(
      throws: ONNXError(
        .malformed, at: "offset 0", "wire type 7, expects 0 to 5")
    ) { try ONNX.read(bytes: Array("What is this?".utf8)) }
    #expect(
      throws: ONNXError(.malformed, at: "offset 10", "field number 0, expects 1 to 2^29 - 1")
    ) { try ONNX.read(bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]) }
  }

  @Test func `every truncation of a model is refused or a model`() throws {
    let bytes = try BaseModels.network.bytes()
    for count in 0..<bytes.count {
      do { _ = try ONNX.read(bytes: bytes[..<count]) } catch let error as ONNXError {
        #expect([.truncated, .invalidModel].contains(error.code), "\(count): \(error)")
      } catch let error as GraphError { Issue.record("\(count): \(error)") }
    }
  }

  @Test func `a missing file and a folder are told apart`() throws {
    let folder = try HostileFolder()
    #expect(throws: ONNXError(.noSuchFile, at: "/nowhere/m.onnx", "no such file")) {
      try ONNX.read(contentsOf: "/nowhere/m.onnx")
    }
    #expect(throws: ONNXError(.io, at: folder.model, "not a regular file")) {
      try ONNX.read(contentsOf: folder.model)
    }
  }

  @Test func `a file over the limit is refused before it is read`() throws {
    var limits = ResourceLimits()
    limits.modelBytes = 100
    let bytes = try BaseModels.network.bytes()
    #expect(
      throws: ONNXError(
        .limitExceeded, "\(bytes.count) bytes, more than the limit of 100")
    ) { try ONNX.read(bytes: bytes, limits: limits) }
  }
}
