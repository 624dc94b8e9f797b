// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Convolutions, poolings, normalizations, resampling and matrix products.
  static let neuralNetwork: [any Operation.Type] = [
    AveragePool.self,
    BatchNormalization.self,
    Conv.self,
    Dropout.self,
    Gemm.self,
    GlobalAveragePool.self,
    GlobalLpPool.self,
    GlobalMaxPool.self,
    LocalResponseNormalization.self,
    LpPool.self,
    MatMul.self,
    MaxPool.self,
  ]
}
