// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import Testing

@Suite struct OutputReuseTests {
  /// `double = x + x`, `sum = double + x`, and the outputs of one value under two names.
  private func graph() throws -> Graph {
    var graph = Graph(name: "sums")
    let x = graph.addInput("x", .tensor(.float32, dimensions: [.symbolic("N")]))
    let double = try #require(try graph.addNode(Add(), inputs: [x, x])[0])
    let sum = try #require(try graph.addNode(Add(), inputs: [double, x])[0])
    graph.addOutput("double", double)
    graph.addOutput("sum", sum)
    graph.addOutput("sum2", sum)
    return graph
  }

  private func value(_ numbers: [Float]) -> RuntimeValue { .tensor(Tensor(numbers)) }

  private func expected(_ x: [Float]) -> [RuntimeValue] {
    [value(x.map { 2 * $0 }), value(x.map { 3 * $0 }), value(x.map { 3 * $0 })]
  }

  @Test func `outputs that somebody holds are never written again`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    let first = try session.run([value([1, 2])])
    let second = try session.run([value([3, 4])])
    let held = second[1]
    let third = try session.run([value([5, 6])])
    #expect(first == expected([1, 2]))
    #expect(second == expected([3, 4]))
    #expect(third == expected([5, 6]))
    #expect(held == value([9, 12]))
  }

  @Test func `named outputs that somebody holds are never written again`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    let first = try session.run(["x": Tensor([1, 2] as [Float])])
    var results = first
    try session.run(["x": Tensor([3, 4] as [Float])], into: &results)
    let held = try #require(results["sum"])
    try session.run(["x": Tensor([5, 6] as [Float])], into: &results)
    let last = try session.run(["x": Tensor([7, 8] as [Float])])
    #expect(first["sum"]?.doubles() == [3, 6])
    #expect(held.doubles() == [9, 12])
    #expect(results["double"]?.doubles() == [10, 12])
    #expect(results["sum2"]?.doubles() == [15, 18])
    #expect(last["sum"]?.doubles() == [21, 24])
  }

  @Test func `memory of outputs that nobody holds is used again`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    var outputs = try session.run([value([1, 2])])
    func addresses() -> [UnsafeRawPointer?] {
      outputs.map { $0.tensor?.withUnsafeBytes { $0.baseAddress } }
    }
    // The session itself has those of the first run.
    try session.run([value([3, 4])], into: &outputs)
    let before = addresses()
    try session.run([value([5, 6])], into: &outputs)
    #expect(addresses() == before)
    #expect(Set(before).count == 3)
    #expect(outputs == expected([5, 6]))
  }

  @Test func `outputs can be the next run's inputs`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    var outputs: [RuntimeValue] = []
    try session.run([value([1, 2])], into: &outputs)
    for power in 2...6 {
      let x = outputs[1]
      try session.run([x], into: &outputs)
      let three = (0..<power).reduce(1 as Float) { product, _ in product * 3 }
      #expect(outputs[1] == value([three, 2 * three]))
      #expect(x == value([three / 3, 2 * three / 3]))
    }
  }

  @Test func `outputs of other types and numbers are replaced`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    var outputs: [RuntimeValue] = [
      value([1]), .sequence(.int64, []), .tensor(Tensor([1, 2] as [Int64])),
    ]
    for x in [[1, 2], [3], [4, 5, 6], []] as [[Float]] {
      try session.run([value(x)], into: &outputs)
      #expect(outputs == expected(x))
      outputs.append(value([0]))
      try session.run([value(x)], into: &outputs)
      #expect(outputs == expected(x))
    }
    var named = ["sum": Tensor(strings: ["a"], shape: [1]), "other": Tensor([1] as [Float])]
    try session.run(["x": Tensor([2] as [Float])], into: &named)
    #expect(named.keys.sorted() == ["double", "other", "sum", "sum2"])
    #expect(named["sum"]?.doubles() == [6])
  }

  @Test func `inputs are the caller's alone after a run`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    var inputs = ["x": Tensor([1, 2] as [Float])]
    func address() -> UnsafeRawPointer? { inputs["x"]?.withUnsafeBytes { $0.baseAddress } }
    let before = address()
    for number in [1, 2, 3] as [Float] {
      inputs["x"]?.withUnsafeMutableBytes { $0.storeBytes(of: number, as: Float.self) }
      #expect(try session.run(inputs)["double"]?.doubles() == [2 * Double(number), 4])
    }
    #expect(address() == before)
  }

  @Test func `a run that fails leaves the session as it was`() throws {
    let session = Session(try graph(), options: SessionOptions(threads: 1))
    var results = try session.run(["x": Tensor([1] as [Float])])
    let unknown = GraphError(
      .missingInput, "the model has no input \"y\", its inputs are \"x\"")
    #expect(throws: unknown) {
      try session.run(
        ["x": Tensor([1] as [Float]), "y": Tensor([1] as [Float])], into: &results)
    }
    #expect(throws: GraphError(.missingInput, "input \"x\" is not given")) {
      try session.run([:], into: &results)
    }
    try session.run(["x": Tensor([2] as [Float])], into: &results)
    #expect(results["sum"]?.doubles() == [6])
  }
}
