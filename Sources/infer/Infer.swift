// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc

/// The executable.
@main struct Infer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: "Run, measure, evaluate, inspect, compress and export neural networks on CPUs.",
    discussion: """
      'infer MODEL IMAGE…' is 'infer run MODEL IMAGE…'.

      Exit codes: 0 good, 64 wrong usage, 65 bad data, 66 no such input, 69 unsupported, \
      70 internal, 74 input/output failed.

      Examples:
        infer efficientnet.onnx cat.jpg --labels imagenet.txt
        infer bench model.onnx --threads 2 --json
        infer eval model.onnx --data folder:photos --reference original.onnx
        infer inspect model.onnx --html report.html
        infer compress model.onnx -o small.onnx --recipe recipe.yaml
        infer export model.onnx -o simple.onnx --optimize
        infer COMMAND --help
      """,
    version: "espalier 0.1.0",
    subcommands: [
      Run.self, Bench.self, Eval.self, Inspect.self, Compress.self, Export.self, Methods.self,
      Test.self, Kernels.self, Operators.self,
    ],
    defaultSubcommand: Run.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      // What is left in the buffer may meet a full disk.
      guard fflush(nil) == 0 else {
        throw CommandError(.io, "cannot write to the standard output: \(systemError(errno))")
      }
    } catch {
      ExitStatus.exit(with: error)
    }
  }
}
