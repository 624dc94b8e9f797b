// SPDX-License-Identifier: Apache-2.0

/// Sets of numbers that are merged pairwise.
struct DisjointSets {
  private var parents: [Int] = []

  /// How many numbers there are.
  var count: Int { parents.count }

  /// Adds `count` numbers, each in a set of its own.
  mutating func add(_ count: Int) -> [Int] {
    let new = Array(parents.count..<parents.count + count)
    parents += new
    return new
  }

  /// The smallest member of the set that `number` is in.
  func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  /// Makes one set of those of `a` and `b`.
  mutating func unite(_ a: Int, _ b: Int) {
    let (first, second) = (root(a), root(b))
    let low = min(first, second)
    parents[max(first, second)] = low
    // Shortened paths keep later searches short.
    for start in [a, b] {
      var number = start
      while parents[number] != low, number != low {
        let next = parents[number]
        parents[number] = low
        number = next
      }
    }
  }
}
