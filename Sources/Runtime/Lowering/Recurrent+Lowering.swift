// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// How a recurrent operator makes the next state of the sums of its gates.
private enum RecurrentKind: Sendable {
  case plain
  case gru(isLinearBeforeReset: Bool)
  case lstm(couplesInputAndForget: Bool)

  /// Gates whose sums take the recurrent part before anything else, from the first on.
  func leadingGates(of count: Int) -> Int {
    if case .gru = self { count - 1 } else { count }
  }

  /// Whether the recurrent bias of the last gate stays apart from its input bias.
  var separatesLastBias: Bool {
    if case .gru(let isLinear) = self { isLinear } else { false }
  }
}

extension LSTM: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerRecurrent(&context, self, .lstm(couplesInputAndForget: couplesInputAndForget))
  }
}

extension GRU: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerRecurrent(&context, self, .gru(isLinearBeforeReset: isLinearBeforeReset))
  }
}

extension RNN: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerRecurrent(&context, self, .plain)
  }
}

extension RecurrentActivation {
  /// The kernels' form, nil when they have none.
  fileprivate var kernelFunction: UnaryFunction? {
    switch function {
    case .relu: .relu
    case .tanh: UnaryFunction(.tanh)
    case .sigmoid: UnaryFunction(.sigmoid)
    case .leakyRelu: UnaryFunction(.leakyReLU, alpha)
    case .hardSigmoid: UnaryFunction(.hardSigmoid, alpha, beta)
    case .elu: UnaryFunction(.elu, alpha)
    case .softsign: UnaryFunction(.softsign)
    case .softplus: UnaryFunction(.softplus)
    case .affine, .thresholdedRelu, .scaledTanh: nil
    }
  }
}

/// The code of a recurrent operator over whole sequences of `float32`, else nil.
private func lowerRecurrent(
  _ context: inout LoweringContext, _ operation: some RecurrentOperation, _ kind: RecurrentKind
) -> LoweredStep? {
  let x = context.shape(0)
  guard context.type(0).dtype == .float32, !x.contains(0) else { return nil }
  let (steps, batch) = operation.isBatchFirst ? (x[1], x[0]) : (x[0], x[1])
  if context.has(4) {
    guard let lengths = context.integers(4), lengths.allSatisfy({ $0 == steps }) else {
      return nil
    }
  }
  let functions = operation.activations.compactMap(\.kernelFunction)
  guard functions.count == operation.activations.count else { return nil }
  let hasCell = type(of: operation).hasCell
  let layer = RecurrentLayer(
    kind: kind, steps: steps, batch: batch, inputSize: x[2], hiddenSize: operation.hiddenSize,
    gates: type(of: operation).gateCount, directions: operation.direction.count,
    isReverse: operation.direction == .reverse, isBatchFirst: operation.isBatchFirst,
    functions: functions, clip: operation.clip, threads: context.threads)
  guard Matrix.fits(layer.gateWidth, x[2], layer.chunk * batch) else { return nil }
  _ = Matrix.prepare
  context.needScratch(bytes: layer.scratchCount * MemoryLayout<Float>.stride)
  let slots = RecurrentSlots(
    x: context.input(0), weights: context.input(1), recurrent: context.input(2),
    bias: context.optionalInput(3), hidden: context.optionalInput(5),
    cell: hasCell ? context.optionalInput(6) : nil,
    peepholes: hasCell ? context.optionalInput(7) : nil, y: context.optionalOutput(0),
    lastHidden: context.optionalOutput(1), lastCell: hasCell ? context.optionalOutput(2) : nil)
  let kernels = context.kernels
  return LoweredStep(algorithm: "sgemm") { run in
    run.parallel(layer.directions * layer.parts) { items, task in
      for item in items {
        var walk = RecurrentWalk(
          layer: layer, kernels: kernels, pointers: RecurrentPointers(slots, run),
          direction: item / layer.parts, part: item % layer.parts,
          scratch: run.scratch(task: task))
        walk.run()
      }
    }
  }
}

