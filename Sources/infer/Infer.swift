// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The executable.
@main struct Infer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: "Run, measure and shrink neural networks on CPUs.",
    subcommands: [Test.self])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      ExitStatus.exit(with: error)
    }
  }
}
