// SPDX-License-Identifier: Apache-2.0

/// Gated recurrent unit.
///
/// With gates `z`, `r`, `h` (in this order in the weights) and ⊙ the elementwise product:
/// `z = f(x·W_zᵀ + h·R_zᵀ + b)`, `r` likewise,
/// `n = g(x·W_hᵀ + (r ⊙ h)·R_hᵀ + b)`, `h' = (1 - z) ⊙ n + z ⊙ h`. When
/// ``isLinearBeforeReset``, `n = g(x·W_hᵀ + b + r ⊙ (h·R_hᵀ + b'))`.
///
/// - Inputs: `X` `[T, N, I]`; `W` `[D, 3·H, I]`; `R` `[D, 3·H, H]`; `B` `[D, 6·H]`, optional;
///   sequence lengths `[N]`, `int32`, optional; the initial hidden state `[D, N, H]`, optional.
///   Floating point.
/// - Outputs: `Y` `[T, D, N, H]`, 0 behind the end of a sequence; the last hidden state
///   `[D, N, H]`.
/// - Source: ONNX `GRU`, opset 22.
public struct GRU: RecurrentOperation {
  public static let opType = "GRU"
  public static let gateCount = 3
  public static let hasCell = false
  public static let defaultActivations: [RecurrentActivation] = [
    RecurrentActivation(.sigmoid), RecurrentActivation(.tanh),
  ]

  public var direction: RecurrentDirection
  public var hiddenSize: Int
  /// Whether sequences are `[N, T, …]` and states `[N, D, H]`. Default false.
  public var isBatchFirst: Bool
  public var clip: Float?
  /// `f` and `g` of each direction. Default sigmoid, tanh.
  public var activations: [RecurrentActivation]
  /// Whether the reset gate applies behind the product with the recurrent weights. Default false.
  public var isLinearBeforeReset: Bool

  /// The operator; the defaults are ONNX's.
  public init(
    hiddenSize: Int, direction: RecurrentDirection = .forward, isBatchFirst: Bool = false,
    clip: Float? = nil, activations: [RecurrentActivation]? = nil,
    isLinearBeforeReset: Bool = false
  ) {
    (self.hiddenSize, self.direction, self.isBatchFirst) = (hiddenSize, direction, isBatchFirst)
    (self.clip, self.isLinearBeforeReset) = (clip, isLinearBeforeReset)
    self.activations =
      activations
      ?? Array(repeatElement(Self.defaultActivations, count: direction.count).joined())
  }

  public func step(
    _ x: ArraySlice<Double>, _ state: inout RecurrentState, _ weights: RecurrentWeights
  ) {
    let old = state.hidden
    func gate(_ gate: Int) -> [Double] {
      (0..<hiddenSize).map { unit in
        let sum = weights.inputSum(gate, unit, x) + weights.recurrentSum(gate, unit, old)
        return weights.activate(0, sum)
      }
    }
    let (update, reset) = (gate(0), gate(1))
    let resetHidden = zip(reset, old).map { $0 * $1 }
    for unit in 0..<hiddenSize {
      let recurrent =
        isLinearBeforeReset
        ? reset[unit] * weights.recurrentSum(2, unit, old)
        : weights.recurrentSum(2, unit, resetHidden)
      let new = weights.activate(1, weights.inputSum(2, unit, x) + recurrent)
      state.hidden[unit] = (1 - update[unit]) * new + update[unit] * old[unit]
    }
  }
}
