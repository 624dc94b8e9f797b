// SPDX-License-Identifier: Apache-2.0
package import IR

/// All operator bindings, found by ONNX name for reading and by IR operator for writing.
package enum OperatorRegistry {
  /// Every binding; the families stand in `Operators/`.
  package static let all: [OperatorBinding] = [
    classicalML,
    contribQuantization,
    controlFlow,
    elementwise,
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

  private struct Key: Hashable {
    let domain: String
    let name: String
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: all.map { (Key(domain: $0.domain, name: $0.name), $0) })

  private static let byOperation = Dictionary(
    uniqueKeysWithValues: all.compactMap { binding in
      binding.operation.map { ($0.opType, binding) }
    })

  /// The binding that reads an ONNX operator.
  package static func binding(domain: String, name: String) -> OperatorBinding? {
    byName[Key(domain: domain == "ai.onnx" ? "" : domain, name: name)]
  }

  /// The binding that writes an IR operation.
  package static func binding(writing operation: any Operation) -> OperatorBinding? {
    byOperation[operation.opType]
  }
}
