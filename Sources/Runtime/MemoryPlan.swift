// SPDX-License-Identifier: Apache-2.0

/// Places buffers of known size and lifetime in one block of memory.
///
/// Two buffers that are alive at the same step do not overlap. Greedy by size: the largest buffer
/// goes first, each to the lowest gap that fits. That looks at all pairs, so where there are more
/// than ``greedyRequests`` buffers, they are placed in the order of time instead.
///
/// - Source: Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net Inference",
///   arXiv:2001.03288, section 5.
package struct MemoryPlan: Sendable {
  /// A buffer and the steps during which it holds data, both ends included.
  package struct Request: Hashable, Sendable {
    package let size: Int
    package let firstStep: Int
    package let lastStep: Int

    /// A buffer of `size` bytes that lives from `firstStep` to `lastStep`.
    package init(size: Int, firstStep: Int, lastStep: Int) {
      (self.size, self.firstStep, self.lastStep) = (size, firstStep, lastStep)
    }
  }

  /// Where each request starts, in their order; a multiple of ``alignment``.
  package let offsets: [Int]
  /// Bytes of the whole block.
  package let size: Int

  /// A cache line, and the width of the widest vector.
  package static let alignment = 64

  /// Most requests that are placed by size; 20,000 take a fifth of a second.
  package static let greedyRequests = 20_000

  /// Places the requests.
  ///
  /// - Complexity: O(n²) up to ``greedyRequests``; beyond, O(n log n) and the gaps that are free
  ///   between live buffers for each of n.
  package init(_ requests: [Request]) {
    if requests.count > Self.greedyRequests {
      (offsets, size) = Self.placedInOrder(requests)
    } else {
      (offsets, size) = Self.placedBySize(requests)
    }
  }

  private static func placedBySize(_ requests: [Request]) -> (offsets: [Int], size: Int) {
    var offsets = [Int](repeating: 0, count: requests.count)
    var end = 0
    // Indices of placed requests, by offset.
    var placed: [Int] = []
    let order = requests.indices.sorted {
      (requests[$0].size, requests[$1].firstStep) > (requests[$1].size, requests[$0].firstStep)
    }
    for index in order {
      let request = requests[index]
      let size = aligned(request.size)
      var offset = 0
      for other in placed
      where requests[other].firstStep <= request.lastStep
        && request.firstStep <= requests[other].lastStep
      {
        if offsets[other] >= offset + size { break }
        offset = max(offset, offsets[other] + aligned(requests[other].size))
      }
      offsets[index] = offset
      end = max(end, offset + size)
      let position = placed.firstIndex { offsets[$0] > offset } ?? placed.count
      placed.insert(index, at: position)
    }
    return (offsets, end)
  }

  /// Places each request at its first step, in the lowest gap that those before it leave.
  private static func placedInOrder(_ requests: [Request]) -> (offsets: [Int], size: Int) {
    var offsets = [Int](repeating: 0, count: requests.count)
    let starting = requests.indices.sorted { requests[$0].firstStep < requests[$1].firstStep }
    let ending = requests.indices.sorted { requests[$0].lastStep < requests[$1].lastStep }
    var free = FreeGaps()
    var ended = 0
    for index in starting {
      while requests[ending[ended]].lastStep < requests[index].firstStep {
        let gone = ending[ended]
        free.give(offsets[gone]..<offsets[gone] + aligned(requests[gone].size))
        ended += 1
      }
      offsets[index] = free.take(aligned(requests[index].size))
    }
    return (offsets, free.end)
  }

  /// `size` rounded up to the alignment; empty buffers take one unit, so that addresses differ.
  package static func aligned(_ size: Int) -> Int {
    max((size + alignment - 1) / alignment * alignment, alignment)
  }
}

/// Ranges of a block that are free, in ascending order and never touching each other.
private struct FreeGaps {
  private var gaps: [Range<Int>] = []
  /// Where the block ends so far.
  private(set) var end = 0

  /// The start of the lowest gap of `size` bytes, which is no longer free; the block grows when
  /// there is none.
  mutating func take(_ size: Int) -> Int {
    guard let index = gaps.firstIndex(where: { $0.count >= size }) else {
      // The last gap may reach the end.
      let start = gaps.last?.upperBound == end ? gaps.removeLast().lowerBound : end
      end = start + size
      return start
    }
    let start = gaps[index].lowerBound
    if gaps[index].count == size {
      gaps.remove(at: index)
    } else {
      gaps[index] = start + size..<gaps[index].upperBound
    }
    return start
  }

  /// Frees a range that was taken.
  mutating func give(_ range: Range<Int>) {
    var (low, high) = (0, gaps.count)
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var merged = range
    var replaced = low..<low
    if low > 0, gaps[low - 1].upperBound == range.lowerBound {
      merged = gaps[low - 1].lowerBound..<merged.upperBound
      replaced = low - 1..<low
    }
    if low < gaps.count, gaps[low].lowerBound == range.upperBound {
      merged = merged.lowerBound..<gaps[low].upperBound
      replaced = replaced.lowerBound..<low + 1
    }
    gaps.replaceSubrange(replaced, with: CollectionOfOne(merged))
  }
}
