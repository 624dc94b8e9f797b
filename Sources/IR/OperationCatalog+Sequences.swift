// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators on sequences and optionals.
  static let sequences: [any Operation.Type] = [
    ConcatFromSequence.self,
    OptionalConstruct.self,
    OptionalGetElement.self,
    OptionalHasElement.self,
    SequenceAt.self,
    SequenceConstruct.self,
    SequenceEmpty.self,
    SequenceErase.self,
    SequenceInsert.self,
    SequenceLength.self,
    SequenceMap.self,
    SplitToSequence.self,
  ]
}
