// SPDX-License-Identifier: Apache-2.0
import IR

/// What a quantizer leaves in floating point, and how it treats values that meet.
public struct QuantizationScope: Hashable, Sendable {
  /// Nodes to leave alone, by name.
  public var skippedNodes: Set<String>
  /// Operators to leave alone, by ONNX name.
  public var skippedTypes: Set<String>
  /// Values that stay in floating point, by name; so do the nodes that read or make them.
  public var floatValues: Set<String>
  /// Whether a convolution whose result goes into a sum alone hands it over unrounded. ONNX Runtime
  /// and OpenVINO then run that convolution in floating point. Default no.
  public var fusesResiduals: Bool
  /// Whether parts of a concatenation share its scale, so that it only moves codes. Default yes.
  public var unifiesConcatenations: Bool

  /// Everything that can be quantized.
  public init(
    skippedNodes: Set<String> = [], skippedTypes: Set<String> = [], floatValues: Set<String> = [],
    fusesResiduals: Bool = false, unifiesConcatenations: Bool = true
  ) {
    (self.skippedNodes, self.skippedTypes) = (skippedNodes, skippedTypes)
    self.floatValues = floatValues
    (self.fusesResiduals, self.unifiesConcatenations) = (fusesResiduals, unifiesConcatenations)
  }
}
