// SPDX-License-Identifier: Apache-2.0
import IR
import ONNXFormat
import Runtime
import SwiftProtobuf
import Tensors
import Testing

/// Models of a few bytes that ask for more time than they may have.
@Suite(.serialized) struct TimeTests {
  /// Runs a model whose shapes are known only while it runs, so that nothing is folded.
  ///
  /// - Returns: Seconds, and the error.
  private func run(
    _ nodes: [Wire_NodeProto], initializers: [Wire_TensorProto] = [],
    vectors: [(name: String, values: [Int64])], output: String, opset: Int64 = 17
  ) throws -> (seconds: Double, error: GraphError?) {
    let model = Wire_ModelProto.model(
      .graph(
        nodes, inputs: vectors.map { .tensor($0.name, .int64, [Int64($0.values.count)]) },
        initializers: initializers, outputs: [output]), opset: opset)
    let graph = try ONNX.read(bytes: model.bytes(), limits: ModelRun.limits).graph
    let session = Session(graph, options: ModelRun.options)
    let inputs = Dictionary(
      uniqueKeysWithValues: vectors.map { ($0.name, Tensor($0.values)) })
    let start = ContinuousClock.now
    do {
      _ = try session.run(inputs)
      return ((ContinuousClock.now - start) / .seconds(1), nil)
    } catch { return ((ContinuousClock.now - start) / .seconds(1), error) }
  }

  private static let quarter: Int64 = 256 << 20

  @Test(
    arguments: [
      ("ConstantOfShape", [quarter / 4]), ("Expand", [quarter / 16, 2, 2]),
      ("Tile", [quarter / 16, 2, 1]), ("Pad", [0, 0, quarter / 4 - 8, 0, 0, 1]),
    ] as [(String, [Int64])])
  func `what only fills memory is not slow`(opType: String, sizes: [Int64]) throws {
    let operands = opType == "ConstantOfShape" ? ["n"] : ["w", "n"]
    let result = try run(
      [.op(opType, operands, ["y"])], initializers: [.floats([1, 1, 2], "w")],
      vectors: [("n", sizes)], output: "y")
    #expect(result.error == nil)
    #expect(result.seconds < 5)
  }

  @Test func `a range fills memory`() throws {
    let result = try run(
      [.op("Range", ["a", "n", "d"], ["y"])],
      initializers: [.int64s([0], [], "a"), .int64s([1], [], "d")],
      vectors: [("n", [Self.quarter / 8])], output: "y")
    #expect(result.error == nil)
    #expect(result.seconds < 5)
  }

  @Test(arguments: ["MatMul", "Gemm", "Conv", "Einsum"])
  func `a product that cannot end in time is refused before it starts`(opType: String) throws {
    // 2^39 multiply-adds: minutes in the plain loops, with no moment to look at the clock.
    let side: Int64 = 1 << 13
    let shape = opType == "Conv" ? [side, side, 1] : [side, side]
    let attributes: [Wire_AttributeProto] =
      opType == "Einsum" ? [.string("equation", "ij,jk->ik")] : []
    let result = try run(
      [.op("ConstantOfShape", ["n"], ["x"]), .op(opType, ["x", "x"], ["y"], attributes)],
      vectors: [("n", shape)], output: "y")
    #expect(result.error?.code == .limitExceeded)
    #expect(result.error?.message == "would not end before the run's deadline")
    #expect(result.error?.node == "\(opType) node \"y\"")
    #expect(result.seconds < 5)
  }

  @Test func `fast code that cannot end in time is refused before it starts`() throws {
    let side: Int64 = 1 << 13
    let model = Wire_ModelProto.model(
      .graph(
        [.op("MatMul", ["x", "x"], ["y"])], inputs: [.tensor("x", .float, [side, side])],
        outputs: ["y"]))
    let graph = try ONNX.read(bytes: model.bytes()).graph
    var options = ModelRun.options
    options.runSeconds = 0.5
    let x = Tensor(zeros: .float32, shape: [Int(side), Int(side)])
    #expect(
      throws: GraphError(
        .limitExceeded, node: "MatMul node \"y\"", "would not end before the run's deadline")
    ) { try Session(graph, options: options).run(["x": x]) }
  }

  @Test(
    arguments: [
      "Relu", "Exp", "Erf", "Softmax", "LogSoftmax", "Hardmax", "ReduceSum", "ReduceProd", "ArgMax",
      "NonZero", "Transpose", "Unique", "TopK", "CumSum", "Cast", "Gelu", "Trilu", "Add",
      "Mod", "LpNormalization", "LRN", "InstanceNormalization", "DynamicQuantizeLinear",
      "GlobalAveragePool", "MaxPool", "AveragePool", "Resize", "SpaceToDepth", "OneHot",
    ])
  func `a loop over 2^23 elements ends or is refused`(opType: String) throws {
    let shape: [Int64] =
      ["LRN", "InstanceNormalization"].contains(opType)
        || opType.hasSuffix("Pool") || opType == "Resize" || opType == "SpaceToDepth"
      ? [1, 4, 1 << 10, 1 << 11] : [1 << 12, 1 << 11]
    var operands = ["x"]
    var attributes: [Wire_AttributeProto] = []
    var outputs = ["y"]
    switch opType {
    case "TopK":
      operands.append("k")
      outputs.append("i")
    case "CumSum": operands.append("a")
    case "Cast": attributes = [.int("to", 10)]
    case "Add", "Mod": operands.append("x")
    case "LRN": attributes = [.int("size", 3)]
    case "InstanceNormalization": operands += ["w", "w"]
    case "MaxPool", "AveragePool": attributes = [.ints("kernel_shape", [3, 3])]
    case "Resize": operands += ["", "", "s"]
    case "SpaceToDepth": attributes = [.int("blocksize", 2)]
    case "OneHot": operands += ["d", "v"]
    default: break
    }
    if opType == "Mod" { attributes = [.int("fmod", 1)] }
    let sizes: [Int64] = opType == "OneHot" ? [1 << 12] : shape
    let result = try run(
      [.op("ConstantOfShape", ["n"], ["x"]), .op(opType, operands, outputs, attributes)],
      initializers: [
        .int64s([5], nil, "k"), .int64s([0], [], "a"), .floats([4], "w"),
        .int64s([1, 4, 1 << 10, 1 << 11], nil, "s"), .int64s([1 << 11], [], "d"),
        .with { ($0.name, $0.dims, $0.dataType, $0.floatData) = ("v", [2], 1, [0, 1]) },
      ], vectors: [("n", sizes)], output: "y", opset: 20)
    #expect(result.error == nil || result.error?.code == .limitExceeded, "\(result.error!)")
    // Loops take up to 60 ns an element, 0.5 s, and sorting 1.5 s; the rest is for machines that
    // have other work.
    #expect(result.seconds < 5)
  }
}
