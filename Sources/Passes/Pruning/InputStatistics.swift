// SPDX-License-Identifier: Apache-2.0
package import IR
import Tensors

/// Second moments of what the weights of a layer meet.
///
/// The input of a convolution is unrolled: a row is what one window of one group sees, in the order
/// `[channels, taps]`, zeros for padding.
public struct InputStatistics: Sendable {
  /// What is collected.
  public enum Kind: Int, Comparable, Hashable, Sendable {
    /// Nothing.
    case none
    /// Mean squares of the columns.
    case squares
    /// Mean products of all pairs of columns, and the squares.
    case products

    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// Mean square of each column, group by group.
  public internal(set) var squares: [Double]
  /// Mean products of columns for each group; empty unless collected.
  var products: [Matrix] = []
  /// Number of rows.
  public internal(set) var rows: Int

  /// The statistics, or an error that tells how to get them.
  static func required(
    _ statistics: InputStatistics?, for layer: WeightLayer
  ) throws(GraphError) -> InputStatistics {
    guard let statistics else {
      throw GraphError(
        .missingInput, node: layer.node.place,
        "the criterion needs the layer's inputs, so the pass needs calibration data")
    }
    return statistics
  }

  /// All statistics of one layer.
  ///
  /// - Throws: as ``required(_:for:)``, and what `source` throws.
  package static func collected(
    for layer: WeightLayer, in graph: Graph, _ source: any ActivationSource & Sendable
  ) throws(GraphError) -> InputStatistics {
    try required(
      try collect(.products, of: [layer], in: graph, from: source)[layer.value], for: layer)
  }

  /// Collects the statistics of layers.
  ///
  /// - Parameters:
  ///   - maximumRows: Rows of one batch that are looked at, spread evenly.
  /// - Returns: Statistics by the value of the weights; transposed convolutions have none.
  /// - Throws: `limitExceeded` for products of more than 8,192 columns; what `source` throws.
  static func collect(
    _ kind: Kind, of layers: [WeightLayer], in graph: Graph,
    from source: any ActivationSource & Sendable, maximumRows: Int = 8192
  ) throws(GraphError) -> [ValueID: InputStatistics] {
    var collector = InputCollector(kind: kind, maximumRows: maximumRows)
    for layer in layers where !layer.isTransposedConvolution {
      guard let input = layer.node.input(0) else { continue }
      if kind == .products, layer.channels * layer.taps > 8192 {
        throw GraphError(
          .limitExceeded, node: layer.node.place,
          "has \(layer.channels * layer.taps) inputs a filter, second-order pruning takes at most "
            + "8192; skip the layer")
      }
      collector.readers[input, default: []].append(layer)
    }
    guard kind != .none, !collector.readers.isEmpty else { return [:] }
    try source.observe(collector.readers.keys.sorted(), of: graph, with: &collector)
    return collector.results()
  }
}

private struct InputCollector: ActivationObserver {
  let kind: InputStatistics.Kind
  let maximumRows: Int
  var readers: [ValueID: [WeightLayer]] = [:]
  private var sums: [ValueID: Sums] = [:]

  private struct Sums {
    var rows = 0
    var squares: [Double]
    var products: [OuterProducts] = []
  }

  init(kind: InputStatistics.Kind, maximumRows: Int) {
    (self.kind, self.maximumRows) = (kind, maximumRows)
  }

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    for layer in readers[value] ?? [] {
      let columns = layer.channels * layer.taps
      var sum =
        sums[layer.value]
        ?? Sums(
          squares: [Double](repeating: 0, count: columns * layer.groups),
          products: kind == .products
            ? (0..<layer.groups).map { _ in OuterProducts(size: columns) } : [])
      for group in 0..<layer.groups {
        let rows = try InputPatchReader(layer, tensor, maximumRows).rows(group: group)
        for (position, number) in rows.enumerated() {
          sum.squares[group * columns + position % columns] += number * number
        }
        if kind == .products { sum.products[group].add(rows: rows) }
        if group == 0 { sum.rows += rows.count / max(columns, 1) }
      }
      sums[layer.value] = sum
    }
  }

  func results() -> [ValueID: InputStatistics] {
    sums.mapValues { sum in
      let scale = 1 / Double(max(sum.rows, 1))
      return InputStatistics(
        squares: sum.squares.map { $0 * scale },
        products: sum.products.map { $0.matrix(times: scale) }, rows: sum.rows)
    }
  }
}

/// Unrolls inputs of layers.
struct InputPatchReader {
  private let layer: WeightLayer
  private let tensor: Tensor
  private let maximumRows: Int
  private let geometry: WindowGeometry?

  /// - Throws: `shapeMismatch` when the tensor is no input of the layer.
  init(_ layer: WeightLayer, _ tensor: Tensor, _ maximumRows: Int) throws(GraphError) {
    (self.layer, self.tensor, self.maximumRows) = (layer, tensor, maximumRows)
    if let conv = layer.node.operation as? Conv {
      guard tensor.rank == layer.kernel.count + 2,
        tensor.shape[1] == layer.channels * layer.groups
      else {
        throw GraphError(
          .shapeMismatch, node: layer.node.place, "the data is \(tensor.dtype)\(tensor.shape)")
      }
      geometry = try conv.window.geometry(
        input: Array(tensor.shape.dropFirst(2)), kernel: layer.kernel)
    } else {
      guard tensor.shape.last == layer.channels else {
        throw GraphError(
          .shapeMismatch, node: layer.node.place, "the data is \(tensor.dtype)\(tensor.shape)")
      }
      geometry = nil
    }
  }

  /// Rows of `[channels, taps]`, one behind the other.
  func rows(group: Int) -> [Double] {
    let data = tensor.doubles()
    guard let geometry else {
      let total = tensor.count / max(layer.channels, 1)
      guard total > maximumRows else { return data }
      return picked(total).flatMap { data[$0 * layer.channels..<($0 + 1) * layer.channels] }
    }
    let extents = geometry.output
    let windows = extents.reduce(1, *)
    let plane = geometry.input.reduce(1, *)
    var result: [Double] = []
    for row in picked(tensor.shape[0] * windows) {
      var rest = row % windows
      var places = [Int](repeating: 0, count: extents.count)
      for axis in extents.indices.reversed() {
        places[axis] = rest % extents[axis]
        rest /= extents[axis]
      }
      let offsets = offsets(geometry, places)
      for channel in 0..<layer.channels {
        let start =
          (row / windows * layer.groups * layer.channels + group * layer.channels + channel)
          * plane
        for offset in offsets { result.append(offset < 0 ? 0 : data[start + offset]) }
      }
    }
    return result
  }

  private func picked(_ total: Int) -> [Int] {
    guard total > maximumRows else { return Array(0..<total) }
    return (0..<maximumRows).map { $0 * total / maximumRows }
  }

  /// The input position of each tap, -1 in the padding.
  private func offsets(_ geometry: WindowGeometry, _ places: [Int]) -> [Int] {
    var result = [0]
    for (axis, place) in zip(geometry.axes, places) {
      let valid = axis.taps(at: place)
      result = result.flatMap { outer in
        (0..<axis.kernel).map { tap in
          guard outer >= 0, valid.contains(tap) else { return -1 }
          return outer * axis.input + axis.inputPosition(place, tap: tap)
        }
      }
    }
    return result
  }
}
