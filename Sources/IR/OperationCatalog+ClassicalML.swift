// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Models other than neural networks, and what prepares their features.
  static let classicalML: [any Operation.Type] = [
    ArrayFeatureExtractor.self, Binarizer.self, Normalizer.self, Scaler.self, TreeEnsemble.self,
  ]
}
