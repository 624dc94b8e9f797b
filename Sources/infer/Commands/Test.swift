// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import IR
import ONNXFormat
import Tensors

/// `infer test`: runs ONNX test-case folders.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run ONNX test cases: folders with model.onnx and test_data_set_*.")

  @Argument(help: "Test-case folders, or folders of such folders.")
  var folders: [String]

  @Flag(help: "Print every case, not only those that do not pass.")
  var verbose = false

  @Option(help: "Allowed relative difference.")
  var rtol = 1e-3

  @Option(help: "Allowed absolute difference.")
  var atol = 1e-7

  func run() throws {
    var counts = (passed: 0, failed: 0, skipped: 0)
    for folder in try folders.flatMap(TestCase.folders(in:)) {
      let name = URL(filePath: folder).lastPathComponent
      switch TestCase(folder: folder, absolute: atol, relative: rtol).outcome() {
      case .passed:
        counts.passed += 1
        if verbose { print("pass  \(name)") }
      case .failed(let reason):
        counts.failed += 1
        print("FAIL  \(name): \(reason)")
      case .skipped(let reason):
        counts.skipped += 1
        print("skip  \(name): \(reason)")
      }
    }
    print("\(counts.passed) passed, \(counts.failed) failed, \(counts.skipped) skipped")
    if counts.failed > 0 { throw ExitCode(1) }
  }
}
