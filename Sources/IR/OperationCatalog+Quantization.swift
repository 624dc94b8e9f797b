// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators on codes, scales and zero points.
  static let quantization: [any Operation.Type] = [
    QuantizeLinear.self, DequantizeLinear.self, DynamicQuantizeLinear.self, MatMulInteger.self,
    QLinearMatMul.self, ConvInteger.self, QLinearConv.self, IntegerConv.self, IntegerGemm.self,
    IntegerAdd.self, IntegerScaleShift.self, IntegerAveragePool.self, CodeTable.self,
  ]
}
