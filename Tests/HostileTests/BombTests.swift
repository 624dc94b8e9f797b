// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Passes
import Runtime
import SwiftProtobuf
import Tensors
import Testing

/// Models of a few bytes that ask for more memory, depth or time than there is.
@Suite struct BombTests {
  /// One operator whose operands ask for too much.
  struct Bomb: Sendable, CustomTestStringConvertible {
    let sample: BaseModels.Sample
    /// The error's message; a node is named where the size is known only there.
    let message: String
    var testDescription: String { sample.opType }

    init(_ opType: String, _ operands: [Wire_TensorProto?], _ message: String) {
      sample = BaseModels.Sample(opType, operands)
      self.message = message
    }
  }

  private static func x(_ shape: Int64...) -> Wire_TensorProto { .floats(shape) }
  private static func i(_ values: Int64...) -> Wire_TensorProto { .int64s(values) }
  private static func scalar(_ value: Int64) -> Wire_TensorProto { .int64s([value], []) }
  private static let big: Int64 = 1 << 40

  private static func takes(_ dtype: String, _ shape: [Int64], _ bytes: Int64) -> String {
    "a \(dtype) tensor of shape \(shape) takes \(bytes) bytes, the limit is \(256 << 20)"
  }

  private static let bombs: [Bomb] = [
    Bomb("Tile", [x(2, 3), i(big, 1)], takes("float32", [2 * big, 3], 24 * big)),
    Bomb("Expand", [x(1), i(big)], takes("float32", [big], 4 * big)),
    Bomb("ConstantOfShape", [i(big, 1)], takes("float32", [big, 1], 4 * big)),
    Bomb(
      "ConstantOfShape", [i(big, big)],
      "the size of a float32 tensor of shape [\(big), \(big)] overflows"),
    Bomb("Pad", [x(2), i(big, 0)], takes("float32", [big + 2], 4 * big + 8)),
    Bomb("Range", [scalar(0), scalar(big), scalar(1)], takes("int64", [big], 8 * big)),
    Bomb("OneHot", [i(1, 2), scalar(big), i(0, 1)], takes("int64", [2, big], 16 * big)),
    Bomb(
      "Resize", [x(1, 1, 2, 2), nil, nil, i(1, 1, big, 1)],
      takes("float32", [1, 1, big, 1], 4 * big)),
  ]

