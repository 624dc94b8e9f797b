// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators that draw random numbers.
  static let random: [any Operation.Type] = [
    Bernoulli.self, Multinomial.self, RandomNormal.self, RandomNormalLike.self,
    RandomUniform.self, RandomUniformLike.self,
  ]
}
