// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Passes
import Tensors
import TestSupport
import Testing

/// Quantization of a network that was trained (`Tests/Golden/generate/lenet5.py`).
@Suite struct LeNetQuantizationTests {
  /// Digits that calibrate; those behind them judge.
  private static let calibration = 64
  private static let training = 256
  private static let tests = 256

  private func golden(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden/\(name)").path
  }

  @Test(.tags(.slow)) func `8 bits read the digits that floating point reads`() throws {
    func array(_ name: String) throws -> Tensor {
      try NumPyFile.read([UInt8](Data(contentsOf: URL(filePath: golden(name)))), name: name)
    }
    let pixels = try array("pruning/digits.npy").doubles().map { Float($0 / 255) }
    let labels = try array("pruning/labels.npy").int64s()
    let original = try ONNX.read(contentsOf: golden("quantization/lenet-5.onnx")).graph
    let shown = Tensor(
      Array(pixels[..<(Self.calibration * 784)]), shape: [Self.calibration, 1, 28, 28])
    let end = Self.training + Self.tests
    let images = Tensor(
      Array(pixels[(Self.training * 784)..<(end * 784)]), shape: [Self.tests, 1, 28, 28])
    func rightAnswers(_ graph: Graph) throws -> Int {
      let logits = try #require(try graph.evaluate([.tensor(images)])[0].tensor).doubles()
      return (0..<Self.tests).count { row in
        let scores = logits[row * 10..<row * 10 + 10]
        return scores.max() == scores[row * 10 + Int(labels[Self.training + row])]
      }
    }
    var quantized = original
    let report = try PostTrainingQuantization(source: EvaluatedActivations([[shown]]))
      .run(on: &quantized)
    #expect(report.rewrites == 5)
    // Codes of 8 bits for 61,470 weights.
    #expect(GraphSize(quantized).bytes < GraphSize(original).bytes / 3)
    let right = try rightAnswers(original)
    #expect(right >= Self.tests * 98 / 100)
    #expect(abs(try rightAnswers(quantized) - right) <= 1)
  }
}
