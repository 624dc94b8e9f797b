// SPDX-License-Identifier: Apache-2.0
import Passes

/// What `infer compress --json` prints; `docs/cli.md` describes it.
struct CompressReport: Encodable {
  /// One of the two models.
  struct State: Encodable {
    let model: String
    /// Of the file, external data included, as the file system tells.
    let fileBytes: Int
    let parameters: Int
    let nonZeros: Int
    let weightBytes: Int
    let multiplyAdds: Int
    let medianMs: Double
    let minMs: Double
    let top1: Double?
    let top5: Double?
  }

  /// What a pass did.
  struct Step: Encodable {
    let pass: String
    let rewrites: Int
    let parametersBefore: Int
    let parametersAfter: Int
    let nonZerosAfter: Int
    let bytesBefore: Int
    let bytesAfter: Int
    let multiplyAddsBefore: Int
    let multiplyAddsAfter: Int
    let seconds: Double
    let notes: [String]
    let sensitivity: SensitivityReport?

    init(_ result: Compressor.StepResult) {
      let report = result.report
      (pass, rewrites, notes) = (result.step.text, report.rewrites, report.notes)
      (parametersBefore, parametersAfter) = (report.before.parameters, report.after.parameters)
      (bytesBefore, bytesAfter) = (report.before.bytes, report.after.bytes)
      (multiplyAddsBefore, multiplyAddsAfter) = (
        report.before.multiplyAdds, report.after.multiplyAdds
      )
      (nonZerosAfter, seconds) = (report.after.nonZeros, result.seconds)
      sensitivity = result.sensitivity.map { SensitivityReport(result.step.text, $0) }
    }
  }

  /// A layer of either model.
  struct Layer: Encodable {
    let name: String
    let before: LayerFacts?
    let after: LayerFacts?
  }

  let before: State
  let after: State
  let steps: [Step]
  let layers: [Layer]
  /// What the outputs were compared on.
  let data: String
  let samples: Int
  /// Part of the samples that both models classify alike; nil without data of a classifier.
  let agreement: Double?
  let sqnrDb: Double?
  let maxError: Double?
  let preprocess: String?
  let isa: String
  let threads: Int

  /// How many times smaller and faster the result is.
  var sizeRatio: Double { Double(before.fileBytes) / Double(max(after.fileBytes, 1)) }
  /// As ``sizeRatio``, of the medians.
  var speedup: Double { after.medianMs > 0 ? before.medianMs / after.medianMs : 0 }

  /// The layers of both, those of the first in its order, then those that only the second has.
  static func layers(_ before: [LayerFacts], _ after: [LayerFacts]) -> [Layer] {
    var rest = Dictionary(after.map { ($0.name, $0) }) { first, _ in first }
    var layers = before.map { layer in
      Layer(name: layer.name, before: layer, after: rest.removeValue(forKey: layer.name))
    }
    for layer in after where rest[layer.name] != nil {
      layers.append(Layer(name: layer.name, before: nil, after: layer))
    }
    return layers
  }
}
