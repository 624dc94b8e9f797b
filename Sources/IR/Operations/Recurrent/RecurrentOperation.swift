// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The order in which a recurrent layer goes through the sequence.
public enum RecurrentDirection: String, CaseIterable, Sendable {
  /// From the first step to the last.
  case forward
  /// From the last step to the first.
  case reverse
  /// Both, with weights of their own.
  case bidirectional

  /// Number of directions, D in shapes.
  public var count: Int { self == .bidirectional ? 2 : 1 }
}

/// What `LSTM`, `GRU` and `RNN` have in common: shapes, the walk through the sequence, directions.
///
/// Shapes are written with T steps, batch N, I input features, H hidden ones, D directions and G
/// gates.
public protocol RecurrentOperation: Operation {
  /// Number of gates, G.
  static var gateCount: Int { get }
  /// Whether there is a cell state beside the hidden one, and so the inputs `initial_c` and `P` and
  /// the output `Y_c`.
  static var hasCell: Bool { get }
  /// The activation functions of one direction unless given.
  static var defaultActivations: [RecurrentActivation] { get }

  /// The order of steps.
  var direction: RecurrentDirection { get }
  /// Hidden features, H.
  var hiddenSize: Int { get }
  /// Whether the batch axis comes first in the sequences and in the states.
  var isBatchFirst: Bool { get }
  /// Bound on the magnitude of what activation functions are applied to; nil: no bound.
  var clip: Float? { get }
  /// The activation functions, direction by direction.
  var activations: [RecurrentActivation] { get }

  /// Takes one sequence of the batch one step further.
  ///
  /// - Parameters:
  ///   - x: The step's input, I numbers.
  ///   - state: Hidden and cell state, replaced by the new ones.
  ///   - weights: Weights of the direction.
  func step(_ x: ArraySlice<Double>, _ state: inout RecurrentState, _ weights: RecurrentWeights)
}

/// State of one sequence in one direction.
public struct RecurrentState {
  /// The hidden state, H numbers.
  var hidden: [Double]
  /// The cell state, H numbers, empty for layers without one.
  var cell: [Double]
}

/// Weights of one direction, decoded, with its activation functions.
public struct RecurrentWeights {
  let hiddenSize: Int
  let inputSize: Int
  /// `[G·H, I]`.
  let input: ArraySlice<Double>
  /// `[G·H, H]`.
  let recurrent: ArraySlice<Double>
  /// Biases of the input and of the recurrent part, G·H each, or nil.
  let bias: ArraySlice<Double>?
  /// Peephole weights, 3 H, or nil.
  let peepholes: ArraySlice<Double>?
  let activations: [RecurrentActivation]
  let clip: Double

  /// Row `unit` of gate `gate` of the input weights times `x`, with its bias.
  func inputSum(_ gate: Int, _ unit: Int, _ x: ArraySlice<Double>) -> Double {
    let row = gate * hiddenSize + unit
    let start = input.startIndex + row * inputSize
    var sum = bias.map { $0[$0.startIndex + row] } ?? 0
    for (weight, value) in zip(input[start..<start + inputSize], x) { sum += weight * value }
    return sum
  }

  /// Row `unit` of gate `gate` of the recurrent weights times `hidden`, with its bias.
  func recurrentSum(_ gate: Int, _ unit: Int, _ hidden: [Double]) -> Double {
    let row = gate * hiddenSize + unit
    let start = recurrent.startIndex + row * hiddenSize
    // The recurrent biases of all gates stand behind the input biases of all gates.
    var sum = bias.map { $0[$0.startIndex + $0.count / 2 + row] } ?? 0
    for (weight, value) in zip(recurrent[start..<start + hiddenSize], hidden) {
      sum += weight * value
    }
    return sum
  }

  /// Peephole weight `unit` of gate `gate` times `cell`, 0 without peepholes.
  func peephole(_ gate: Int, _ unit: Int, _ cell: Double) -> Double {
    peepholes.map { $0[$0.startIndex + gate * hiddenSize + unit] * cell } ?? 0
  }

  /// Activation function `index` of the clipped argument.
  func activate(_ index: Int, _ x: Double) -> Double {
    activations[index](clip.isFinite ? min(max(x, -clip), clip) : x)
  }