/// Sizes of a recurrent layer and how it is cut for threads and caches.
private struct RecurrentLayer: Sendable {
  let kind: RecurrentKind
  let steps: Int
  let batch: Int
  let inputSize: Int
  let hiddenSize: Int
  let gates: Int
  let directions: Int
  let isReverse: Bool
  let isBatchFirst: Bool
  let functions: [UnaryFunction]
  let clip: Float?
  /// Parts of the batch that threads walk apart.
  let parts: Int
  /// Steps whose input products are made at once.
  let chunk: Int

  init(
    kind: RecurrentKind, steps: Int, batch: Int, inputSize: Int, hiddenSize: Int, gates: Int,
    directions: Int, isReverse: Bool, isBatchFirst: Bool, functions: [UnaryFunction],
    clip: Float?, threads: Int
  ) {
    (self.kind, self.steps, self.batch) = (kind, steps, batch)
    (self.inputSize, self.hiddenSize, self.gates) = (inputSize, hiddenSize, gates)
    (self.directions, self.isReverse, self.isBatchFirst) = (directions, isReverse, isBatchFirst)
    (self.functions, self.clip) = (functions, clip)
    parts = min(max(threads / directions, 1), batch)
    let rows = (batch + parts - 1) / parts
    // 256 KB of sums at a time.
    chunk = min(max((64 << 10) / (rows * gates * hiddenSize), 1), steps)
  }

  /// Elements of all gates of one sequence.
  var gateWidth: Int { gates * hiddenSize }
  private var mostRows: Int { (batch + parts - 1) / parts }
  /// Scratch memory of a part, in elements: sums, biases, products of one sequence, hidden and cell
  /// state, one more state.
  var scratchCount: Int {
    gateWidth * (chunk * mostRows + 2) + 3 * mostRows * hiddenSize
  }

  /// Sequences of a part.
  func rows(of part: Int) -> Range<Int> {
    batch * part / parts..<batch * (part + 1) / parts
  }
}

private struct RecurrentSlots: Sendable {
  let x: Slot
  let weights: Slot
  let recurrent: Slot
  let bias: Slot?
  let hidden: Slot?
  let cell: Slot?
  let peepholes: Slot?
  let y: Slot?
  let lastHidden: Slot?
  let lastCell: Slot?
}

private struct RecurrentPointers {
  let x: FloatPointer
  let weights: FloatPointer
  let recurrent: FloatPointer
  let bias: FloatPointer?
  let hidden: FloatPointer?
  let cell: FloatPointer?
  let peepholes: FloatPointer?
  let y: MutableFloatPointer?
  let lastHidden: MutableFloatPointer?
  let lastCell: MutableFloatPointer?

  init(_ slots: RecurrentSlots, _ run: RunContext) {
    func input(_ slot: Slot?) -> FloatPointer? { slot.map { FloatPointer(run.floats($0)) } }
    x = FloatPointer(run.floats(slots.x))
    weights = FloatPointer(run.floats(slots.weights))
    recurrent = FloatPointer(run.floats(slots.recurrent))
    (bias, hidden) = (input(slots.bias), input(slots.hidden))
    (cell, peepholes) = (input(slots.cell), input(slots.peepholes))
    y = slots.y.map { run.floats($0) }
    lastHidden = slots.lastHidden.map { run.floats($0) }
    lastCell = slots.lastCell.map { run.floats($0) }
  }
}

/// One direction over some sequences of the batch.
private struct RecurrentWalk {
  let layer: RecurrentLayer
  let kernels: KernelSet
  let pointers: RecurrentPointers
  let direction: Int
  let rows: Range<Int>
  /// Sums of all gates, `[chunk, rows, gates · H]`.
  let sums: MutableFloatPointer
  /// Biases that the sums start from.
  let biases: MutableFloatPointer
  /// Sums of one sequence on their way to ``sums``.
  let products: MutableFloatPointer
  /// States, `[rows, H]`.
  let hidden: MutableFloatPointer
  let cell: MutableFloatPointer
  let spare: MutableFloatPointer
  /// Weights of this direction.
  let weights: FloatPointer
  let recurrent: FloatPointer

