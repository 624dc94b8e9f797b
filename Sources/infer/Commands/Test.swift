// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import IR
import ONNXFormat
import Runtime
import Tensors

/// `infer test`: runs ONNX test-case folders.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run ONNX test cases: folders with model.onnx and test_data_set_*.",
    discussion: """
      A case passes, fails or is skipped because the model needs what is not supported. When one \
      fails the exit code is 70.

      Examples:
        infer test onnx/backend/test/data/node
        infer test my_case --verbose --rtol 1e-4
      """)

  @Argument(help: "Test-case folders, or folders of such folders.", completion: .directory)
  var folders: [String]

  @Flag(help: "Print every case, not only those that do not pass.")
  var verbose = false

  @Flag(help: "Evaluate by the operators' reference implementation instead of the runtime.")
  var reference = false

  @Option(help: ArgumentHelp("Allowed relative difference.", valueName: "r"))
  var rtol = 1e-3

  @Option(help: ArgumentHelp("Allowed absolute difference.", valueName: "a"))
  var atol = 1e-7

  @OptionGroup var common: CommonOptions

  /// What `--json` prints.
  fileprivate struct Report: Encodable {
    struct Case: Encodable {
      let name: String
      let outcome: String
      let reason: String?
    }
    var passed = 0
    var failed = 0
    var skipped = 0
    var cases: [Case] = []
  }

  func validate() throws {
    guard rtol >= 0, atol >= 0 else {
      throw ValidationError("--rtol and --atol: expected numbers of at least 0")
    }
  }

  func run() throws {
    _ = try KernelCatalog.selected
    let cases = try folders.flatMap(TestCase.folders(in:))
    var report = Report()
    var bar = ProgressBar("cases", total: cases.count)
    let options = common.sessionOptions
    for (index, folder) in cases.enumerated() {
      bar.update(index)
      let test = TestCase(
        folder: folder, absolute: atol, relative: rtol, options: reference ? nil : options)
      let name = URL(filePath: folder).lastPathComponent
      let outcome = test.outcome()
      report.add(name, outcome)
      if !common.json, verbose || outcome.reason != nil {
        bar.clear()
        print("\(outcome.label)  \(name)\(outcome.reason.map { ": \(oneLine($0))" } ?? "")")
      }
    }
    bar.clear()
    if common.json {
      try printJSON(report)
    } else {
      print("\(report.passed) passed, \(report.failed) failed, \(report.skipped) skipped")
    }
    if report.failed > 0 {
      throw CommandError(
        .internalError, "\(report.failed) of \(cases.count) cases give another output than expected"
      )
    }
  }
}

extension Test.Report {
  fileprivate mutating func add(_ name: String, _ outcome: TestCase.Outcome) {
    switch outcome {
    case .passed: passed += 1
    case .failed: failed += 1
    case .skipped: skipped += 1
    }
    cases.append(Case(name: name, outcome: outcome.word, reason: outcome.reason))
  }
}
