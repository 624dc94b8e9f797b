// SPDX-License-Identifier: Apache-2.0

/// Which layers a pass may change.
public struct LayerSelection: Hashable, Sendable {
  /// Whether the first layer of the graph stays as it is; default true, since it sees the input and
  /// is small.
  public var skipsFirst: Bool
  /// Whether the last layer stays as it is; default true.
  public var skipsLast: Bool
  /// Layers with fewer weights stay as they are, 0 or more; default 0.
  public var minimumWeights: Int
  /// Whether depthwise convolutions stay as they are; default true, since they have few weights.
  public var skipsDepthwise: Bool
  /// Names of layers that stay as they are.
  public var skipped: Set<String>
  /// Names of the only layers that may change; nil: all that nothing else skips.
  public var only: Set<String>?

  /// A selection.
  public init(
    skipsFirst: Bool = true, skipsLast: Bool = true, minimumWeights: Int = 0,
    skipsDepthwise: Bool = true, skipped: Set<String> = [], only: Set<String>? = nil
  ) {
    (self.skipsFirst, self.skipsLast) = (skipsFirst, skipsLast)
    (self.minimumWeights, self.skipsDepthwise) = (minimumWeights, skipsDepthwise)
    (self.skipped, self.only) = (skipped, only)
  }

  /// Every layer.
  public static let all = LayerSelection(
    skipsFirst: false, skipsLast: false, skipsDepthwise: false)

  /// The layers of `layers`, all of a graph in order, that may change.
  public func selected(_ layers: [WeightLayer]) -> [WeightLayer] {
    layers.enumerated().filter { position, layer in
      if let only, !only.contains(layer.name) { return false }
      if skipped.contains(layer.name) || layer.count < minimumWeights { return false }
      if skipsDepthwise, layer.groups > 1, layer.channels == 1 { return false }
      return !(skipsFirst && position == 0) && !(skipsLast && position == layers.count - 1)
    }.map(\.element)
  }
}
