// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// How much a model may ask for. Every limit can be set; the defaults fit real models.
public struct ResourceLimits: Hashable, Sendable {
  /// Bytes of the model file. Default 2 GiB.
  public var modelBytes = 2 << 30
  /// Bytes of external data in all. Default 16 GiB.
  public var externalDataBytes = 16 << 30
  /// Nodes in all graphs of a model, after functions are expanded. Default 200,000.
  public var nodeCount = 200_000
  /// Axes of a tensor. Default 8.
  public var rank = 8
  /// Nesting of subgraphs. Default 32.
  public var subgraphDepth = 32
  /// Nesting of function calls. Default 64.
  public var functionDepth = 64
  /// Bytes of one tensor. Default 4 GiB.
  public var tensorBytes = 4 << 30
  /// Bytes of all live tensors of a run. Default 16 GiB; the runtime lowers it to what the machine
  /// has.
  public var runBytes = 16 << 30
  /// Iterations of one `Loop` or `Scan`. Default 1,000,000.
  public var loopIterations = 1_000_000
  /// Seconds that reading and planning a model may take. Default 60.
  public var loadSeconds = 60.0

  /// The default limits.
  public init() {}

  /// Lowers the limits of a run by what it holds already, so that a tensor whose size is known only
  /// while running is refused before it is allocated.
  package mutating func reserve(_ bytes: Int) {
    runBytes = max(runBytes - bytes, 0)
    tensorBytes = min(tensorBytes, runBytes)
  }

  /// Checks rank and size of a tensor before it is allocated.
  ///
  /// - Throws: `limitExceeded` when an extent is negative, the size overflows, or it is over the
  ///   limits.
  public func check(_ dtype: ElementType, _ shape: [Int]) throws(GraphError) {
    guard shape.count <= rank else {
      throw GraphError(.limitExceeded, "tensor has \(shape.count) axes, the limit is \(rank)")
    }
    guard let bytes = ShapeMath.byteCount(of: dtype, shape: shape) else {
      throw GraphError(.limitExceeded, "the size of a \(dtype) tensor of shape \(shape) overflows")
    }
    guard bytes <= tensorBytes else {
      throw GraphError(
        .limitExceeded,
        "a \(dtype) tensor of shape \(shape) takes \(bytes) bytes, the limit is \(tensorBytes)")
    }
  }
}
