// SPDX-License-Identifier: Apache-2.0

/// Places buffers of known size and lifetime in one block of memory.
///
/// Two buffers that are alive at the same step do not overlap. Greedy by size: the largest buffer
/// goes first, each to the lowest gap that fits.
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

  /// Places the requests.
  ///
  /// - Complexity: O(n²) in the number of requests that live at the same time.
  package init(_ requests: [Request]) {
    var offsets = [Int](repeating: 0, count: requests.count)
    var end = 0
    // Indices of placed requests, by offset.
    var placed: [Int] = []
    let order = requests.indices.sorted {
      (requests[$0].size, requests[$1].firstStep) > (requests[$1].size, requests[$0].firstStep)
    }
    for index in order {
      let request = requests[index]
      let size = Self.aligned(request.size)
      var offset = 0
      for other in placed
      where requests[other].firstStep <= request.lastStep
        && request.firstStep <= requests[other].lastStep
      {
        if offsets[other] >= offset + size { break }
        offset = max(offset, offsets[other] + Self.aligned(requests[other].size))
      }
      offsets[index] = offset
      end = max(end, offset + size)
      let position = placed.firstIndex { offsets[$0] > offset } ?? placed.count
      placed.insert(index, at: position)
    }
    self.offsets = offsets
    size = end
  }

  /// `size` rounded up to the alignment; empty buffers take one unit, so that addresses differ.
  package static func aligned(_ size: Int) -> Int {
    max((size + alignment - 1) / alignment * alignment, alignment)
  }
}
