// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import Testing

@Suite struct SequencesTests {
  private let one = Tensor([1] as [Float])
  private let two = Tensor([2, 3] as [Float])

  private func run(
    _ operation: any Operation, _ inputs: [RuntimeValue?],
    limits: ResourceLimits = ResourceLimits()
  ) throws -> RuntimeValue {
    try operation.checkedEvaluate(Operands(inputs), in: EvaluationContext(limits: limits))[0]
  }

  private func position(_ value: Int64) -> RuntimeValue { .tensor(Tensor(scalar: value)) }

  @Test func `tensors are inserted, taken and erased at positions from either end`() throws {
    let both = try run(SequenceConstruct(), [.tensor(one), .tensor(two)])
    #expect(both == .sequence(.float32, [one, two]))
    #expect(try run(SequenceAt(), [both, position(-1)]) == .tensor(two))
    #expect(try run(SequenceErase(), [both]) == .sequence(.float32, [one]))
    #expect(try run(SequenceErase(), [both, position(-2)]) == .sequence(.float32, [two]))
    let three = try run(SequenceInsert(), [both, .tensor(one), position(2)])
    #expect(three == .sequence(.float32, [one, two, one]))
    #expect(try run(SequenceLength(), [three]) == position(3))
    #expect(try run(SequenceEmpty(dtype: .int8), []) == .sequence(.int8, []))
  }

  @Test func `a tensor is split into a sequence and joined again`() throws {
    let x = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [3, 2])
    let rows = try run(SplitToSequence(keepsAxis: false), [.tensor(x)])
    guard case .sequence(_, let tensors) = rows else { throw GraphError(.typeMismatch, "") }
    #expect(tensors.map(\.shape) == [[2], [2], [2]])
    #expect(try run(ConcatFromSequence(axis: 0, isNewAxis: true), [rows]) == .tensor(x))
    let chunks = try run(SplitToSequence(), [.tensor(x), position(2)])
    #expect(try run(ConcatFromSequence(axis: 0), [chunks]) == .tensor(x))
    guard case .sequence(_, let parts) = chunks else { throw GraphError(.typeMismatch, "") }
    #expect(parts.map(\.shape) == [[2, 2], [1, 2]])
  }

  @Test func `optionals hold a value or nothing`() throws {
    let some = try run(OptionalConstruct(), [.tensor(one)])
    let none = try run(OptionalConstruct(type: .tensor(.float32, dimensions: nil)), [])
    #expect(try run(OptionalHasElement(), [some]) == .tensor(Tensor(scalar: true)))
    #expect(try run(OptionalHasElement(), [none]) == .tensor(Tensor(scalar: false)))
    #expect(try run(OptionalHasElement(), []) == .tensor(Tensor(scalar: false)))
    #expect(try run(OptionalGetElement(), [some]) == .tensor(one))
    #expect(try run(OptionalGetElement(), [.tensor(two)]) == .tensor(two))
    let error = #expect(throws: GraphError.self) { try run(OptionalGetElement(), [none]) }
    #expect(error?.code == .missingInput)
  }

  @Test func `a body is run for each member`() throws {
    var body = Graph(name: "body")
    let a = body.addInput("a", .tensor(.float32, dimensions: nil))
    let b = body.addInput("b", .tensor(.float32, dimensions: nil))
    let joined = try #require(
      try body.addNode(Concat(axis: 0), inputs: [a, b])[0])
    body.addOutput("y", joined)
    let sequence = RuntimeValue.sequence(.float32, [one, two])
    let result = try run(SequenceMap(body: body), [sequence, .tensor(one)])
    #expect(
      result == .sequence(.float32, [Tensor([1, 1] as [Float]), Tensor([2, 3, 1] as [Float])]))
    let error = #expect(throws: GraphError.self) {
      try run(SequenceMap(body: body), [sequence, .sequence(.float32, [one])])
    }
    #expect(error?.code == .shapeMismatch)
  }

  @Test func `positions outside a sequence are refused`() {
    let empty = RuntimeValue.sequence(.float32, [])
    for (operation, inputs) in [
      (SequenceAt(), [empty, position(0)]), (SequenceErase(), [empty]),
      (SequenceInsert(), [empty, .tensor(one), position(1)]),
      (SequenceErase(), [.sequence(.float32, [one]), position(.min)]),
    ] as [(any Operation, [RuntimeValue])] {
      let error = #expect(throws: GraphError.self) { try run(operation, inputs) }
      #expect(error?.code == .indexOutOfRange)
    }
  }

  @Test func `members of another type and a sequence in place of a tensor are refused`() {
    let floats = RuntimeValue.sequence(.float32, [one])
    for (operation, inputs) in [
      (SequenceInsert(), [floats, position(1)]),
      (SequenceConstruct(), [.tensor(one), position(1)]), (SequenceConstruct(), [floats]),
      (SequenceAt(), [.tensor(one), position(0)]),
    ] as [(any Operation, [RuntimeValue])] {
      let error = #expect(throws: GraphError.self) { try run(operation, inputs) }
      #expect(error?.code == .typeMismatch)
    }
  }

  @Test func `growing sequences meet the limits`() {
    var limits = ResourceLimits()
    limits.runBytes = 8
    let error = #expect(throws: GraphError.self) {
      try run(
        SequenceInsert(), [.sequence(.float32, [one]), .tensor(two)], limits: limits)
    }
    #expect(error?.code == .limitExceeded)
    // Many parts without elements take memory all the same.
    let wide = Tensor(zeros: .float32, shape: [1 << 40, 0])
    let bomb = #expect(throws: GraphError.self) { try run(SplitToSequence(), [.tensor(wide)]) }
    #expect(bomb?.code == .limitExceeded)
  }
}
