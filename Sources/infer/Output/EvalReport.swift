// SPDX-License-Identifier: Apache-2.0

/// What `infer eval --json` prints; `docs/cli.md` describes it.
struct EvalReport: Encodable {
  /// One of the models.
  struct Entry: Encodable {
    let model: String
    let top1: Double?
    let top5: Double?
    /// Only where there is a reference.
    let agreement: Double?
    let sqnrDb: Double?
    let maxError: Double?
    let meanMs: Double
    let samplesPerSecond: Double
    let gmacs: Double

    init(_ model: String, _ score: Score) {
      self.model = model
      (top1, top5, agreement) = (score.top1Accuracy, score.top5Accuracy, score.agreement)
      (sqnrDb, maxError) = (score.signalToNoise, score.maximumError)
      meanMs = score.meanMilliseconds
      samplesPerSecond = meanMs > 0 ? 1e3 / meanMs : 0
      gmacs = score.meanMultiplyAdds / 1e9
    }
  }

  let data: String
  let samples: Int
  let preprocess: String
  let batch: Int
  let threads: Int
  let isa: String
  let result: Entry
  let reference: Entry?

  /// Prints the report for people.
  func printText() {
    print("\(oneLine(data)): \(samples) samples, preprocessing \(preprocess)")
    var table = TextTable([
      ("model", .left), ("top-1", .right), ("top-5", .right), ("ms", .right), ("per s", .right),
      ("GMAC", .right),
    ])
    for entry in [reference, result].compactMap(\.self) {
      table.add([
        entry.model, percentage(entry.top1), percentage(entry.top5), fixed(entry.meanMs, 3),
        fixed(entry.samplesPerSecond, 1), fixed(entry.gmacs, 3),
      ])
    }
    for line in table.lines { print(line) }
    if let sqnr = result.sqnrDb, let error = result.maxError {
      print(
        (result.agreement.map { "top-1 agreement \(fixed($0 * 100, 2)) %, " } ?? "")
          + "SQNR \(fixed(sqnr, 2)) dB, largest error \(fixed(error, 6))")
    }
    print("batch \(batch), \(threads) thread\(threads == 1 ? "" : "s"), \(isa)")
  }
}

/// A part as a percentage, empty when there is none.
func percentage(_ part: Double?) -> String { part.map { fixed($0 * 100, 2) + " %" } ?? "" }
