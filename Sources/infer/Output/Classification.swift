// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Tensors

/// Class names, one a line, the first line being class 0.
struct Labels {
  private let names: [String]

  /// Reads a file of names.
  ///
  /// - Throws: `noSuchFile`, `io`, `badData` when it is not UTF-8.
  init(contentsOf path: String) throws {
    guard let text = String(validating: try readBytes(path), as: UTF8.self) else {
      throw CommandError(.badData, "\(path): expected class names, one a line, in UTF-8")
    }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.isEmpty == true { lines.removeLast() }
    names = lines.map { oneLine(String($0)) }
  }

  /// The name of a class, nil when the file has fewer lines.
  subscript(index: Int) -> String? { index < names.count ? names[index] : nil }
}

/// The classes of one image, likeliest first.
struct Classification: Encodable {
  struct Entry: Encodable {
    let index: Int
    let label: String?
    let probability: Double
    let score: Double
  }

  let top: [Entry]

  /// Ranks scores.
  ///
  /// - Parameters:
  ///   - scores: One score for each class: logits, or probabilities already.
  ///   - count: How many classes to keep.
  init(_ scores: [Double], count: Int, labels: Labels?) {
    let probabilities = Self.isDistribution(scores) ? scores : Self.softmax(scores)
    // NaN sorts last; equal scores by index, so that the order is the same everywhere.
    let order = scores.indices.sorted { a, b in
      let (x, y) = (scores[a], scores[b])
      if x.isNaN || y.isNaN { return x.isNaN == y.isNaN ? a < b : y.isNaN }
      return x == y ? a < b : x > y
    }
    top = order.prefix(count).map { index in
      Entry(
        index: index, label: labels?[index], probability: probabilities[index],
        score: scores[index])
    }
  }

  /// Whether scores are probabilities: none negative, and a sum of 1 within float32's rounding.
  static func isDistribution(_ scores: [Double]) -> Bool {
    scores.allSatisfy { $0 >= 0 } && abs(scores.reduce(0, +) - 1) <= 1e-3
  }

  /// `exp(x) / Σ exp(x)`, without overflow.
  static func softmax(_ scores: [Double]) -> [Double] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The scores of each image of a batch, if `output` looks like a classifier's: `[N, K]`, or
  /// `[N, K, 1, 1]`, of 2 classes or more.
  static func scores(_ output: Tensor, batch: Int) -> [[Double]]? {
    guard output.dtype.isFloatingPoint, output.rank >= 2, output.shape[0] == batch,
      output.shape[1] >= 2, output.shape.dropFirst(2).allSatisfy({ $0 == 1 })
    else { return nil }
    let values = output.doubles()
    let classes = output.shape[1]
    return (0..<batch).map { Array(values[$0 * classes..<($0 + 1) * classes]) }
  }
}
