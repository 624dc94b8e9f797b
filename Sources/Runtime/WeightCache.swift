// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Tensors

/// Weights in the forms that kernels want, shared by all plans of a model.
///
/// A plan for another batch or image size so costs no second copy.
final class WeightCache: Sendable {
  private struct Key: Hashable {
    let name: String
    let form: String
  }

  private let entries = Mutex<[Key: (source: Tensor, prepared: Tensor)]>([:])

  /// The prepared form of the constant called `name`, made at first use.
  func prepared(
    _ name: String, form: String, tensor: Tensor, _ make: (Tensor) -> Tensor
  ) -> Tensor {
    entries.withLock { entries in
      let key = Key(name: name, form: form)
      // A folded constant may differ from plan to plan under the same name.
      if let entry = entries[key], entry.source.isIdentical(to: tensor) { return entry.prepared }
      let prepared = make(tensor)
      // From now on the prepared form is read, not the file.
      tensor.releasePages()
      entries[key] = (tensor, prepared)
      return prepared
    }
  }
}
