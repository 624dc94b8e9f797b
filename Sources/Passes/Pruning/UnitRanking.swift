// SPDX-License-Identifier: Apache-2.0
import IR

/// Units of weights of several layers in the order in which they go.
struct UnitRanking {
  let pattern: MaskPattern
  let scope: PruningScope
  /// The layers, in the order of the masks.
  private(set) var layers: [WeightLayer] = []
  /// For each layer: the unit of each weight, in the order `[filters, channels, taps]`.
  private var units: [[Int32]] = []
  /// For each layer: mean score and size of each unit.
  private var scores: [[Double]] = []
  private var sizes: [[Int32]] = []
  /// For N:M, the score of each weight.
  private var elementScores: [[Double]] = []
  /// Units of all layers or of each, the least important first.
  private var order: [[(layer: Int32, unit: Int32)]] = []

  init(pattern: MaskPattern, scope: PruningScope) {
    (self.pattern, self.scope) = (pattern, scope)
  }

  /// - Throws: `invalidGraph` when the scores are not numbers.
  mutating func add(_ layer: WeightLayer, scores element: [Double]) throws(GraphError) {
    guard element.count == layer.count, element.allSatisfy({ $0 >= 0 }) else {
      throw GraphError(
        .invalidGraph, node: layer.node.place,
        "the criterion gives \(element.count) scores for \(layer.count) weights, some of them "
          + "negative or not a number")
    }
    let weights = layer.canonicalWeights()
    let (numbers, count) = pattern.units(of: layer)
    var sums = [Double](repeating: 0, count: count)
    var sizes = [Int32](repeating: 0, count: count)
    var isZero = [Bool](repeating: true, count: count)
    for (position, unit) in numbers.enumerated() {
      sums[Int(unit)] += element[position]
      sizes[Int(unit)] += 1
      if weights[position] != 0 { isZero[Int(unit)] = false }
    }
    for unit in sums.indices {
      // What is zero already goes first.
      sums[unit] = isZero[unit] ? -1 : sums[unit] / Double(max(sizes[unit], 1))
    }
    layers.append(layer)
    units.append(numbers)
    scores.append(sums)
    self.sizes.append(sizes)
    if case .nOfM = pattern {
      elementScores.append(zip(element, weights).map { $1 == 0 ? -1 : $0 })
    }
  }

  /// Sorts; to be called once, when all layers are added.
  mutating func sort() {
    if case .nOfM = pattern { return }
    var all: [[(layer: Int32, unit: Int32)]] = []
    for (layer, layerScores) in scores.enumerated() {
      all.append(layerScores.indices.map { (Int32(layer), Int32($0)) })
    }
    if scope == .global { all = [Array(all.joined())] }
    order = all.map { list in
      list.sorted { a, b in
        let (x, y) = (scores[Int(a.layer)][Int(a.unit)], scores[Int(b.layer)][Int(b.unit)])
        return x != y ? x < y : (a.layer, a.unit) < (b.layer, b.unit)
      }
    }
  }

  /// Which weights stay when a fraction of them goes.
  func masks(ratio: Double) -> [[Bool]] { masks { _ in ratio } }

  /// Which weights stay when each layer loses a fraction of its own.
  func masks(ratios: [String: Double]) -> [[Bool]] {
    masks { ratios[layers[$0].name] ?? 0 }
  }

  private func masks(_ ratio: (_ list: Int) -> Double) -> [[Bool]] {
    var gone = scores.map { [Bool](repeating: false, count: $0.count) }
    var left = scores.map(\.count)
    for (list, entries) in order.enumerated() {
      let total = entries.reduce(0) { $0 + Int(sizes[Int($1.layer)][Int($1.unit)]) }
      let target = Int(fraction: ratio(list), of: total)
      var count = 0
      for entry in entries {
        let (layer, unit) = (Int(entry.layer), Int(entry.unit))
        count += Int(sizes[layer][unit])
        if count > target { break }
        // Something of each layer stays, whatever one threshold for all would say.
        guard left[layer] > 1 else { continue }
        gone[layer][unit] = true
        left[layer] -= 1
      }
    }
    return zip(units, gone).map { numbers, gone in numbers.map { !gone[Int($0)] } }
  }

  /// Which weights stay when the `kept` best of each `of` channels do.
  func masks(keeping kept: Int, of: Int) -> [[Bool]] {
    zip(layers, elementScores).map { layer, scores in
      let (channels, taps) = (layer.channels, layer.taps)
      var result = [Bool](repeating: true, count: layer.count)
      for filter in 0..<layer.filters {
        for start in stride(from: 0, to: channels, by: of) {
          let end = min(start + of, channels)
          // A shorter group at the end keeps its share.
          let most = (kept * (end - start) + of - 1) / of
          for tap in 0..<taps {
            let positions = (start..<end).map { (filter * channels + $0) * taps + tap }
            let ranked = positions.sorted {
              scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
            }
            for position in ranked.dropFirst(most) { result[position] = false }
          }
        }
      }
      return result
    }
  }
}
