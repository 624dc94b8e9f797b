// SPDX-License-Identifier: Apache-2.0
import Tensors

/// A walk over a broadcast shape in runs: stretches of the result, as long as possible, over which
/// each source either stands still or advances by one element.
///
/// Needs no memory that grows with the result, unlike lists of indices.
struct BroadcastRuns {
  /// Elements of each run.
  private(set) var length = 1
  /// For each source 0 (stands still) or 1 (advances).
  private(set) var steps: [Int]

  private let isEmpty: Bool
  private var outerShape: [Int] = []
  /// For each outer axis, the step of each source.
  private var outerSteps: [[Int]] = []

  /// The walk that brings together the elements of tensors with shapes `sources`.
  ///
  /// - Precondition: each source broadcasts to `shape`.
  init(from sources: [[Int]], to shape: [Int]) {
    let sourceSteps = sources.map { source in
      let offset = shape.count - source.count
      let strides = ShapeMath.strides(source)
      return shape.indices.map { axis in
        axis < offset || source[axis - offset] == 1 ? 0 : strides[axis - offset]
      }
    }
    isEmpty = shape.contains(0)
    steps = sources.map { _ in 0 }
    var isInRun = true
    for axis in shape.indices.reversed() where shape[axis] != 1 {
      let here = sourceSteps.map { $0[axis] }
      if length == 1 {
        // All axes behind this one have one element, so strides are 0 or 1.
        (length, steps) = (shape[axis], here)
      } else if isInRun, zip(here, steps).allSatisfy({ $0 == $1 * length }) {
        length *= shape[axis]
      } else {
        isInRun = false
        outerShape.insert(shape[axis], at: 0)
        outerSteps.insert(here, at: 0)
      }
    }
  }

  /// Calls `body` for each run with the positions of its first element: in the result, and in each
  /// source.
  func forEach<Failure: Error>(
    _ body: (_ start: Int, _ offsets: [Int]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !isEmpty else { return }
    var index = outerShape.map { _ in 0 }
    var offsets = steps.map { _ in 0 }
    var start = 0
    while true {
      try body(start, offsets)
      start += length
      var axis = outerShape.count - 1
      while axis >= 0 {
        index[axis] += 1
        for source in offsets.indices { offsets[source] += outerSteps[axis][source] }
        if index[axis] < outerShape[axis] { break }
        for source in offsets.indices {
          offsets[source] -= outerSteps[axis][source] * outerShape[axis]
        }
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
