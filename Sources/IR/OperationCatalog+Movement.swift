// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators that move elements and change shapes.
  static let movement: [any Operation.Type] = [
    Compress.self,
    Concat.self,
    ConstantOfShape.self,
    DepthToSpace.self,
    Expand.self,
    EyeLike.self,
    Flatten.self,
    Gather.self,
    GatherElements.self,
    GatherND.self,
    NonMaxSuppression.self,
    NonZero.self,
    NumberRange.self,
    OneHot.self,
    Pad.self,
    Reshape.self,
    ReverseSequence.self,
    ScatterElements.self,
    ScatterND.self,
    Shape.self,
    Size.self,
    Slice.self,
    SpaceToDepth.self,
    Split.self,
    Squeeze.self,
    TensorScatter.self,
    Tile.self,
    Transpose.self,
    Trilu.self,
    Unique.self,
    Unsqueeze.self,
  ]
}
