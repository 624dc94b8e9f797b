// SPDX-License-Identifier: Apache-2.0
import IR

/// The rules of thumb that a recipe for quantization should keep, and which of them one breaks.
///
/// - Source: Krishnamoorthi, "Quantizing deep convolutional networks for efficient inference",
///   arXiv:1806.08342, sections 3 and 6; Jacob et al., arXiv:1712.05877.
struct QuantizationRules {
  /// One sentence for each broken rule.
  let notes: [String]

  init(_ pass: PostTrainingQuantization) {
    var notes: [String] = []
    if pass.activations.isSymmetric {
      notes.append(
        "rule: activations are asymmetric; symmetric codes waste half of their range behind a Relu")
    }
    if pass.weights.granularity == .tensor {
      notes.append("rule: weights have a scale for each output channel; here it is one a tensor")
    }
    if pass.activations.granularity != .tensor {
      notes.append("rule: activations have one scale a tensor, or sums cannot stay integers")
    }
    if pass.activations.bits < pass.weights.bits {
      notes.append(
        "rule: weights are narrowed before activations; here activations have "
          + "\(pass.activations.bits) bits and weights \(pass.weights.bits)")
    }
    if pass.weights.bits < 8 || pass.activations.bits < 8 {
      notes.append("rule: below 8 bits a network is fine-tuned; this pass does not train")
    }
    self.notes = notes
  }
}
