// SPDX-License-Identifier: Apache-2.0
public import IR

/// What a runtime knows about the time of layers. Passes have no runtime; who has one conforms.
public protocol LayerTiming: Sendable {
  /// The milliseconds that each node of `graph` takes in one run on this machine, and the run's.
  ///
  /// - Returns: Times by the names of nodes. A node that the runtime fuses with others, such as a
  ///   convolution with the activation and the `QuantizeLinear` behind it, has their time too; nodes
  ///   that are missing count as taking no time of their own.
  /// - Throws: what planning and running throw.
  func measure(_ graph: Graph) throws(GraphError) -> LayerTimes
}

/// Times of one run.
public struct LayerTimes: Hashable, Sendable {
  /// Milliseconds of nodes, by name.
  public var layers: [String: Double]
  /// Milliseconds of the whole run.
  public var total: Double

  /// Times that were measured.
  public init(layers: [String: Double], total: Double) {
    (self.layers, self.total) = (layers, total)
  }
}

/// Decides which layers codes make faster, and leaves the others alone.
struct LayerChoice {
  /// Layers to be left in floating point.
  private(set) var declined: Set<NodeID> = []
  /// What was decided, with the times.
  private(set) var notes: [String] = []

  /// Measures the graph and its quantized form, then once more without the layers that codes do not
  /// make faster, for their neighbours then convert between codes and numbers. The faster one of the
  /// two forms is taken; neither when the original is faster still.
  ///
  /// - Parameters:
  ///   - excluded: Layers that stay in floating point in any case.
  ///   - quantize: Gives the graph quantized but for some layers.
  init(
    _ graph: Graph, _ plan: QuantizationPlan, excluding excluded: Set<NodeID>,
    _ timing: any LayerTiming,
    quantize: (Set<NodeID>) throws(GraphError) -> Graph
  ) throws(GraphError) {
    let before = try timing.measure(graph)
    let all = try timing.measure(try quantize(excluded))
    var slower = excluded
    var reasons: [String] = []
    for layer in plan.layers where !excluded.contains(layer.node.id) {
      let name = layer.node.name
      guard let old = before.layers[name], let new = all.layers[name], new >= old else { continue }
      slower.insert(layer.node.id)
      reasons.append(
        "left in floating point: \(layer.node.place) takes \(Self.text(new)) ms on codes, "
          + "\(Self.text(old)) ms without")
    }
    var best = (declined: excluded, time: all.total, notes: [String]())
    if slower.count > excluded.count, slower.count < plan.layers.count {
      let time = try timing.measure(try quantize(slower)).total
      if time < best.time { best = (slower, time, reasons) }
    }
    if best.time >= before.total {
      best = (
        Set(plan.layers.map(\.node.id)), before.total,
        [
          "not quantized: the network takes \(Self.text(best.time)) ms on codes, "
            + "\(Self.text(before.total)) ms without"
        ]
      )
    }
    (declined, notes) = (best.declined, best.notes)
  }

  private static func text(_ milliseconds: Double) -> String {
    let thousandths = Int((milliseconds * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(fraction)"
  }
}