  /// Activation function `index` of the argument as it is.
  func activateUnclipped(_ index: Int, _ x: Double) -> Double { activations[index](x) }
}

extension RecurrentOperation {
  private func invalid(_ message: String) -> GraphError { GraphError(.invalidAttribute, message) }

  private func checkAttributes() throws(GraphError) {
    guard hiddenSize > 0 else {
      throw invalid("expects a hidden size of at least 1, got \(hiddenSize)")
    }
    let wanted = Self.defaultActivations.count * direction.count
    guard activations.count == wanted else {
      throw invalid("expects \(wanted) activation functions, got \(activations.count)")
    }
    if let clip, !(clip >= 0) { throw invalid("expects a clip bound of at least 0, got \(clip)") }
  }

  /// `factor` times the hidden size.
  private func hidden(times factor: Int) throws(GraphError) -> Dimension {
    let (product, overflow) = hiddenSize.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw invalid("the hidden size \(hiddenSize) is too large") }
    return .fixed(product)
  }

  private func expect(
    _ type: TensorType?, _ name: String, _ wanted: [Dimension]
  ) throws(GraphError) {
    guard let type, let dimensions = type.dimensions else { return }
    guard dimensions.count == wanted.count,
      zip(dimensions, wanted).allSatisfy({ $0.isCompatible(with: $1) })
    else {
      let shape = wanted.map(\.description).joined(separator: ", ")
      throw GraphError(.shapeMismatch, "expects \(name) of shape [\(shape)], got \(type)")
    }
  }

  /// `[D, N, H]`, or `[N, D, H]` when the batch axis comes first.
  private func stateDimensions(_ batch: Dimension) -> [Dimension] {
    let directions = Dimension.fixed(direction.count)
    return isBatchFirst
      ? [batch, directions, .fixed(hiddenSize)] : [directions, batch, .fixed(hiddenSize)]
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...(Self.hasCell ? 8 : 6))
    try checkAttributes()
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    if let rank = x.rank, rank != 3 {
      throw GraphError(.shapeMismatch, "expects a sequence of 3 axes, got \(x)")
    }
    let sequence = x.dimensions ?? [.unknown, .unknown, .unknown]
    let (steps, batch) = isBatchFirst ? (sequence[1], sequence[0]) : (sequence[0], sequence[1])
    let directions = Dimension.fixed(direction.count)
    let gates = try hidden(times: Self.gateCount)
    let same: Set<ElementType> = [x.dtype]
    try expect(try inputs.tensor(1, in: same), "weights W", [directions, gates, sequence[2]])
    try expect(
      try inputs.tensor(2, in: same), "weights R", [directions, gates, .fixed(hiddenSize)])
    try expect(
      try inputs.optionalTensor(3, in: same), "biases B",
      [directions, try hidden(times: 2 * Self.gateCount)])
    try expect(try inputs.optionalTensor(4, in: [.int32]), "sequence lengths", [batch])
    let state = stateDimensions(batch)
    try expect(try inputs.optionalTensor(5, in: same), "initial hidden state", state)
    if Self.hasCell {
      try expect(try inputs.optionalTensor(6, in: same), "initial cell state", state)
      try expect(
        try inputs.optionalTensor(7, in: same), "peepholes P",
        [directions, try hidden(times: 3)])
    }
    let units = Dimension.fixed(hiddenSize)
    let output =
      isBatchFirst ? [batch, steps, directions, units] : [steps, directions, batch, units]
    let last = ValueType.tensor(x.dtype, dimensions: state)
    return [.tensor(x.dtype, dimensions: output), last] + (Self.hasCell ? [last] : [])
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let (steps, batch) = isBatchFirst ? (x.shape[1], x.shape[0]) : (x.shape[0], x.shape[1])
    let lengths = try lengths(inputs, steps: steps, batch: batch)
    let weights = try weights(inputs, inputSize: x.shape[2])
    let values = x.doubles()
    let initial = try inputs.optionalTensor(5)?.doubles()
    let initialCell = Self.hasCell ? try inputs.optionalTensor(6)?.doubles() : nil
    let size = hiddenSize * direction.count * batch
    var output = [Double](repeating: 0, count: size * steps)
    var lastHidden = [Double](repeating: 0, count: size)
    var lastCell = lastHidden
    for (way, weights) in weights.enumerated() {
      let isReverse = direction == .reverse || way == 1
      for row in 0..<batch {
        try context.checkDeadline()
        let slot = (isBatchFirst ? row * direction.count + way : way * batch + row) * hiddenSize
        var state = RecurrentState(
          hidden: initialState(initial, slot),
          cell: Self.hasCell ? initialState(initialCell, slot) : []
        )
        for index in 0..<lengths[row] {
          let time = isReverse ? lengths[row] - 1 - index : index
          let position = isBatchFirst ? row * steps + time : time * batch + row
          step(values[position * x.shape[2]..<(position + 1) * x.shape[2]], &state, weights)
          let start =
            (isBatchFirst
              ? position * direction.count + way : (time * direction.count + way) * batch + row)
            * hiddenSize
          output.replaceSubrange(start..<start + hiddenSize, with: state.hidden)
        }
        lastHidden.replaceSubrange(slot..<slot + hiddenSize, with: state.hidden)
        if Self.hasCell {
          lastCell.replaceSubrange(slot..<slot + hiddenSize, with: state.cell)
        }
      }
    }
    return results(x.dtype, steps, batch, output, lastHidden, lastCell)
  }

  private func results(
    _ dtype: ElementType, _ steps: Int, _ batch: Int, _ output: [Double], _ hidden: [Double],
    _ cell: [Double]
  ) -> [RuntimeValue] {
    let ways = direction.count
    let shape =
      isBatchFirst ? [batch, steps, ways, hiddenSize] : [steps, ways, batch, hiddenSize]
    let stateShape = isBatchFirst ? [batch, ways, hiddenSize] : [ways, batch, hiddenSize]
    let states = Self.hasCell ? [hidden, cell] : [hidden]
    return [.tensor(Tensor(doubles: output, dtype: dtype, shape: shape))]
      + states.map { .tensor(Tensor(doubles: $0, dtype: dtype, shape: stateShape)) }
  }

  private func initialState(_ values: [Double]?, _ slot: Int) -> [Double] {
    values.map { Array($0[slot..<slot + hiddenSize]) } ?? [Double](repeating: 0, count: hiddenSize)
  }

  private func lengths(
    _ inputs: Operands, steps: Int, batch: Int
  ) throws(GraphError) -> [Int] {
    guard let lengths = try inputs.integers(4) else {
      return [Int](repeating: steps, count: batch)
    }
    for length in lengths where length < 0 || length > steps {
      throw GraphError(
        .indexOutOfRange, "sequence length \(length) is outside 0 to \(steps), the number of steps")
    }
    return lengths
  }

  private func weights(
    _ inputs: Operands, inputSize: Int
  ) throws(GraphError) -> [RecurrentWeights] {
    let input = try inputs.tensor(1).doubles()
    let recurrent = try inputs.tensor(2).doubles()
    let bias = try inputs.optionalTensor(3)?.doubles()
    let peepholes = Self.hasCell ? try inputs.optionalTensor(7)?.doubles() : nil
    func part(_ values: [Double], _ way: Int) -> ArraySlice<Double> {
      let size = values.count / direction.count
      return values[way * size..<(way + 1) * size]
    }
    let functions = Self.defaultActivations.count
    return (0..<direction.count).map { way in
      RecurrentWeights(
        hiddenSize: hiddenSize, inputSize: inputSize, input: part(input, way),
        recurrent: part(recurrent, way), bias: bias.map { part($0, way) },
        peepholes: peepholes.map { part($0, way) },
        activations: Array(activations[way * functions..<(way + 1) * functions]),
        clip: clip.map(Double.init) ?? .infinity)
    }
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let shape = [0, 1, 2].compactMap { inputs[$0]?.tensorType?.shape }
    guard shape.count == 3, shape[0].count == 3 else { return Cost() }
    let weights = shape[1...].compactMap { ShapeMath.elementCount($0) }.reduce(0, &+)
    let positions = ShapeMath.elementCount(shape[0].prefix(2)) ?? 0
    return Cost(multiplyAdds: ShapeMath.elementCount([weights, positions]) ?? Int.max)
  }
}
