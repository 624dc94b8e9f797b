// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Datasets
import Imaging

/// Options that name data and say how much of it is used.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Data: \(DataSpecification.grammar).", valueName: "format:path"),
    completion: .directory, transform: { try DataSpecification($0) })
  var data: DataSpecification?

  /// Samples that are evaluated at once where the model leaves the batch open, unless told.
  static let usualBatch = 16

  @Option(
    help: ArgumentHelp(
      "Use so many samples, drawn by --seed (default: all).", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Use random crops of the images, so many in all, drawn by --seed.", valueName: "n"))
  var crops: Int?

  @Option(help: ArgumentHelp("Seed of --limit and --crops.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "How images become inputs (default: what the model remembers, else imagenet for photographs, "
        + "unit for others).",
      valueName: "p"),
    transform: { try Preprocessing($0) })
  var preprocess: Preprocessing?

  func validate() throws {
    for (name, value) in [("--limit", limit), ("--crops", crops)] {
      if let value, !(1...100_000_000).contains(value) {
        throw ValidationError("\(name): expected 1 to 100000000, got \(value)")
      }
    }
    if data == nil, limit != nil || crops != nil {
      throw ValidationError("--limit and --crops need --data")
    }
  }
}
