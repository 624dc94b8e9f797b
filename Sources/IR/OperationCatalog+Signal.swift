// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Fourier transforms and what goes with them.
  static let signal: [any Operation.Type] = [
    BlackmanWindow.self, HammingWindow.self, HannWindow.self, DFT.self, STFT.self,
    MelWeightMatrix.self,
  ]
}
