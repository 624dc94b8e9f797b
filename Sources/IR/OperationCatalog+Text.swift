// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators on texts and tokens.
  static let text: [any Operation.Type] = [
    LabelEncoder.self,
    RegexFullMatch.self,
    StringConcat.self,
    StringNormalizer.self,
    StringSplit.self,
    TfIdfVectorizer.self,
  ]
}
