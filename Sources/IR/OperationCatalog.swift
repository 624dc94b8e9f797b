// SPDX-License-Identifier: Apache-2.0

/// Every operator that the IR knows.
///
/// The lists by family stand in `OperationCatalog+<Family>.swift`, one line an operator.
public enum OperationCatalog {
  /// All operators, sorted by family.
  public static let all: [any Operation.Type] = [
    classicalML,
    controlFlow,
    elementwise,
    fusion,
    movement,
    neuralNetwork,
    quantization,
    random,
    recurrent,
    reductions,
    sequences,
    signal,
    text,
    training,
  ].flatMap { $0 }
}