  init(
    layer: RecurrentLayer, kernels: KernelSet, pointers: RecurrentPointers, direction: Int,
    part: Int, scratch: MutableFloatPointer
  ) {
    (self.layer, self.kernels, self.pointers) = (layer, kernels, pointers)
    self.direction = direction
    rows = layer.rows(of: part)
    let state = rows.count * layer.hiddenSize
    sums = scratch
    biases = sums + layer.chunk * rows.count * layer.gateWidth
    products = biases + layer.gateWidth
    hidden = products + layer.gateWidth
    cell = hidden + state
    spare = cell + state
    weights = pointers.weights + direction * layer.gateWidth * layer.inputSize
    recurrent = pointers.recurrent + direction * layer.gateWidth * layer.hiddenSize
  }

  private var size: Int { layer.hiddenSize }
  private var width: Int { layer.gateWidth }

  /// Where the state of a sequence is in the state tensors.
  private func place(_ row: Int) -> Int {
    (layer.isBatchFirst ? row * layer.directions + direction : direction * layer.batch + row)
      * size
  }

  mutating func run() {
    prepare()
    let isReverse = layer.isReverse || direction == 1
    var done = 0
    while done < layer.steps {
      let count = min(layer.chunk, layer.steps - done)
      let first = isReverse ? layer.steps - done - count : done
      multiplyInputs(first..<first + count)
      for index in 0..<count {
        let local = isReverse ? count - 1 - index : index
        step(sums + local * rows.count * width)
        writeOutput(time: first + local)
      }
      done += count
    }
    for (index, row) in rows.enumerated() {
      let target = place(row)
      if let last = pointers.lastHidden {
        (last + target).update(from: hidden + index * size, count: size)
      }
      if let last = pointers.lastCell {
        (last + target).update(from: cell + index * size, count: size)
      }
    }
  }

  private func prepare() {
    for (index, row) in rows.enumerated() {
      load(pointers.hidden, place(row), to: hidden + index * size)
      load(pointers.cell, place(row), to: cell + index * size)
    }
    guard let bias = pointers.bias else {
      biases.update(repeating: 0, count: width)
      return
    }
    let own = bias + direction * 2 * width
    for index in 0..<width {
      let isApart = layer.kind.separatesLastBias && index >= width - size
      biases[index] = own[index] + (isApart ? 0 : own[width + index])
    }
  }

  private func load(_ source: FloatPointer?, _ offset: Int, to target: MutableFloatPointer) {
    if let source {
      target.update(from: source + offset, count: size)
    } else {
      target.update(repeating: 0, count: size)
    }
  }

  /// `sums = biases + x · Wᵀ` for the given times.
  private func multiplyInputs(_ times: Range<Int>) {
    for index in 0..<times.count * rows.count {
      (sums + index * width).update(from: biases, count: width)
    }
    let inputs = layer.inputSize
    if layer.isBatchFirst {
      for (index, row) in rows.enumerated() {
        multiply(
          times.count, pointers.x + (row * layer.steps + times.lowerBound) * inputs, inputs,
          weights, to: sums + index * width, rowStride: rows.count * width, columns: width)
      }
    } else if rows.count == layer.batch {
      multiply(
        times.count * layer.batch, pointers.x + times.lowerBound * layer.batch * inputs, inputs,
        weights, to: sums, rowStride: width, columns: width)
    } else {
      for (index, time) in times.enumerated() {
        multiply(
          rows.count, pointers.x + (time * layer.batch + rows.lowerBound) * inputs, inputs,
          weights, to: sums + index * rows.count * width, rowStride: width, columns: width)
      }
    }
  }

  /// `target += a · wᵀ`, where `a` is `[count, depth]` and `w` `[columns, depth]`.
  private func multiply(
    _ count: Int, _ a: FloatPointer, _ depth: Int, _ w: FloatPointer,
    to target: MutableFloatPointer, rowStride: Int, columns: Int
  ) {
    if count == 1 {
      // At the speed of memory, which the BLAS does not reach for a single row.
      kernels.gemv(w, a, target, products, columns, depth, .identity)
      target.update(from: products, count: columns)
      return
    }
    Matrix.multiply(
      m: count, n: columns, k: depth, a: a, lda: depth, b: w, ldb: depth, transposeB: true,
      beta: 1, c: target, ldc: rowStride)
  }

