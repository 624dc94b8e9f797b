// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What evaluating a model on data comes to; sums only, so that it takes no memory that grows.
struct Score {
  /// Samples that were run.
  var samples = 0
  /// Samples whose label has the highest score, and whose label is among the five highest.
  var (top1, top5) = (0, 0)
  /// Samples with labels of a classifier.
  var labelled = 0
  /// Samples of which both models give the same class the highest score.
  var agreeing = 0
  /// Samples that were compared with the reference by class.
  var compared = 0
  /// Sums of squares of the reference's outputs and of the differences to them.
  var (signal, noise) = (0.0, 0.0)
  /// The largest difference to an output of the reference; nil without one.
  var maximumError: Double?
  /// Time of the runs, reading not included.
  var seconds = 0.0
  /// Multiply-adds of all runs, and the samples of those runs, repeated ones included.
  var (multiplyAdds, executedSamples) = (0.0, 0)

  /// Signal to quantization noise ratio: `10 log₁₀(Σ reference² / Σ difference²)` in dB; infinite for
  /// equal outputs, nil without a reference.
  var signalToNoise: Double? {
    guard maximumError != nil else { return nil }
    return noise == 0 ? .infinity : 10 * log10(signal / noise)
  }

  /// The part of the samples that is classified right, 0 ... 1; nil without labels.
  var top1Accuracy: Double? { ratio(top1, labelled) }
  /// As ``top1Accuracy``, right when among the five highest scores.
  var top5Accuracy: Double? { ratio(top5, labelled) }
  /// The part of the samples classified as by the reference; nil without one.
  var agreement: Double? { ratio(agreeing, compared) }
  /// Milliseconds of a sample on average.
  var meanMilliseconds: Double { samples == 0 ? 0 : seconds * 1e3 / Double(executedSamples) }
  /// Multiply-adds of a sample on average.
  var meanMultiplyAdds: Double {
    executedSamples == 0 ? 0 : multiplyAdds / Double(executedSamples)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  /// Counts a sample with its label.
  mutating func add(scores: [Double], label: Int) {
    let rank = Self.rank(of: label, in: scores)
    labelled += 1
    if rank < 1 { top1 += 1 }
    if rank < 5 { top5 += 1 }
  }

  /// Compares the outputs of the two models.
  mutating func add(output: ArraySlice<Double>, reference: ArraySlice<Double>) {
    var largest = maximumError ?? 0
    for (value, expected) in zip(output, reference) where value != expected {
      let difference = value - expected
      noise += difference * difference
      // NaN is the largest difference there is.
      if !(abs(difference) <= largest) { largest = abs(difference) }
    }
    for expected in reference { signal += expected * expected }
    maximumError = largest
  }

  /// Compares the classes that both models prefer.
  mutating func add(scores: [Double], reference: [Double]) {
    compared += 1
    if Self.best(scores) == Self.best(reference) { agreeing += 1 }
  }

  /// The class of the highest score, the first of equals; NaN is below everything.
  private static func best(_ scores: [Double]) -> Int {
    var best = 0
    for index in scores.indices where scores[index] > scores[best] || scores[best].isNaN {
      if !scores[index].isNaN { best = index }
    }
    return best
  }

  /// How many classes come before `label`, in the order of ``best(_:)``.
  private static func rank(of label: Int, in scores: [Double]) -> Int {
    let own = scores[label]
    return scores.indices.count { index in
      let score = scores[index]
      if own.isNaN { return !score.isNaN || index < label }
      return score > own || (score == own && index < label)
    }
  }
}
