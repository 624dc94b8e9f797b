// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Passes

/// `infer methods`: the passes that make models smaller or faster.
struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the passes for 'infer compress', with their parameters.",
    discussion: """
      Examples:
        infer methods
        infer methods constant-folding
        infer methods --json
      """)

  @Argument(help: "A pass or preset, to list its parameters.")
  var pass: String?

  @Option(
    help: ArgumentHelp("Write all passes and parameters as Markdown.", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var markdown: String?

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  func run() throws {
    let chosen = try pass.map { [try PassCatalog.entry($0).pass] } ?? PassCatalog.all
    if let markdown {
      try writeAtomically(Array(MethodsReport.markdown.utf8), to: markdown)
      return
    }
    let report = MethodsReport(chosen)
    if json {
      try printJSON(report)
    } else if pass != nil {
      report.printDetails()
    } else {
      report.printTable()
    }
  }
}
