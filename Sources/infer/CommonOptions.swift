// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Runtime

/// Options that every command that computes has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Threads of one run (default: the physical cores that this process may use).",
      valueName: "n"))
  var threads: Int?

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, got \(threads)")
    }
  }

  /// The threads to use.
  var threadCount: Int { threads ?? CPUFeatures.current.availablePhysicalCores }

  /// How sessions run.
  var sessionOptions: SessionOptions { SessionOptions(threads: threadCount) }
}
