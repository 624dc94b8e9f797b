// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Dimensions of the input and the weights of a convolution, completed by what each tells about
/// the rank of the other.
struct ConvolutionOperands {
  /// `[N, C, D1, D2, …]`.
  let x: [Dimension]
  /// `[·, ·, K1, K2, …]`.
  let weights: [Dimension]
  private let groups: Int

  /// Nil when neither rank is known.
  ///
  /// - Throws: `shapeMismatch` when the ranks differ or leave no spatial axis, `invalidAttribute`
  ///   when `groups` is below 1.
  init?(x: TensorType, weights: TensorType, groups: Int) throws(GraphError) {
    guard groups >= 1 else {
      throw GraphError(.invalidAttribute, "group is \(groups), expected 1 or more")
    }
    try x.expectRank(spatialRanks, "the input")
    try weights.expectRank(spatialRanks, "the weight")
    guard let rank = x.rank ?? weights.rank else { return nil }
    guard weights.rank == nil || weights.rank == rank else {
      throw GraphError(.shapeMismatch, "the input is \(x), the weight \(weights): ranks differ")
    }
    let unknown = [Dimension](repeating: .unknown, count: rank)
    (self.x, self.weights) = (x.dimensions ?? unknown, weights.dimensions ?? unknown)
    self.groups = groups
  }

  /// Extents of the input's spatial axes.
  var spatial: [Dimension] { Array(x.dropFirst(2)) }
  /// Extents of the kernel.
  var kernel: [Dimension] { Array(weights.dropFirst(2)) }

  /// Checks the input's channels against those of the weights.
  ///
  /// - Throws: `shapeMismatch` when they differ.
  func expectWeights(inputChannels: Dimension, timesGroups: Bool) throws(GraphError) {
    guard let channels = x[1].value, let own = inputChannels.value else { return }
    let (expected, overflow) = own.multipliedReportingOverflow(by: timesGroups ? groups : 1)
    guard !overflow, expected == channels else {
      let shape = weights.map(\.description).joined(separator: ", ")
      throw GraphError(
        .shapeMismatch,
        "expects \(overflow ? "too many" : "\(expected)") input channels (weight [\(shape)], "
          + "\(groups) groups), got \(channels)")
    }
    guard channels % groups == 0 else {
      throw GraphError(
        .shapeMismatch, "\(channels) input channels do not divide into \(groups) groups")
    }
  }
}
