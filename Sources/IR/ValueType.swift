// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// The extent of one axis as far as it is known before running.
public enum Dimension: Hashable, Sendable, CustomStringConvertible {
  /// Always this extent.
  case fixed(Int)
  /// Chosen by the caller; equal names are equal extents.
  case symbolic(String)
  /// Not known.
  case unknown

  /// The extent if it is fixed.
  public var value: Int? {
    if case .fixed(let value) = self { value } else { nil }
  }

  /// A number, a name or `?`.
  public var description: String {
    switch self {
    case .fixed(let value): "\(value)"
    case .symbolic(let name): name
    case .unknown: "?"
    }
  }

  /// Whether both could be the same extent.
  public func isCompatible(with other: Dimension) -> Bool {
    guard let value, let otherValue = other.value else { return true }
    return value == otherValue
  }
}

/// Element type and shape of a tensor, the shape as far as it is known.
public struct TensorType: Hashable, Sendable, CustomStringConvertible {
  /// Element type.
  public var dtype: ElementType
  /// Extent of each axis, or nil when not even the rank is known.
  public var dimensions: [Dimension]?

  /// A type with the given, possibly dynamic, dimensions.
  public init(_ dtype: ElementType, dimensions: [Dimension]?) {
    (self.dtype, self.dimensions) = (dtype, dimensions)
  }

  /// A type with a fixed shape.
  public init(_ dtype: ElementType, _ shape: [Int]) {
    self.init(dtype, dimensions: shape.map(Dimension.fixed))
  }

  /// Number of axes if known.
  public var rank: Int? { dimensions?.count }

  /// The shape if every extent is fixed.
  public var shape: [Int]? {
    guard let dimensions else { return nil }
    var shape: [Int] = []
    for dimension in dimensions {
      guard let value = dimension.value else { return nil }
      shape.append(value)
    }
    return shape
  }

  /// For example `float32[N, 3, 224, 224]`, or `float32[…]` when the rank is unknown.
  public var description: String {
    guard let dimensions else { return "\(dtype)[…]" }
    return "\(dtype)[\(dimensions.map(\.description).joined(separator: ", "))]"
  }

  /// Whether one tensor could have both types.
  public func isCompatible(with other: TensorType) -> Bool {
    guard dtype == other.dtype else { return false }
    guard let dimensions, let others = other.dimensions else { return true }
    return dimensions.count == others.count
      && zip(dimensions, others).allSatisfy { $0.isCompatible(with: $1) }
  }

  /// All that either type knows. Fixed extents win over names, names over unknowns.
  ///
  /// - Precondition: the types are compatible.
  public func merged(with other: TensorType) -> TensorType {
    guard let dimensions else { return other }
    guard let others = other.dimensions else { return self }
    let merged = zip(dimensions, others).map { a, b in
      a.value != nil ? a : b.value != nil ? b : a == .unknown ? b : a
    }
    return TensorType(dtype, dimensions: merged)
  }
}

/// The type of a value that flows along an edge of a graph.
public indirect enum ValueType: Hashable, Sendable, CustomStringConvertible {
  /// A tensor.
  case tensor(TensorType)
  /// A list of tensors of one element type; their shapes may differ.
  case sequence(TensorType)
  /// A value or nothing.
  case optional(ValueType)

  /// A tensor with a fixed shape.
  public static func tensor(_ dtype: ElementType, _ shape: [Int]) -> ValueType {
    .tensor(TensorType(dtype, shape))
  }

  /// A tensor with dynamic dimensions, or of unknown rank when nil.
  public static func tensor(_ dtype: ElementType, dimensions: [Dimension]?) -> ValueType {
    .tensor(TensorType(dtype, dimensions: dimensions))
  }

  /// The tensor type if this is a tensor.
  public var tensorType: TensorType? {
    if case .tensor(let type) = self { type } else { nil }
  }

  /// For example `float32[1, 3]`, `sequence<int64[…]>`, `optional<…>`.
  public var description: String {
    switch self {
    case .tensor(let type): type.description
    case .sequence(let type): "sequence<\(type)>"
    case .optional(let type): "optional<\(type)>"
    }
  }

  /// Whether one value could have both types.
  public func isCompatible(with other: ValueType) -> Bool {
    switch (self, other) {
    case (.tensor(let a), .tensor(let b)): a.isCompatible(with: b)
    // Members of a sequence may differ in shape, so only the element type binds.
    case (.sequence(let a), .sequence(let b)): a.dtype == b.dtype
    case (.optional(let a), .optional(let b)): a.isCompatible(with: b)
    default: false
    }
  }

  /// All that either type knows.
  ///
  /// - Precondition: the types are compatible.
  public func merged(with other: ValueType) -> ValueType {
    switch (self, other) {
    case (.tensor(let a), .tensor(let b)): .tensor(a.merged(with: b))
    case (.optional(let a), .optional(let b)): .optional(a.merged(with: b))
    default: self
    }
  }
}