  private func expectRefusal(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    do {
      try body()
      Issue.record("was not refused", sourceLocation: sourceLocation)
    } catch {
      let code =
        (error as? GraphError)?.code == .limitExceeded
        || (error as? ONNXError)?.code == .limitExceeded
      #expect(code, "\(error)", sourceLocation: sourceLocation)
      let text = (error as? GraphError)?.message ?? (error as? ONNXError)?.message
      #expect(text == message, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: bombs)
  func `a constant that asks for too much is refused before it is allocated`(bomb: Bomb) throws {
    let bytes = try bomb.sample.model { _ in true }.bytes()
    expectRefusal(bomb.message) { _ = try ModelRun.outputs(of: bytes) }
  }

  @Test(arguments: bombs)
  func `an input that asks for too much is refused before it is allocated`(bomb: Bomb) throws {
    let graph = try ONNX.read(bytes: bomb.sample.model { _ in false }.bytes()).graph
    var inputs: [String: Tensor] = [:]
    for (index, operand) in bomb.sample.operands.enumerated() {
      guard let operand else { continue }
      let shape = operand.dims.map(Int.init)
      inputs["in\(index)"] =
        operand.floatData.isEmpty
        ? Tensor(operand.int64Data, shape: shape) : Tensor(operand.floatData, shape: shape)
    }
    expectRefusal(bomb.message) {
      _ = try Session(graph, options: ModelRun.options).run(inputs)
    }
  }

  // MARK: Loops

  private static func loop(
    _ trips: Int64, _ carried: [Wire_TensorProto], body: Wire_GraphProto
  ) -> Wire_ModelProto {
    let names = carried.map(\.name)
    let outputs = (1..<body.output.count).map { "out\($0)" }
    return .model(
      .graph(
        [.op("Loop", ["trips", ""] + names, outputs, [.graph("body", body)], name: "loop")],
        initializers: carried + [.int64s([trips], [], "trips")], outputs: outputs))
  }

  /// Counts, keeps the condition true, and applies `node` to `v`.
  private static func body(_ node: Wire_NodeProto, scanning: Bool = false) -> Wire_GraphProto {
    .graph(
      [.op("Identity", ["c"], ["c1"]), node],
      inputs: [
        .tensor("i", .int64, []), .tensor("c", .bool, []), .tensor("v", .float, [-1]),
      ], outputs: scanning ? ["c1", "v1", "v1"] : ["c1", "v1"])
  }

  private func run(
    _ model: Wire_ModelProto, seconds: Double? = nil, iterations: Int = 1_000_000
  ) throws {
    var options = SessionOptions(threads: 1, limits: ModelRun.limits, runSeconds: seconds)
    options.limits.loopIterations = iterations
    let graph = try ONNX.read(bytes: model.bytes()).graph
    _ = try Session(graph, options: options).run([:] as [String: Tensor])
  }

  @Test func `an endless loop ends at the iteration cap`() {
    let model = Self.loop(
      .max, [.floats([2], "v0")], body: Self.body(.op("Neg", ["v"], ["v1"])))
    expectRefusal("more than 500 iterations") { try run(model, iterations: 500) }
  }

  @Test func `an endless loop ends at the run's deadline`() {
    let model = Self.loop(
      .max, [.floats([2], "v0")], body: Self.body(.op("Neg", ["v"], ["v1"])))
    let start = ContinuousClock.now
    expectRefusal("the run did not end before its deadline") {
      try run(model, seconds: 0.2, iterations: .max)
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `a loop that doubles a tensor ends at the tensor limit`() {
    let model = Self.loop(
      60, [.floats([2], "v0")],
      body: Self.body(.op("Concat", ["v", "v"], ["v1"], [.int("axis", 0)])))
    expectRefusal(Self.takes("float32", [1 << 27], 1 << 29)) { try run(model) }
  }

  @Test func `products that nobody could compute are refused before they are planned`() throws {
    // Each takes 2^62 multiply-adds, so that their sum overflows.
    let (long, short): (Int64, Int64) = (1 << 21, 1 << 20)
    let model = Wire_ModelProto.model(
      .graph(
        [.op("MatMul", ["a", "b"], ["c"]), .op("MatMul", ["c", "d"], ["y"])],
        inputs: [
          .tensor("a", .float, [long, long]), .tensor("b", .float, [long, short]),
          .tensor("d", .float, [short, long]),
        ], outputs: ["y"]))
    var graph = try ONNX.read(bytes: model.bytes()).graph
    try Pipeline.inference.run(on: &graph)
    #expect(GraphSize(graph).multiplyAdds == .max)
    let types = Dictionary(uniqueKeysWithValues: graph.inputs.map { ($0, graph.type(of: $0)) })
    expectRefusal(Self.takes("float32", [long, long], 4 * long * long)) {
      _ = try Session(graph, options: ModelRun.options).prepare(for: types)
    }
  }

  @Test func `tensors of sizes known only while running end at the limit of the run`() throws {
    let names = (0..<9).map { "y\($0)" }
    let model = Wire_ModelProto.model(
      .graph(
        names.map { .op("ConstantOfShape", ["n"], [$0]) },
        inputs: [.tensor("n", .int64, [1])], outputs: names))
    var limits = ModelRun.limits
    limits.runBytes = 8 << 20
    let session = Session(
      try ONNX.read(bytes: model.bytes()).graph,
      options: SessionOptions(threads: 1, limits: limits))
    #expect {
      try session.run(["n": Tensor([1 << 19] as [Int64])])
    } throws: { error in
      (error as? GraphError)?.code == .limitExceeded
    }
    #expect(try session.run(["n": Tensor([1 << 10] as [Int64])]).count == 9)
  }

  @Test func `a sequence that grows in a loop ends at the limit of the run`() throws {
    var sequence = Wire_ValueInfoProto.named("s")
    sequence.type.sequenceType.elemType.tensorType.elemType = 1
    let body = Wire_GraphProto.graph(
      [
        .op("Identity", ["c"], ["c1"]), .op("Neg", ["w"], ["v"]),
        .op("SequenceInsert", ["s", "v"], ["s1"]),
      ],
      inputs: [.tensor("i", .int64, []), .tensor("c", .bool, []), sequence],
      outputs: ["c1", "s1"])
    let model = Wire_ModelProto.model(
      .graph(
        [
          .op("SequenceEmpty", [], ["s0"]),
          .op("Loop", ["trips", "", "s0"], ["y"], [.graph("body", body)], name: "loop"),
          .op("SequenceLength", ["y"], ["n"]),
        ], inputs: [.tensor("w", .float, [1000])],
        initializers: [.int64s([100_000], [], "trips")], outputs: ["n"]))
    var limits = ModelRun.limits
    limits.runBytes = 1 << 20
    let session = Session(
      try ONNX.read(bytes: model.bytes()).graph,
      options: SessionOptions(threads: 1, limits: limits))
    #expect {
      try session.run(["w": Tensor(zeros: .float32, shape: [1000])])
    } throws: { error in
      (error as? GraphError)?.code == .limitExceeded
    }
  }

  // MARK: Depth

  @Test func `graphs 33 deep are refused, 32 deep are read`() throws {
    func nested(_ depth: Int) throws -> [UInt8] {
      var graph = Wire_GraphProto.graph([.op("Neg", ["x"], ["y"])], outputs: ["y"])
      for _ in 0..<depth {
        graph = .graph(
          [
            .op(
              "If", ["c"], ["y"],
              [
                .graph("then_branch", graph),
                .graph("else_branch", .graph([.op("Abs", ["x"], ["y"])], outputs: ["y"])),
              ])
          ], outputs: ["y"])
      }
      graph.input = [.tensor("x", .float, [2]), .tensor("c", .bool, [])]
      return try Wire_ModelProto.model(graph).bytes()
    }
    #expect(try ModelRun.outputs(of: nested(32)).count == 1)
    #expect {
      try ModelRun.outputs(of: nested(33))
    } throws: { error in
      let error = error as? ONNXError
      return error?.code == .limitExceeded
        && error?.message == "subgraphs nested more than 32 deep"
    }
  }

  private static func chain(_ depth: Int, doubling: Bool) -> Wire_ModelProto {
    var functions = [
      Wire_FunctionProto.function("f0", ["a"], ["b"], [.op("Neg", ["a"], ["b"])])
    ]
    for level in 1..<depth {
      let callee = "f\(level - 1)"
      functions.append(
        .function(
          "f\(level)", ["a"], ["c"],
          [
            .op(callee, ["a"], ["b"], domain: "local"),
            .op(doubling ? callee : "Identity", ["b"], ["c"], domain: doubling ? "local" : ""),
          ]))
    }
    return .model(
      .graph(
        [.op("f\(depth - 1)", ["x"], ["y"], domain: "local")],
        inputs: [.tensor("x", .float, [2])], outputs: ["y"]), functions: functions)
  }

  @Test func `functions 65 deep are refused, 64 deep are read`() throws {
    let deep = try Self.chain(64, doubling: false).bytes()
    #expect(try ModelRun.outputs(of: deep).count == 1)
    let deeper = try Self.chain(65, doubling: false).bytes()
    #expect(
      throws: ONNXError(
        .limitExceeded, at: "f0 node \"b\"",
        "functions nest deeper than 64, or call themselves")
    ) { try ONNX.read(bytes: deeper) }
  }