  /// Applies activation function `index` of this direction to `count` numbers, clipped before that
  /// if the layer clips and they are the sums of gates.
  private func activate(
    _ index: Int, _ x: FloatPointer, _ y: MutableFloatPointer, _ count: Int, clips: Bool = true
  ) {
    let perDirection = layer.functions.count / layer.directions
    let function = layer.functions[direction * perDirection + index]
    guard clips, let clip = layer.clip else { return kernels.unary(function, x, y, count) }
    kernels.unary(UnaryFunction(.clip, -clip, clip), x, y, count)
    kernels.unary(function, y, y, count)
  }

  private func step(_ gates: MutableFloatPointer) {
    let leading = layer.kind.leadingGates(of: layer.gates) * size
    multiply(
      rows.count, hidden, size, recurrent, to: gates, rowStride: width, columns: leading)
    switch layer.kind {
    case .plain:
      for row in 0..<rows.count { activate(0, gates + row * width, hidden + row * size, size) }
    case .gru(let isLinear): stepGRU(gates, isLinear)
    case .lstm(let isCoupled):
      for row in 0..<rows.count { stepLSTM(gates + row * width, row, isCoupled) }
    }
  }

  private func stepGRU(_ gates: MutableFloatPointer, _ isLinear: Bool) {
    let last = 2 * size
    for row in 0..<rows.count {
      let z = gates + row * width
      activate(0, z, z, last)
      let (reset, old, product) = (z + size, hidden + row * size, spare + row * size)
      if isLinear {
        let bias = pointers.bias.map { $0 + direction * 2 * width + width + last }
        for unit in 0..<size { product[unit] = bias?[unit] ?? 0 }
      } else {
        for unit in 0..<size { product[unit] = reset[unit] * old[unit] }
      }
    }
    let newWeights = recurrent + last * size
    if isLinear {
      multiply(
        rows.count, hidden, size, newWeights, to: spare, rowStride: size, columns: size)
      for row in 0..<rows.count {
        let (z, product) = (gates + row * width, spare + row * size)
        for unit in 0..<size { z[last + unit] += z[size + unit] * product[unit] }
      }
    } else {
      multiply(
        rows.count, spare, size, newWeights, to: gates + last, rowStride: width, columns: size)
    }
    for row in 0..<rows.count {
      let (z, state) = (gates + row * width, hidden + row * size)
      activate(1, z + last, z + last, size)
      for unit in 0..<size {
        state[unit] = (1 - z[unit]) * z[last + unit] + z[unit] * state[unit]
      }
    }
  }

  private func stepLSTM(_ gates: MutableFloatPointer, _ row: Int, _ isCoupled: Bool) {
    let (input, output, forget, new) = (
      gates, gates + size, gates + 2 * size, gates + 3 * size
    )
    let (memory, state) = (cell + row * size, hidden + row * size)
    let peepholes = pointers.peepholes.map { $0 + direction * 3 * size }
    if let peepholes {
      for unit in 0..<size {
        input[unit] += peepholes[unit] * memory[unit]
        forget[unit] += peepholes[2 * size + unit] * memory[unit]
      }
    }
    activate(0, input, input, size)
    if isCoupled {
      for unit in 0..<size { forget[unit] = 1 - input[unit] }
    } else {
      activate(0, forget, forget, size)
    }
    activate(1, new, new, size)
    for unit in 0..<size {
      memory[unit] = forget[unit] * memory[unit] + input[unit] * new[unit]
    }
    if let peepholes {
      for unit in 0..<size { output[unit] += peepholes[size + unit] * memory[unit] }
    }
    activate(0, output, output, size)
    activate(2, memory, state, size, clips: false)
    for unit in 0..<size { state[unit] *= output[unit] }
  }

  private func writeOutput(time: Int) {
    guard let y = pointers.y else { return }
    for (index, row) in rows.enumerated() {
      let position =
        layer.isBatchFirst
        ? (row * layer.steps + time) * layer.directions + direction
        : (time * layer.directions + direction) * layer.batch + row
      (y + position * size).update(from: hidden + index * size, count: size)
    }
  }
}
