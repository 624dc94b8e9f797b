// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// What flows along an edge of a graph while it runs.
public enum RuntimeValue: Hashable, Sendable {
  /// A tensor.
  case tensor(Tensor)
  /// Tensors of one element type. The type is kept for the empty sequence.
  case sequence(ElementType, [Tensor])
  /// A value of the given type, or nothing.
  indirect case optional(ValueType, RuntimeValue?)

  /// The tensor if this is one.
  public var tensor: Tensor? {
    if case .tensor(let tensor) = self { tensor } else { nil }
  }

  /// Takes the tensor out if this is one and leaves an empty sequence behind, so that the caller is
  /// the one owner of what was taken.
  package mutating func takeTensor() -> Tensor? {
    guard case .tensor(let tensor) = self else { return nil }
    self = .sequence(.float32, [])
    return tensor
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
