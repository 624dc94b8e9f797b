// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct WeightOnlyQuantizationTests {
  private func network() throws -> (Graph, [RuntimeValue?]) {
    var generator = SeededGenerator(seed: 5)
    var sketch = Sketch()
    let x = sketch.input("x", [3, 96])
    let w = sketch.graph.addInitializer("w", generator.normalTensor([64, 96], scale: 0.1))
    let v = sketch.graph.addInitializer("v", generator.normalTensor([64, 80], scale: 0.1))
    let u = sketch.graph.addInitializer("u", generator.normalTensor([80, 2], scale: 0.1))
    var value = try sketch.add("gemm", Gemm(transposesB: true), x, w)
    value = try sketch.add("matmul", MatMul(), value, v)
    sketch.output(try sketch.add("small", MatMul(), value, u))
    return (sketch.graph, [.tensor(generator.normalTensor([3, 96]))])
  }

  @Test func `weights become codes behind DequantizeLinear`() throws {
    let (original, inputs) = try network()
    let graph = try expect(
      WeightOnlyQuantization(), on: original,
      gives: """
        graph g(x: float32[3, 96]) -> y = small
          const u: float32[80, 2]
          const w_codes: int8[64, 96]
          const w_scale: float32[64]
          const w_zero_point: int8[64]
          const v_codes: int8[64, 80]
          const v_scale: float32[80]
          const v_zero_point: int8[80]
          w_dequantized: float32[64, 96] = DequantizeLinear{axis: 0, blockSize: 0, \
        outputType: nil}(w_codes, w_scale, w_zero_point)
          gemm: float32[3, 64] = Gemm{alpha: 1.0, beta: 1.0, transposesA: false, \
        transposesB: true}(x, w_dequantized)
          v_dequantized: float32[64, 80] = DequantizeLinear{axis: 1, blockSize: 0, \
        outputType: nil}(v_codes, v_scale, v_zero_point)
          matmul: float32[3, 80] = MatMul(gemm, v_dequantized)
          small: float32[3, 2] = MatMul(matmul, u)
        """)
    try expectSameOutputs(graph, original, inputs, tolerance: 0.02)
  }

  @Test func `blocks of 4 bits lie along the inputs`() throws {
    let (original, inputs) = try network()
    var graph = original
    let report = try WeightOnlyQuantization(format: .int4Weights).run(on: &graph)
    #expect(report.notes == ["left alone: MatMul node \"small\" has only 160 weights"])
    let scales = ["w", "v"].map { graph.value(named: "\($0)_scale").flatMap(graph.constant)?.shape }
    #expect(scales == [[64, 3], [2, 80]])
    #expect(report.after.bytes * 5 < report.before.bytes)
    try expectSameOutputs(graph, original, inputs, tolerance: 0.25)
    // Smaller groups are closer.
    func ratio(_ size: Int) throws -> Double {
      var graph = original
      let format = try QuantizationFormat(
        bits: 4, isSigned: true, isSymmetric: true, granularity: .block(axis: 0, size: size))
      try Pipeline([WeightOnlyQuantization(format: format)]).run(on: &graph)
      return decibels(
        [try #require(try graph.evaluate(inputs)[0].tensor)],
        [try #require(try original.evaluate(inputs)[0].tensor)])
    }
    #expect(try ratio(8) > ratio(96))
  }
}