  @Test func `a function that calls itself is refused`() throws {
    var model = Self.chain(2, doubling: false)
    model.functions[0].node = [.op("f1", ["a"], ["b"], domain: "local")]
    let bytes = try model.bytes()
    #expect(
      throws: ONNXError(
        .limitExceeded, at: "f1 node \"b\"",
        "functions nest deeper than 64, or call themselves")
    ) { try ONNX.read(bytes: bytes) }
  }

  @Test func `functions that double 40 times end at the node limit`() throws {
    let bytes = try Self.chain(40, doubling: true).bytes()
    var limits = ResourceLimits()
    limits.nodeCount = 5000
    let start = ContinuousClock.now
    do {
      _ = try ONNX.read(bytes: bytes, limits: limits)
      Issue.record("was not refused")
    } catch let error as ONNXError {
      #expect(error.code == .limitExceeded)
      #expect(
        error.message == "the model has more than 5000 nodes after its functions are expanded")
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `constants that functions repeat end at a limit`() throws {
    let constant = Wire_NodeProto.op(
      "Constant", [], ["k"], [.tensor("value", .floats([4000]))])
    var model = Self.chain(12, doubling: true)
    model.functions[0].node = [constant, .op("Neg", ["k"], ["s"]), .op("Neg", ["a"], ["b"])]
    let bytes = try model.bytes()
    var limits = ResourceLimits()
    limits.runBytes = 10 << 20
    #expect {
      try ONNX.read(bytes: bytes, limits: limits)
    } throws: { error in
      (error as? ONNXError)?.code == .limitExceeded
        && (error as? ONNXError)?.message
          == "the model's constants take more than \(10 << 20) bytes after its functions are "
          + "expanded"
    }
  }

  @Test func `messages nested without end are refused`() throws {
    var type = Wire_TypeProto.with { $0.tensorType.elemType = 1 }
    for _ in 0..<90 {
      let inner = type
      type = .with { $0.sequenceType.elemType = inner }
    }
    let model = HostileReadingTests.relu { $0.graph.input[0].type = type }
    let bytes = try model.bytes()
    #expect {
      try ONNX.read(bytes: bytes)
    } throws: { error in
      (error as? ONNXError)?.code == .limitExceeded
        && (error as? ONNXError)?.message == "messages nested more than 128 deep"
    }
  }
}
