// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import Runtime

/// Options that every command that computes has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Threads of one run (default: the physical cores that this process may use).",
      valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("Longest time of one run (default: no limit).", valueName: "s"))
  var maxSeconds: Double?

  @Flag(
    help: ArgumentHelp(
      "Use only algorithms that round as the definition does.",
      discussion: """
        Without it convolutions may be computed by minimal filtering (Winograd), which is faster \
        and loses up to three bits.
        """))
  var exact = false

  @Option(
    help: ArgumentHelp(
      "How the algorithms of convolutions are chosen: measured or estimated.",
      discussion: """
        Measured: by trying those that are estimated to be about as fast, which takes up to 0.15 s and \
        may choose otherwise the next time. Estimated: the same at every time.
        """, valueName: "how"))
  var plan = Planning.measured

  @Option(
    help: ArgumentHelp(
      "File that remembers measured choices (default: the environment's ESPALIER_WISDOM).",
      discussion: "It is read when it is there, and written when there is more to remember.",
      valueName: "file"), completion: .file())
  var wisdom: String?

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, got \(threads)")
    }
    if let maxSeconds, !(maxSeconds > 0 && maxSeconds <= 1e6) {
      throw ValidationError("--max-seconds: expected more than 0, at most 1e6, got \(maxSeconds)")
    }
  }

  /// The threads to use.
  var threadCount: Int { threads ?? CPUFeatures.current.availablePhysicalCores }

  /// How sessions run.
  var sessionOptions: SessionOptions {
    var options = SessionOptions(threads: threadCount, runSeconds: maxSeconds)
    options.isExact = exact
    options.planning = plan == .measured ? .measured : .estimated
    return options
  }

  /// What `--plan` can be.
  enum Planning: String, ExpressibleByArgument, CaseIterable { case measured, estimated }

  /// The file that remembers choices.
  var wisdomPath: String? { wisdom ?? ProcessInfo.processInfo.environment["ESPALIER_WISDOM"] }
}
