// SPDX-License-Identifier: Apache-2.0

/// Long short-term memory.
///
/// With gates `i`, `o`, `f`, `c` (in this order in the weights), ⊙ the elementwise product, and
/// `a = x·Wᵀ + h·Rᵀ + b` of each gate: `i = f(aᵢ + Pᵢ ⊙ C)`, `f = f(a_f + P_f ⊙ C)` (or `1 - i` when
/// ``couplesInputAndForget``), `C' = f ⊙ C + i ⊙ g(a_c)`, `o = f(aₒ + Pₒ ⊙ C')`,
/// `h' = o ⊙ h(C')`.
///
/// The bound ``clip`` holds for the sums of the gates, not for the cell state in `h(C')`: ONNX leaves
/// that open, and ONNX Runtime does the same.
///
/// - Inputs: `X` `[T, N, I]`; `W` `[D, 4·H, I]`; `R` `[D, 4·H, H]`; `B` `[D, 8·H]`, optional;
///   sequence lengths `[N]`, `int32`, optional; initial hidden and cell state `[D, N, H]`, optional;
///   peepholes `P` `[D, 3·H]` for `i`, `o`, `f`, optional. Floating point.
/// - Outputs: `Y` `[T, D, N, H]`, 0 behind the end of a sequence; the last hidden and cell state
///   `[D, N, H]`.
/// - Source: ONNX `LSTM`, opset 22.
public struct LSTM: RecurrentOperation {
  public static let opType = "LSTM"
  public static let gateCount = 4
  public static let hasCell = true
  public static let defaultActivations: [RecurrentActivation] = [
    RecurrentActivation(.sigmoid), RecurrentActivation(.tanh), RecurrentActivation(.tanh),
  ]

  public var direction: RecurrentDirection
  public var hiddenSize: Int
  /// Whether sequences are `[N, T, …]` and states `[N, D, H]`. Default false.
  public var isBatchFirst: Bool
  public var clip: Float?
  /// `f`, `g` and `h` of each direction. Default sigmoid, tanh, tanh.
  public var activations: [RecurrentActivation]
  /// Whether the forget gate is 1 less the input gate. Default false.
  public var couplesInputAndForget: Bool

  /// The operator; the defaults are ONNX's.
  public init(
    hiddenSize: Int, direction: RecurrentDirection = .forward, isBatchFirst: Bool = false,
    clip: Float? = nil, activations: [RecurrentActivation]? = nil,
    couplesInputAndForget: Bool = false
  ) {
    (self.hiddenSize, self.direction, self.isBatchFirst) = (hiddenSize, direction, isBatchFirst)
    (self.clip, self.couplesInputAndForget) = (clip, couplesInputAndForget)
    self.activations =
      activations
      ?? Array(repeatElement(Self.defaultActivations, count: direction.count).joined())
  }

  public func step(
    _ x: ArraySlice<Double>, _ state: inout RecurrentState, _ weights: RecurrentWeights
  ) {
    let old = state
    for unit in 0..<hiddenSize {
      func sum(_ gate: Int) -> Double {
        weights.inputSum(gate, unit, x) + weights.recurrentSum(gate, unit, old.hidden)
      }
      let cell = old.cell[unit]
      let input = weights.activate(0, sum(0) + weights.peephole(0, unit, cell))
      let forget =
        couplesInputAndForget
        ? 1 - input : weights.activate(0, sum(2) + weights.peephole(2, unit, cell))
      let new = forget * cell + input * weights.activate(1, sum(3))
      let output = weights.activate(0, sum(1) + weights.peephole(1, unit, new))
      state.cell[unit] = new
      state.hidden[unit] = output * weights.activateUnclipped(2, new)
    }
  }
}
