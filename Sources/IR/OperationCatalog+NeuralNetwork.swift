// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Convolutions, poolings, normalizations, resampling and matrix products.
  static let neuralNetwork: [any Operation.Type] = [
    AffineGrid.self,
    AveragePool.self,
    BatchNormalization.self,
    CenterCropPad.self,
    Col2Im.self,
    Conv.self,
    ConvTranspose.self,
    DeformConv.self,
    Determinant.self,
    Dropout.self,
    Einsum.self,
    Gemm.self,
    GlobalAveragePool.self,
    GlobalLpPool.self,
    GlobalMaxPool.self,
    GridSample.self,
    GroupNormalization.self,
    InstanceNormalization.self,
    LayerNormalization.self,
    LocalResponseNormalization.self,
    LpNormalization.self,
    LpPool.self,
    MatMul.self,
    MaxPool.self,
    MaxRoiPool.self,
    MaxUnpool.self,
    MeanVarianceNormalization.self,
    RMSNormalization.self,
    Resize.self,
    RoiAlign.self,
  ]
}
