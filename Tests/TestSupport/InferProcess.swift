// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A finished process of the executable.
package struct Execution {
  /// Exit status, or the number of the signal that ended it.
  package let status: Int32
  /// What it wrote to stdout.
  package let output: String
  /// What it wrote to stderr.
  package let errors: String
  /// Whether it ended by itself, not by a signal.
  package let hasExited: Bool

  /// Lines on stderr.
  package var errorLines: [Substring] { errors.split(separator: "\n") }

  /// The output as JSON.
  ///
  /// - Throws: when it is not one JSON object and nothing else.
  package func json() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return object as? [String: Any] ?? [:]
  }
}

/// Runs the built executable, which stands beside the bundle of the tests.
package func infer(
  _ arguments: [String], environment: [String: String] = [:]
) throws -> Execution {
  let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  let process = Process()
  process.executableURL = tests.deletingLastPathComponent().appending(path: "infer")
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment
    .filter { $0.key != "ESPALIER_ISA" }.merging(environment) { $1 }
  let (output, errors) = (Pipe(), Pipe())
  (process.standardOutput, process.standardError) = (output, errors)
  process.standardInput = FileHandle.nullDevice
  try process.run()
  // Errors are one line, so their pipe cannot fill while the output is read.
  let written = output.fileHandleForReading.readDataToEndOfFile()
  let complained = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Execution(
    status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
    errors: String(decoding: complained, as: UTF8.self),
    hasExited: process.terminationReason == .exit)
}
