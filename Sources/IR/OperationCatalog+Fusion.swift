// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators that stand for several of ONNX and exist only between fusing and unfusing.
  static let fusion: [any Operation.Type] = [
    FusedConv.self,
    FusedGemm.self,
  ]
}
