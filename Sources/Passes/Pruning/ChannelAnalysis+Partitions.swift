// SPDX-License-Identifier: Apache-2.0

/// Grouped convolutions need the same number of channels in each group, but do not mind which.
///
/// A single convolution could go by the position in the group. Between two of them a channel shuffle
/// may lie, and the positions of the one are not those of the other: tied by position in both, all
/// channels would end up in one set. So sets are formed that take one channel of each group of both.
/// Channels are edges between their two groups; every group has as many as the next, so that the
/// edges fall into perfect matchings (König), each of which is a set that may go.
extension ChannelAnalysis {
  /// How many slots a set has in each group of each partition.
  private typealias Occurrence = [Int: [Int]]

  /// Ties slots so that whatever set goes, every partition stays even.
  mutating func resolvePartitions() {
    var occurrences: [Int: Occurrence] = [:]
    var components = DisjointSets()
    let numbers = components.add(sets.count)
    for (partition, groups) in distinctPartitions().enumerated() {
      for (group, slots) in groups.enumerated() {
        for slot in slots {
          let root = sets.root(slot)
          occurrences[root, default: [:]][
            partition, default: [Int](repeating: 0, count: groups.count)][group] += 1
        }
      }
      let members = groups.joined().map(sets.root).filter { $0 != 0 }
      for (a, b) in zip(members, members.dropFirst()) { components.unite(numbers[a], numbers[b]) }
    }
    occurrences[0] = nil
    let uneven = occurrences.filter { !$0.value.values.allSatisfy(Self.isEven) }
    let joint = Dictionary(grouping: uneven.keys.sorted()) { components.root($0) }
    for members in joint.keys.sorted().compactMap({ joint[$0] }) { match(members, uneven) }
  }

  private static func isEven(_ counts: [Int]) -> Bool { counts.allSatisfy { $0 == counts[0] } }

  /// Partitions that differ in more than the numbers of their slots.
  private func distinctPartitions() -> [[[Int]]] {
    var seen: Set<[[Int]]> = []
    return partitions.filter { seen.insert($0.map { $0.map(sets.root) }).inserted }
  }

  /// Ties the given sets into even ones; those that do not fit stay.
  private mutating func match(_ members: [Int], _ occurrences: [Int: Occurrence]) {
    var edges: [Int: [(left: Int, right: Int, root: Int)]] = [:]
    let partitions = Set(members.flatMap { occurrences[$0].map { Array($0.keys) } ?? [] }).sorted()
    guard let first = partitions.first, partitions.count <= 2 else {
      pin(members)
      return
    }
    let second = partitions.last ?? first
    var size = 0
    for root in members {
      guard let left = occurrences[root]?[first], let right = occurrences[root]?[second],
        left.count == right.count, left.reduce(0, +) == 1, right.reduce(0, +) == 1,
        let a = left.firstIndex(of: 1), let b = right.firstIndex(of: 1)
      else {
        pin([root])
        continue
      }
      size = left.count
      edges[a, default: []].append((a, b, root))
    }
    guard size > 0 else { return }
    while let matching = Self.perfectMatching(edges, size) {
      for (group, position) in matching.enumerated() {
        guard let edge = edges[group]?.remove(at: position) else { continue }
        if let anchor = edges[-1]?.first { sets.unite(anchor.root, edge.root) }
        edges[-1, default: []].append(edge)
      }
      edges[-1] = nil
    }
    pin(edges.values.joined().map(\.root))
  }

  /// For each left group the position of an edge such that no two lead to one right group; nil when
  /// there is no such choice.
  ///
  /// - Complexity: O(size² × distinct edges), by augmenting paths.
  private static func perfectMatching(
    _ edges: [Int: [(left: Int, right: Int, root: Int)]], _ size: Int
  ) -> [Int]? {
    // The first edge to each right group stands for all.
    var choices = [[Int: Int]](repeating: [:], count: size)
    for left in 0..<size {
      for (position, edge) in (edges[left] ?? []).enumerated()
      where choices[left][edge.right] == nil {
        choices[left][edge.right] = position
      }
    }
    var owners = [Int?](repeating: nil, count: size)
    func place(_ left: Int, _ visited: inout Set<Int>) -> Bool {
      for right in choices[left].keys.sorted() where visited.insert(right).inserted {
        if let owner = owners[right] {
          guard place(owner, &visited) else { continue }
        }
        owners[right] = left
        return true
      }
      return false
    }
    for left in 0..<size {
      var visited: Set<Int> = []
      guard place(left, &visited) else { return nil }
    }
    var result = [Int](repeating: 0, count: size)
    for (right, owner) in owners.enumerated() {
      guard let owner, let position = choices[owner][right] else { return nil }
      result[owner] = position
    }
    return result
  }
}
