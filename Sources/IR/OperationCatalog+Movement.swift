// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators that move elements and change shapes.
  static let movement: [any Operation.Type] = [
    Concat.self,
    ConstantOfShape.self,
    Expand.self,
    Flatten.self,
    Gather.self,
    Pad.self,
    Reshape.self,
    Shape.self,
    Size.self,
    Slice.self,
    Split.self,
    Squeeze.self,
    Transpose.self,
    Unsqueeze.self,
  ]
}
