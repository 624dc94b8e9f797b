// SPDX-License-Identifier: Apache-2.0

/// Plain recurrent layer: `h' = f(x·Wᵀ + h·Rᵀ + b)`.
///
/// - Inputs: `X` `[T, N, I]`; `W` `[D, H, I]`; `R` `[D, H, H]`; `B` `[D, 2·H]`, optional; sequence
///   lengths `[N]`, `int32`, optional; the initial hidden state `[D, N, H]`, optional. Floating
///   point.
/// - Outputs: `Y` `[T, D, N, H]`, 0 behind the end of a sequence; the last hidden state
///   `[D, N, H]`.
/// - Source: ONNX `RNN`, opset 22.
public struct RNN: RecurrentOperation {
  public static let opType = "RNN"
  public static let gateCount = 1
  public static let hasCell = false
  public static let defaultActivations: [RecurrentActivation] = [RecurrentActivation(.tanh)]

  public var direction: RecurrentDirection
  public var hiddenSize: Int
  /// Whether sequences are `[N, T, …]` and states `[N, D, H]`. Default false.
  public var isBatchFirst: Bool
  public var clip: Float?
  /// `f` of each direction. Default tanh.
  public var activations: [RecurrentActivation]

  /// The operator; the defaults are ONNX's.
  public init(
    hiddenSize: Int, direction: RecurrentDirection = .forward, isBatchFirst: Bool = false,
    clip: Float? = nil, activations: [RecurrentActivation]? = nil
  ) {
    (self.hiddenSize, self.direction, self.isBatchFirst) = (hiddenSize, direction, isBatchFirst)
    self.clip = clip
    self.activations =
      activations
      ?? Array(repeatElement(Self.defaultActivations, count: direction.count).joined())
  }

  public func step(
    _ x: ArraySlice<Double>, _ state: inout RecurrentState, _ weights: RecurrentWeights
  ) {
    let old = state.hidden
    for unit in 0..<hiddenSize {
      let sum = weights.inputSum(0, unit, x) + weights.recurrentSum(0, unit, old)
      state.hidden[unit] = weights.activate(0, sum)
    }
  }
}
