// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// One operator with its inputs, run by a session and compared with reference evaluation.
struct LoweringExample {
  var operation: any Operation
  var inputs: [Tensor?]
  /// Inputs that the graph holds as constants; the others are given to the run.
  var constants: Set<Int>
  var outputCount: Int

  init(
    _ operation: any Operation, _ inputs: [Tensor?], constants: Set<Int> = [],
    outputCount: Int = 1
  ) {
    (self.operation, self.inputs, self.constants) = (operation, inputs, constants)
    self.outputCount = outputCount
  }

  /// The session of the graph with the one node, and its inputs.
  func session(threads: Int) throws -> (session: Session, inputs: [RuntimeValue?]) {
    var graph = Graph(name: "example")
    var values: [ValueID?] = []
    var given: [RuntimeValue?] = []
    for (index, tensor) in inputs.enumerated() {
      guard let tensor else {
        values.append(nil)
        continue
      }
      if constants.contains(index) {
        values.append(graph.addInitializer("c\(index)", tensor))
      } else {
        values.append(graph.addInput("x\(index)", .tensor(tensor.dtype, tensor.shape)))
        given.append(.tensor(tensor))
      }
    }
    let names = (0..<outputCount).map { "y\($0)" }
    let outputs = try graph.addNode(operation, name: "node", inputs: values, outputNames: names)
    for (name, output) in zip(names, outputs) {
      graph.addOutput(name, try #require(output))
    }
    return (Session(graph, options: SessionOptions(threads: threads)), given)
  }

  /// Expects the outputs of one to three threads to be those of reference evaluation, and that
  /// the runtime has code of its own for the node.
  ///
  /// - Parameter scaled: Whether `absolute` is in units of the largest magnitude expected.
  func check(
    absolute: Double = 0, relative: Double = 0, scaled: Bool = false, isLowered: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = try evaluateAll(operation, inputs)
    for threads in 1...3 {
      let (session, given) = try session(threads: threads)
      for _ in 0..<2 {
        let actual = try session.run(given).compactMap(\.tensor)
        #expect(actual.count == outputCount, sourceLocation: sourceLocation)
        for (a, e) in zip(actual, expected) {
          let largest = scaled ? e.doubles().filter(\.isFinite).map(abs).max() ?? 0 : 1
          expectClose(
            a, e, absolute: absolute * max(largest, 1e-3), relative: relative,
            sourceLocation: sourceLocation)
          if a.dtype.isFloatingPoint, absolute == 0, relative == 0 {
            #expect(a == e, "other bits", sourceLocation: sourceLocation)
          }
        }
      }
      let algorithms = session.lastPlan?.stepInfos.map(\.algorithm) ?? []
      #expect(
        algorithms.contains("reference") != isLowered, "\(algorithms)",
        sourceLocation: sourceLocation)
    }
  }
}

/// Random numbers and tensors of examples.
extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func choice<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  mutating func isTrue() -> Bool { number(0...1) == 1 }

  /// Extents of a small tensor.
  mutating func shape(rank: ClosedRange<Int>, extent: ClosedRange<Int> = 1...6) -> [Int] {
    (0..<number(rank)).map { _ in number(extent) }
  }

  /// Integers in `range` as elements of a type.
  mutating func integers(
    _ shape: [Int], in range: ClosedRange<Int>, dtype: ElementType = .int64
  ) -> Tensor {
    let count = shape.reduce(1, *)
    let values = (0..<count).map { _ in Int64(number(range)) }
    return Tensor(int64s: values, dtype: dtype, shape: shape)
  }

  /// Numbers of any type of whole bytes.
  mutating func tensor(_ dtype: ElementType, _ shape: [Int]) -> Tensor {
    dtype.isFloatingPoint
      ? Tensor(doubles: normalTensor(shape).doubles(), dtype: dtype, shape: shape)
      : integers(shape, in: 0...(dtype == .bool ? 1 : 100), dtype: dtype)
  }
}

extension Tensor {
  /// An `int64` vector.
  init(integers: [Int]) { self.init(integers.map(Int64.init)) }
}
