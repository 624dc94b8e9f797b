// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Runtime
import Tensors

/// Runs models on the same samples, in turns batch by batch, and compares them with labels and with
/// each other.
struct Evaluator {
  /// The models; with ``comparesWithFirst`` the first is the reference of the others.
  let subjects: [Subject]
  /// Whether the outputs of the first model are what the others should give.
  let comparesWithFirst: Bool

  /// The first output of a run, as rows.
  private struct Outcome {
    /// The elements of the samples that count.
    let values: ArraySlice<Double>
    /// The scores of each sample, nil when the model is no classifier.
    let scores: [[Double]]?
  }

  /// Runs everything.
  ///
  /// - Throws: what reading and running throw; `badData` when labels or outputs do not fit.
  func run() throws -> [Score] {
    var scores = [Score](repeating: Score(), count: subjects.count)
    guard let first = subjects.first else { return [] }
    // Batches of models that fix them at different sizes are different samples.
    for subject in subjects.dropFirst() where comparesWithFirst {
      guard subject.reader.batchSize == first.reader.batchSize else {
        throw CommandError(
          .badData,
          "the models fix the batch at \(first.reader.batchSize) and at "
            + "\(subject.reader.batchSize); export one with the batch of the other")
      }
    }
    var bar = ProgressBar("evaluating", total: first.reader.batchCount)
    for index in 0..<first.reader.batchCount {
      var batch: BatchReader.Batch?
      var reference: Outcome?
      for (number, subject) in subjects.enumerated() {
        if batch == nil || !subject.sharesBatches(with: subjects[number - 1]) {
          batch = try subject.reader.batch(index)
        }
        guard let batch else { continue }
        let outcome = try run(subject, batch, isFirst: index == 0, &scores[number])
        try count(outcome, batch, subject, &scores[number])
        if let reference { try compare(outcome, reference, &scores[number]) }
        if comparesWithFirst, number == 0 { reference = outcome }
      }
      bar.update(index + 1)
    }
    bar.clear()
    return scores
  }

  private func run(
    _ subject: Subject, _ batch: BatchReader.Batch, isFirst: Bool, _ score: inout Score
  ) throws -> Outcome {
    let session = subject.loaded.session
    let values = subject.values(for: batch)
    try session.prepare(for: values)
    // Weights are read from the disk by the first run, which is not what is measured.
    if isFirst { _ = try session.run(values) }
    let start = ContinuousClock.now
    let outputs = try session.run(values)
    score.seconds += (ContinuousClock.now - start) / .seconds(1)
    let extent = batch.input.shape[0]
    score.samples += batch.count
    score.executedSamples += extent
    score.multiplyAdds += Double(session.lastPlan?.multiplyAdds ?? 0)
    guard let output = outputs.lazy.compactMap(\.tensor).first, output.dtype != .string else {
      throw CommandError(
        .unsupported, "the model has no output that is a tensor of numbers, which eval needs")
    }
    let elements = output.doubles()
    let kept =
      output.shape.first == extent ? elements.count / extent * batch.count : elements.count
    return Outcome(
      values: elements[..<kept], scores: Classification.scores(output, batch: extent))
  }

  private func count(
    _ outcome: Outcome, _ batch: BatchReader.Batch, _ subject: Subject, _ score: inout Score
  ) throws {
    guard let scores = outcome.scores else { return }
    if let names = subject.reader.dataset.classNames, names.count != scores[0].count {
      throw CommandError(
        .badData,
        "\(subject.reader.dataset.name): has \(names.count) classes, the model \(scores[0].count); "
          + "name the folders by the numbers of the model's classes")
    }
    for (scores, label) in zip(scores, batch.labels) {
      guard label < scores.count else {
        throw CommandError(
          .badData,
          "\(subject.reader.dataset.name): has the label \(label), the model has \(scores.count) "
            + "classes")
      }
      score.add(scores: scores, label: label)
    }
  }

  private func compare(
    _ outcome: Outcome, _ reference: Outcome, _ score: inout Score
  ) throws {
    guard outcome.values.count == reference.values.count else {
      throw CommandError(
        .badData,
        "the outputs of a batch have \(outcome.values.count) elements, those of the reference "
          + "\(reference.values.count)")
    }
    score.add(output: outcome.values, reference: reference.values)
    guard let scores = outcome.scores, let expected = reference.scores else { return }
    let rows = outcome.values.count / scores[0].count
    for row in 0..<rows {
      score.add(scores: scores[row], reference: expected[row])
    }
  }
}
