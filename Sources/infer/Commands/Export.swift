// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import IR
import ONNXFormat
import Passes

/// `infer export`: writes a model as standard ONNX of another opset.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a model as standard ONNX, for another opset or simplified.",
    discussion: """
      Operators become those of the wanted opset; functions and operators of ONNX Runtime become \
      standard operators. The file is written whole or not at all.

      Examples:
        infer export model.onnx -o model17.onnx
        infer export model.onnx -o small.onnx --opset 21 --optimize
        infer export large.onnx -o large17.onnx --external-data 1048576
      """)

  @Argument(help: "The ONNX model.", completion: .file(extensions: ["onnx"]))
  var model: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("The ONNX file to write.", valueName: "file"),
    completion: .file(extensions: ["onnx"]))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Opset to write, \(ONNX.writableOpsets.lowerBound) to \(ONNX.writableOpsets.upperBound) "
        + "(default: \(ONNX.defaultOpset), or the least above it that the model needs).",
      valueName: "n"))
  var opset: Int?

  @Flag(help: "Fold constants and batch normalizations, remove what does nothing.")
  var optimize = false

  @Option(
    name: .customLong("external-data"),
    help: ArgumentHelp(
      "Put tensors of at least so many bytes into FILE.data (default: all stay in the model).",
      valueName: "bytes"))
  var externalThreshold: Int?

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  /// What `--json` prints.
  private struct Report: Encodable {
    let model: String
    let output: String
    let opset: Int
    let nodesBefore: Int
    let nodesAfter: Int
    let bytesBefore: Int
    let bytesAfter: Int
  }

  func validate() throws {
    if let opset, !ONNX.writableOpsets.contains(opset) {
      let range = ONNX.writableOpsets
      throw ValidationError(
        "--opset: expected \(range.lowerBound) to \(range.upperBound), got \(opset)")
    }
    if let externalThreshold, externalThreshold < 1 {
      throw ValidationError(
        "--external-data: expected a size of at least 1 byte, got \(externalThreshold)")
    }
  }

  func run() throws {
    var exported = try readModel(model)
    let nodesBefore = exported.graph.totalNodeCount
    // The file may be the one that is replaced.
    let bytesBefore = size(of: model)
    if optimize { try Pipeline.simplification.run(on: &exported.graph) }
    let written = try ONNX.write(
      exported, to: output, opset: opset, externalThreshold: externalThreshold)
    let data = externalThreshold == nil ? 0 : size(of: output + ".data")
    let report = Report(
      model: model, output: output, opset: written, nodesBefore: nodesBefore,
      nodesAfter: exported.graph.totalNodeCount, bytesBefore: bytesBefore,
      bytesAfter: size(of: output) + data)
    if json { try printJSON(report) } else { printText(report) }
  }

  private func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  private func printText(_ report: Report) {
    print(
      "\(report.output): opset \(report.opset), \(report.nodesAfter) nodes"
        + (report.nodesAfter == report.nodesBefore ? "" : " (before: \(report.nodesBefore))")
        + ", \(fixed(Double(report.bytesAfter) / 1e6, 3)) MB")
  }
}
