// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Which samples of a data set are used: drawn by a seed, so that a part of a data set sorted by class
/// holds all classes, and used in increasing order, which is the fastest to read.
public enum SampleSelection {
  /// Draws samples without repetition.
  ///
  /// - Parameters:
  ///   - limit: How many, nil for all; as many as there are when there are fewer.
  ///   - count: The size of the data set.
  ///   - skipped: Samples that are drawn first and left out, so that another selection of that many
  ///     has none in common with this one.
  ///   - seed: The same seed draws the same samples.
  /// - Returns: Indices in increasing order.
  /// - Complexity: O(count) when there is a limit or something is skipped.
  public static func indices(
    limit: Int?, of count: Int, skipping skipped: Int = 0, seed: UInt64
  ) -> [Int] {
    let available = max(0, count - max(0, skipped))
    let wanted = min(max(0, limit ?? available), available)
    guard wanted < count else { return Array(0..<count) }
    var generator = SeededGenerator(seed: seed)
    var order = Array(0..<count)
    // The beginning of a shuffle: as much of it as is needed.
    let drawn = count - available + wanted
    for position in 0..<drawn {
      let rest = UInt64(count - position)
      let other = position + Int(generator.next().multipliedFullWidth(by: rest).high)
      order.swapAt(position, other)
    }
    return order[(drawn - wanted)..<drawn].sorted()
  }
}
