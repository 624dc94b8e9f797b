// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// What flows along an edge of a graph while it runs.
public indirect enum RuntimeValue: Hashable, Sendable {
  /// A tensor.
  case tensor(Tensor)
  /// Tensors of one element type. The type is kept for the empty sequence.
  case sequence(ElementType, [Tensor])
  /// A value of the given type, or nothing.
  case optional(ValueType, RuntimeValue?)

  /// The tensor if this is one.
  public var tensor: Tensor? {
    if case .tensor(let tensor) = self { tensor } else { nil }
  }

  /// The exact type.
  public var type: ValueType {
    switch self {
    case .tensor(let tensor): .tensor(tensor.dtype, tensor.shape)
    case .sequence(let dtype, _): .sequence(TensorType(dtype, dimensions: nil))
    case .optional(let type, _): .optional(type)
    }
  }
}
