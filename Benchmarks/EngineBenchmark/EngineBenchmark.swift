// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// Measures parts of the engine; prints JSON, of which `Benchmarks/bench.py` makes tables and charts.
@main struct EngineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure kernels and layers on this CPU.",
    discussion: """
      Examples:
        EngineBenchmark micro --isa avx512 avx2
        EngineBenchmark layer resnet50.onnx --threads 2
      """, subcommands: [Micro.self, Layers.self])
}

/// Prints a value as JSON with keys in snake_case.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.keyEncodingStrategy = .convertToSnakeCase
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
