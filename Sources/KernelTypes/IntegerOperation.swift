// SPDX-License-Identifier: Apache-2.0

/// A kernel of ``IntegerKernels``.
public enum IntegerOperation: String, Hashable, Sendable, CaseIterable {
  /// `convolve` with `convolutionOffsets` and `packConvolution`.
  case convolve
  /// `depthwise`.
  case depthwise
  /// `maxPool`.
  case maxPool
  /// `averagePool`.
  case averagePool
  /// `combine`.
  case combine
  /// `scaleShift`.
  case scaleShift
  /// `lookUp`.
  case lookUp
  /// `quantize`.
  case quantize
  /// `dequantize`.
  case dequantize
  /// `packChannels`.
  case packChannels
  /// `unpackChannels`.
  case unpackChannels
  /// `interleave`.
  case interleave
}
