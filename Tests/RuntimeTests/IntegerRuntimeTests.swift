// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Passes
import Runtime
import Tensors
import TestSupport
import Testing

@Suite struct IntegerRuntimeTests {
  /// Operators on real numbers that may be left.
  private static let real: Set<String> = ["QuantizeLinear", "DequantizeLinear", "GlobalMaxPool"]

  @Test(arguments: Array(0..<40 as Range<UInt64>), [ElementType.uint8, .int8])
  func `all instruction sets give the reference's codes`(
    seed: UInt64, activations: ElementType
  ) throws {
    let example = try QuantizedExample(seed: seed, activations: activations)
    var graph = example.graph
    try Pipeline.inference.run(on: &graph)
    let left = graph.nodes.filter { node in
      graph.type(of: node.outputs[0]!).tensorType?.dtype == .float32
        && !Self.real.contains(node.operation.opType)
    }
    #expect(left.isEmpty, "real numbers remain: \(left.map(\.operation.opType))")
    let expected = try graph.evaluate([.tensor(example.input)]).compactMap(\.tensor)
    for set in KernelCatalog.sets where CPUFeatures.current.supports(set.instructionSet) {
      for threads in [1, 2] {
        var options = SessionOptions(threads: threads)
        options.instructionSet = set.instructionSet
        let session = Session(graph, options: options)
        for _ in 0..<2 {
          let actual = try session.run([.tensor(example.input)]).compactMap(\.tensor)
          #expect(actual == expected, "\(set.instructionSet), \(threads) threads")
        }
        let reference = session.lastPlan?.stepInfos.filter { $0.algorithm == "reference" } ?? []
        #expect(reference.isEmpty, "\(reference.map(\.opType)) by reference")
      }
    }
  }

  @Test(arguments: Array(0..<20 as Range<UInt64>))
  func `one operator's codes are at most one off those of real numbers`(seed: UInt64) throws {
    let example = try QuantizedExample(seed: seed, activations: .uint8)
    // Every quantized value of the file, computed on real numbers from the codes before it, would hide
    // what accumulates; the outputs of short networks are near enough.
    var graph = example.graph
    try Pipeline.inference.run(on: &graph)
    let actual = try graph.evaluate([.tensor(example.input)]).compactMap(\.tensor)
    let expected = try example.graph.evaluate([.tensor(example.input)]).compactMap(\.tensor)
    for (a, e) in zip(actual, expected) {
      let scale = smallestStep(e)
      let steps = zip(a.doubles(), e.doubles()).map { abs($0 - $1) / scale }
      let far = steps.filter { $0 > 1.5 }.count
      #expect(far * 100 <= steps.count, "\(far) of \(steps.count) are further off")
    }
  }

  /// The smallest difference between numbers of a dequantized tensor.
  private func smallestStep(_ tensor: Tensor) -> Double {
    let values = Set(tensor.doubles()).sorted()
    return zip(values, values.dropFirst()).map { $1 - $0 }.filter { $0 > 1e-6 }.min() ?? 1
  }
}
