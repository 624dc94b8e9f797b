// SPDX-License-Identifier: Apache-2.0

extension Pipeline {
  /// Makes a graph as small as it can be while it stays standard ONNX and gives the same values up
  /// to rounding.
  public static let simplification = Pipeline([
    RepeatedPasses([
      ConstantFolding(),
      ShapePropagation(),
      IdentityElimination(),
      CommonSubexpressionElimination(),
      ReshapeElimination(),
      TransposeElimination(),
      PadFolding(),
      BatchNormFolding(),
      GemmFusion(),
      DeadCodeElimination(),
    ])
  ])

  /// Makes quantized operators integer ones, wherever they are recognized.
  static let integers: [any Pass] = [
    QLinearExpansion(),
    UnsignedCodes(),
    CodePassing(),
    IntegerFusion(),
    DeadCodeElimination(),
    IntegerSumFusion(),
    DeadCodeElimination(),
  ]

  /// ``simplification``, integer operators, then fusion of activations and residual sums: what the
  /// runtime plans.
  ///
  /// Residual sums fuse only where both shapes are known to be equal, so a graph with dynamic
  /// shapes is specialized to its inputs first. ``Unfusing`` makes the result standard again.
  public static let inference = Pipeline(
    simplification.passes + [
      ActivationRecognition()
    ] + integers + [
      ResidualFusion(),
      ActivationFusion(),
      DeadCodeElimination(),
    ])
}
