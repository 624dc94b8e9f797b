// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct PostTrainingQuantizationTests {
  private let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))

  private func weights(
    _ sketch: inout Sketch, _ name: String, _ shape: [Int], seed: UInt64
  ) -> ValueID {
    var generator = SeededGenerator(seed: seed)
    return sketch.graph.addInitializer(name, generator.normalTensor(shape, scale: 0.3))
  }

  /// A stem, a residual block, pooling, and a classifier.
  private func network(seed: UInt64 = 1) throws -> Graph {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 3, 8, 8])
    let conv = Conv(window: window)
    let w1 = weights(&sketch, "w1", [8, 3, 3, 3], seed: seed)
    let b1 = weights(&sketch, "b1", [8], seed: seed + 1)
    let stem = try sketch.add("relu1", ReLU(), try sketch.add("conv1", conv, x, w1, b1))
    let pooled = try sketch.add("pool", MaxPool(kernel: [2, 2]), stem)
    let w2 = weights(&sketch, "w2", [8, 8, 3, 3], seed: seed + 2)
    let branch = try sketch.add("conv2", conv, pooled, w2)
    let sum = try sketch.add("relu2", ReLU(), try sketch.add("add", Add(), branch, pooled))
    let mean = try sketch.add("mean", GlobalAveragePool(), sum)
    let flat = try sketch.add("flat", Flatten(), mean)
    let w3 = weights(&sketch, "w3", [8, 5], seed: seed + 3)
    let b3 = weights(&sketch, "b3", [5], seed: seed + 4)
    sketch.output(try sketch.add("fc", Gemm(), flat, w3, b3))
    return sketch.graph
  }

  private func pass(
    _ source: ReferenceActivations, correctsBiases: Bool = false
  ) -> PostTrainingQuantization {
    PostTrainingQuantization(
      source: source, activationEstimator: .minMax, correctsBiases: correctsBiases)
  }

  private let source = ReferenceActivations.normal([1, 3, 8, 8], seed: 42)

  /// Nodes as `name(inputs)`, in order, without constants' names.
  private func outline(_ graph: Graph) -> [String] {
    graph.nodes.map { node in
      let inputs = node.inputs.compactMap { $0 }.filter { graph.constant($0) == nil }
      return "\(node.operation.opType) \(node.name)"
        + "(\(inputs.map(graph.name(of:)).joined(separator: ", ")))"
    }
  }

  @Test func `every value between layers gets codes, activations stay with their layer`() throws {
    var graph = try network()
    let report = try pass(source).run(on: &graph)
    #expect(report.rewrites == 3)
    #expect(report.notes.last == "quantized 3 of 3 layers")
    try graph.checkInvariants()
    let lines = outline(graph).filter { !$0.hasPrefix("DequantizeLinear w") }
      .filter { !$0.hasPrefix("DequantizeLinear b") }
    #expect(
      lines == [
        "QuantizeLinear x_quantize(x)", "DequantizeLinear x_dequantize(x_codes)",
        "Conv conv1(x_dequantized, w1_dequantized, b1_dequantized)", "Relu relu1(conv1)",
        "QuantizeLinear relu1_quantize(relu1)", "DequantizeLinear relu1_dequantize(relu1_codes)",
        "MaxPool pool(relu1_dequantized)",
        "QuantizeLinear pool_quantize(pool)", "DequantizeLinear pool_dequantize(pool_codes)",
        "Conv conv2(pool_dequantized, w2_dequantized)",
        "QuantizeLinear conv2_quantize(conv2)", "DequantizeLinear conv2_dequantize(conv2_codes)",
        "Add add(conv2_dequantized, pool_dequantized)", "Relu relu2(add)",
        "QuantizeLinear relu2_quantize(relu2)", "DequantizeLinear relu2_dequantize(relu2_codes)",
        "GlobalAveragePool mean(relu2_dequantized)",
        "QuantizeLinear mean_quantize(mean)", "DequantizeLinear mean_dequantize(mean_codes)",
        "Flatten flat(mean_dequantized)",
        "QuantizeLinear flat_quantize(flat)", "DequantizeLinear flat_dequantize(flat_codes)",
        "Gemm fc(flat_dequantized, w3_dequantized, b3_dequantized)",
      ])
    // The pool and the reshape only move codes.
    for (first, second) in [("relu1", "pool"), ("mean", "flat")] {
      let scales = try [first, second].map { name in
        try #require(graph.nodes.first { $0.name == "\(name)_quantize" }).inputs[1]
      }
      #expect(scales[0] == scales[1])
    }
    #expect(report.after.bytes < report.before.bytes * 2 / 5)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `outputs stay close, and a second run changes nothing`(seed: UInt64) throws {
    let original = try network(seed: 10 * seed + 1)
    var graph = original
    let pass = pass(source, correctsBiases: seed % 2 == 0)
    try Pipeline([pass]).run(on: &graph)
    let ratio = decibels(try outputs(graph, source), try outputs(original, source))
    #expect(ratio > 25 && ratio.isFinite)
    try expectSettled(pass, graph)
  }

  @Test func `the dump of one layer`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2])
    let w = sketch.constant("w", [1, -2, 0.5, 4], [2, 2])
    let b = sketch.constant("b", [3, -1])
    sketch.output(try sketch.add("fc", Gemm(transposesB: true), x, w, b))
    let source = ReferenceActivations(
      batches: [[.tensor(Tensor([-1, 1.55] as [Float], shape: [1, 2]))]])
    let graph = try expect(
      pass(source), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2]) -> y = fc
          const x_scale: float32[]
          const x_zero_point: uint8[]
          const w_codes: int8[2, 2]
          const w_scale: float32[2]
          const w_zero_point: int8[2]
          const b_scale: float32[2]
          const b_codes: int32[2]
          x_codes: uint8[1, 2] = QuantizeLinear{axis: 1, blockSize: 0, outputType: nil, \
        precision: nil, isSaturating: true}(x, x_scale, x_zero_point)
          x_dequantized: float32[1, 2] = DequantizeLinear{axis: 1, blockSize: 0, \
        outputType: nil}(x_codes, x_scale, x_zero_point)
          w_dequantized: float32[2, 2] = DequantizeLinear{axis: 0, blockSize: 0, \
        outputType: nil}(w_codes, w_scale, w_zero_point)
          b_dequantized: float32[2] = DequantizeLinear{axis: 0, blockSize: 0, \
        outputType: nil}(b_codes, b_scale)
          fc: float32[1, 2] = Gemm{alpha: 1.0, beta: 1.0, transposesA: false, transposesB: true}\
        (x_dequantized, w_dequantized, b_dequantized)
        """)
    let codes = try #require(graph.value(named: "w_codes").flatMap(graph.constant))
    // -2 and 4 are the largest of their rows; 1 / (2 / 127) = 63.5 and 0.5 / (4 / 127) = 15.875.
    #expect(codes == Tensor([64, -127, 16, 127] as [Int8], shape: [2, 2]))
    let scale = try #require(graph.value(named: "x_scale").flatMap(graph.constant))
    #expect(scale == Tensor(scalar: Float(2.55 / 255)) || abs(scale.double(at: 0) - 0.01) < 1e-9)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `biases are off by half a unit of the products' scale at most`(seed: UInt64) throws {
    let original = try network(seed: 5 * seed + 3)
    var graph = original
    try Pipeline([pass(source)]).run(on: &graph)
    for (name, point) in [("b1", "x"), ("b3", "mean")] {
      let wanted = try #require(original.value(named: name).flatMap(original.constant))
      let codes = try #require(graph.value(named: "\(name)_codes").flatMap(graph.constant))
      let scales = try #require(graph.value(named: "\(name)_scale").flatMap(graph.constant))
      let input = try #require(graph.value(named: "\(point)_scale").flatMap(graph.constant))
      let weights = name == "b1" ? "w1" : "w3"
      let weightScales = try #require(
        graph.value(named: "\(weights)_scale").flatMap(graph.constant))
      #expect(codes.dtype == .int32)
      for channel in 0..<codes.count {
        let scale = input.array(of: Float.self)[0] * weightScales.array(of: Float.self)[channel]
        #expect(scales.array(of: Float.self)[channel] == scale)
        let back = Double(codes.integer(at: channel)) * Double(scale)
        #expect(abs(back - wanted.double(at: channel)) <= Double(scale) * 0.501)
      }
    }
  }

  @Test func `a channel without weights keeps its bias`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2])
    let w = sketch.constant("w", [1, -2, 1e-30, 0], [2, 2])
    let b = sketch.constant("b", [3, -1000])
    sketch.output(try sketch.add("fc", Gemm(transposesB: true), x, w, b))
    let source = ReferenceActivations(
      batches: [[.tensor(Tensor([-1, 1] as [Float], shape: [1, 2]))]])
    var graph = sketch.graph
    try Pipeline([pass(source)]).run(on: &graph)
    let output = try outputs(graph, source)[0]
    #expect(abs(output.double(at: 1) + 1000) < 1e-3)
  }

  @Test func `codes behind a Clip do not leave its bounds`() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<20 {
      var sketch = Sketch()
      let x = sketch.input("x", [1, 2, 3, 3])
      let bound = Float(1 + 9 * generator.nextUniform())
      let w = sketch.graph.addInitializer("w", generator.normalTensor([4, 2, 1, 1], scale: 20))
      let conv = try sketch.add("conv", Conv(), x, w)
      let clip = try sketch.add(
        "clip", Clip(), conv, sketch.number("low", 0), sketch.number("high", bound))
      let v = sketch.graph.addInitializer("v", generator.normalTensor([4, 4, 1, 1]))
      sketch.output(try sketch.add("last", Conv(), clip, v))
      var graph = sketch.graph
      try Pipeline([pass(.normal([1, 2, 3, 3], seed: 5))]).run(on: &graph)
      let scale = try #require(graph.value(named: "clip_scale").flatMap(graph.constant))
      #expect(255 * scale.array(of: Float.self)[0] <= bound)
      #expect(255 * scale.array(of: Float.self)[0] > bound * 0.999)
    }
  }

  @Test func `concatenations of one kind share a scale`() throws {
    for isBounded in [true, false] {
      var sketch = Sketch()
      let x = sketch.input("x", [1, 2, 3, 3])
      let a = try sketch.add("a", Conv(), x, weights(&sketch, "wa", [2, 2, 1, 1], seed: 1))
      let b = try sketch.add("b", Conv(), x, weights(&sketch, "wb", [3, 2, 1, 1], seed: 2))
      let first = try sketch.add("first", ReLU(), a)
      let second = isBounded ? try sketch.add("second", ReLU(), b) : b
      let joined = try sketch.add("joined", Concat(axis: 1), first, second)
      sketch.output(
        try sketch.add("last", Conv(), joined, weights(&sketch, "wc", [2, 5, 1, 1], seed: 3)))
      var graph = sketch.graph
      try Pipeline([pass(.normal([1, 2, 3, 3], seed: 5))]).run(on: &graph)
      func scale(_ name: String) throws -> ValueID? {
        try #require(graph.nodes.first { $0.name == "\(name)_quantize" }).inputs[1]
      }
      // Codes are joined: of the scale of the whole as they are, of another one quantized again. A
      // Relu behind which codes go below zero could not be dropped.
      let concat = try #require(graph.nodes.first { $0.name == "joined" })
      let makers = try concat.inputs.map { input in
        try #require(graph.nodes.first { $0.outputs.contains(input) }).name
      }
      let other = isBounded ? "second" : "b"
      #expect(
        makers == [isBounded ? "first_quantize" : "joined_part0_quantize", "\(other)_quantize"])
      #expect(try scale(isBounded ? "first" : "joined_part0") == scale(other))
      #expect(!graph.nodes.contains { $0.name == "joined_quantize" })
      // Nothing reads the numbers of the parts.
      #expect(graph.nodes.contains { $0.name == "first_dequantize" } != isBounded)
      #expect(!graph.nodes.contains { $0.name == "\(other)_dequantize" })
    }
  }

  @Test func `what the scope skips stays in floating point`() throws {
    let original = try network()
    func layers(_ scope: QuantizationScope) throws -> [String] {
      var graph = original
      var pass = pass(source)
      pass.scope = scope
      try Pipeline([pass]).run(on: &graph)
      try expectSettled(pass, graph)
      return graph.nodes.filter { node in
        node.inputs.count > 1 && node.inputs[1].map(graph.name(of:))?.hasPrefix("w") == true
          && node.inputs[1].flatMap(graph.constant) == nil && !(node.operation is DequantizeLinear)
      }.map(\.name)
    }
    #expect(try layers(QuantizationScope()) == ["conv1", "conv2", "fc"])
    #expect(try layers(QuantizationScope(skippedNodes: ["conv1"])) == ["conv2", "fc"])
    #expect(try layers(QuantizationScope(skippedTypes: ["Gemm"])) == ["conv1", "conv2"])
    #expect(try layers(QuantizationScope(floatValues: ["x"])) == ["conv2", "fc"])
    #expect(try layers(QuantizationScope(skippedTypes: ["Conv", "Gemm"])) == [])
  }

  @Test func `a fused residual hands its sum over unrounded`() throws {
    var graph = try network()
    var pass = pass(source)
    pass.scope.fusesResiduals = true
    try Pipeline([pass]).run(on: &graph)
    let add = try #require(graph.nodes.first { $0.name == "add" })
    #expect(add.inputs.map { graph.name(of: $0!) } == ["conv2", "pool_dequantized"])
  }

  @Test func `outputs of the graph between layers keep their names and readers`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3])
    let a = try sketch.add("a", Conv(), x, weights(&sketch, "wa", [2, 2, 1, 1], seed: 1))
    let r = try sketch.add("r", ReLU(), a)
    let b = try sketch.add("b", Conv(), r, weights(&sketch, "wb", [3, 2, 1, 1], seed: 2))
    sketch.output(r, "features")
    sketch.output(b, "scores")
    var graph = sketch.graph
    let source = ReferenceActivations.normal([1, 2, 3, 3], seed: 3)
    let pass = pass(source)
    try Pipeline([pass]).run(on: &graph)
    #expect(graph.outputs.map(\.name) == ["features", "scores"])
    for output in graph.outputs {
      let maker = try #require(graph.nodes.first { $0.outputs.contains(output.value) })
      #expect(maker.operation is DequantizeLinear)
    }
    try expectSameOutputs(graph, sketch.graph, source.batches[0], tolerance: 0.03)
    try expectSettled(pass, graph)
  }

  @Test(arguments: [2, 4, 6, 9, 12, 16]) func `other widths clip to the codes they have`(
    bits: Int
  ) throws {
    var graph = try network()
    var pass = pass(source)
    pass.activations = try QuantizationFormat(bits: bits, isSigned: false, isSymmetric: false)
    try Pipeline([pass]).run(on: &graph)
    let point = try #require(graph.nodes.first { $0.name == "relu1_quantize" })
    let isClipped = graph.nodes.contains { $0.name == "relu1_clip" }
    #expect(isClipped == (bits != pass.activations.codeType.bitWidth))
    var probed = graph
    probed.addOutput("codes", try #require(point.outputs[0]))
    let codes = try source.batches.map { try #require(try probed.evaluate($0)[1].tensor) }
    #expect(codes[0].dtype == pass.activations.codeType)
    // The largest number of the calibration has the largest code, or one near it: the layer's inputs
    // and weights are rounded too.
    let largest = try #require(codes.flatMap { $0.int64s() }.max())
    #expect(Double(largest) > 0.95 * Double(pass.activations.codes.upperBound) - 1)
    #expect(largest <= pass.activations.codes.upperBound)
  }

  @Test func `divergence beats min-max where there are outliers`() throws {
    var generator = SeededGenerator(seed: 77)
    let original = try network()
    // One pixel in a hundred batches is a hundred times too bright.
    let clean = ReferenceActivations.normal([1, 3, 8, 8], batches: 12, seed: 6)
    var planted = clean
    var bright = generator.normalTensor([1, 3, 8, 8]).array(of: Float.self)
    bright[5] = 100
    planted.batches.append([.tensor(Tensor(bright, shape: [1, 3, 8, 8]))])
    func ratio(_ estimator: RangeEstimator) throws -> Double {
      var graph = original
      var pass = pass(planted)
      pass.activationEstimator = estimator
      try Pipeline([pass]).run(on: &graph)
      return decibels(try outputs(graph, clean), try outputs(original, clean))
    }
    let plain = try ratio(.minMax)
    #expect(try ratio(.divergence) > plain + 6)
    #expect(try ratio(.percentile(99.9)) > plain + 6)
  }

  @Test func `bias correction restores the means of output channels`() throws {
    var generator = SeededGenerator(seed: 4)
    var sketch = Sketch()
    let x = sketch.input("x", [1, 4, 5, 5])
    let w = sketch.graph.addInitializer("w", generator.normalTensor([6, 4, 3, 3]))
    sketch.output(try sketch.add("conv", Conv(window: window), x, w))
    // Inputs with a mean, which three bits of weights shift.
    let batches = (0..<4).map { _ -> [RuntimeValue?] in
      let values = generator.normalTensor([1, 4, 5, 5]).array(of: Float.self).map { abs($0) + 1 }
      return [.tensor(Tensor(values, shape: [1, 4, 5, 5]))]
    }
    let source = ReferenceActivations(batches: batches)
    func worstShift(_ corrects: Bool) throws -> Double {
      var graph = sketch.graph
      var pass = pass(source, correctsBiases: corrects)
      pass.weights = try QuantizationFormat(
        bits: 3, isSigned: true, isSymmetric: true, granularity: .channel(axis: 0))
      try Pipeline([pass]).run(on: &graph)
      var sums = [Double](repeating: 0, count: 6)
      for (a, b) in zip(try outputs(graph, source), try outputs(sketch.graph, source)) {
        for (index, pair) in zip(a.doubles(), b.doubles()).enumerated() {
          sums[index / 25] += (pair.0 - pair.1) / 100
        }
      }
      return sums.map(abs).max()!
    }
    #expect(try worstShift(true) < 0.05)
    #expect(try worstShift(false) > 0.2)
  }

  @Test func `recipes that break rules are told so`() throws {
    var graph = try network()
    var pass = pass(source)
    pass.weights.granularity = .tensor
    pass.activations = try QuantizationFormat(bits: 6, isSigned: true, isSymmetric: true)
    let notes = try pass.run(on: &graph).notes
    #expect(notes.count { $0.hasPrefix("rule: ") } == 4)
    var other = try network()
    #expect(try !self.pass(source).run(on: &other).notes.contains { $0.hasPrefix("rule: ") })
  }

  @Test func `no data and layers that codes cannot take are named`() throws {
    var graph = try network()
    #expect(
      throws: GraphError(
        .missingInput, "calibration needs at least 1 batch of data, value \"x\" had none")
    ) { try pass(ReferenceActivations(batches: [])).run(on: &graph) }
    var sketch = Sketch()
    let x = sketch.input("x", [2, 1])
    let w = sketch.constant("w", [1, 2], [2, 1])
    sketch.output(try sketch.add("fc", Gemm(transposesA: true), x, w))
    var odd = sketch.graph
    let report = try pass(source).run(on: &odd)
    #expect(report.rewrites == 0)
    #expect(
      report.notes == ["left in floating point: Gemm node \"fc\": the input is transposed"])
  }
}
