// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// An operator that combines the elements of two tensors of one type, with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type.
/// - Outputs: `c`, the broadcast shape, the same element type. Floating-point numbers are computed
///   in double precision and rounded once; integers wrap around.
public protocol BinaryArithmeticOperation: Operation {
  /// Element types of the inputs. Default: floating-point numbers and integers of 8 to 64 bits.
  static var elementTypes: Set<ElementType> { get }
  /// The function of floating-point numbers.
  func apply(_ a: Double, _ b: Double) -> Double
  /// The function of integers: `Int64`, or `UInt64` for `uint64`.
  ///
  /// - Throws: for integers outside the function's domain.
  func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) throws(GraphError) -> Integer
}

extension BinaryArithmeticOperation {
  public static var elementTypes: Set<ElementType> { ElementTypes.arithmetic }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 2...2, in: Self.elementTypes)
    let dimensions = try TensorType.broadcastDimensions(types)
    return [.tensor(types[0].dtype, dimensions: dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try combine(try inputs.tensor(0), try inputs.tensor(1)))]
  }

  /// The function of each broadcast pair of elements.
  func combine(_ a: Tensor, _ b: Tensor) throws(GraphError) -> Tensor {
    let shape = try Tensor.broadcastShape(a, b)
    if a.dtype.isInteger {
      return try Tensor.combineIntegers(
        a, b, shape, { x, y throws(GraphError) in try apply(x, y) },
        unsigned: { x, y throws(GraphError) in try apply(x, y) })
    }
    return Tensor.combineFloats(a, b, shape) { apply($0, $1) }
  }
}

/// An operator that combines the bits of two integers, with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one integer type.
/// - Outputs: `c`, the broadcast shape, the same element type.
public protocol BinaryIntegerOperation: Operation {
  /// Element types of the inputs. Default: integers of 8 to 64 bits.
  static var elementTypes: Set<ElementType> { get }
  /// The function of integers: `Int64`, or `UInt64` for `uint64`.
  func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) -> Integer
}

extension BinaryIntegerOperation {
  public static var elementTypes: Set<ElementType> { ElementTypes.wideIntegers }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 2...2, in: Self.elementTypes)
    let dimensions = try TensorType.broadcastDimensions(types)
    return [.tensor(types[0].dtype, dimensions: dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(1))
    let shape = try Tensor.broadcastShape(a, b)
    return [
      .tensor(
        try Tensor.combineIntegers(a, b, shape, { apply($0, $1) }, unsigned: { apply($0, $1) }))
    ]
  }
}

/// A logical function of two truth values, with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, `bool`.
/// - Outputs: `c`, the broadcast shape, `bool`.
public protocol LogicalOperation: Operation {
  /// The function.
  func apply(_ a: Bool, _ b: Bool) -> Bool
}

extension LogicalOperation {
  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 2...2, in: ElementTypes.bool)
    return [.tensor(.bool, dimensions: try TensorType.broadcastDimensions(types))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(1))
    let shape = try Tensor.broadcastShape(a, b)
    // Read as bytes: a file may hold truth values other than 0 and 1.
    let result = Tensor.combineElements(a, b, to: .bool, shape) { (x: UInt8, y: UInt8) in
      apply(x != 0, y != 0)
    }
    return [.tensor(result)]
  }
}

/// A comparison of two tensors of one type, with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type.
/// - Outputs: `c`, the broadcast shape, `bool`. Comparisons with NaN are false.
public protocol ComparisonOperation: Operation {
  /// Element types of the inputs. Default: floating-point numbers and integers of 8 to 64 bits.
  static var elementTypes: Set<ElementType> { get }
  /// The relation.
  func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool
}

extension ComparisonOperation {
  public static var elementTypes: Set<ElementType> { ElementTypes.arithmetic }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 2...2, in: Self.elementTypes)
    return [.tensor(.bool, dimensions: try TensorType.broadcastDimensions(types))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(1))
    return [.tensor(compare(a, b, try Tensor.broadcastShape(a, b)))]
  }

  private func compare(_ a: Tensor, _ b: Tensor, _ shape: [Int]) -> Tensor {
    switch a.dtype {
    case .float64: compare(a, b, shape) { (x: Double) in x }
    case .float32: compare(a, b, shape) { (x: Float) in x }
    case .float16: compare(a, b, shape) { (x: Float16) in x }
    case .bfloat16: compare(a, b, shape) { (x: BFloat16) in x.float }
    case .int64: compare(a, b, shape) { (x: Int64) in x }
    case .int32: compare(a, b, shape) { (x: Int32) in x }
    case .int16: compare(a, b, shape) { (x: Int16) in x }
    case .int8: compare(a, b, shape) { (x: Int8) in x }
    case .uint64: compare(a, b, shape) { (x: UInt64) in x }
    case .uint32: compare(a, b, shape) { (x: UInt32) in x }
    case .uint16: compare(a, b, shape) { (x: UInt16) in x }
    case .uint8: compare(a, b, shape) { (x: UInt8) in x }
    case .bool: compare(a, b, shape) { (x: UInt8) in x == 0 ? 0 : 1 }
    case .string: compareStrings(a, b, shape)
    default: preconditionFailure("\(a.dtype) elements are not compared")
    }
  }

  private func compare<Element: BitwiseCopyable, Key: Comparable>(
    _ a: Tensor, _ b: Tensor, _ shape: [Int], key: (Element) -> Key
  ) -> Tensor {
    Tensor.combineElements(a, b, to: .bool, shape) { (x: Element, y: Element) in
      holds(key(x), key(y))
    }
  }

  /// Equal strings compare as 0 and 0, others as 1 and 0.
  private func compareStrings(_ a: Tensor, _ b: Tensor, _ shape: [Int]) -> Tensor {
    let (left, right) = (a.strings, b.strings)
    let runs = BroadcastRuns(from: [a.shape, b.shape], to: shape)
    var result: [Bool] = []
    runs.forEach { _, offsets in
      for index in 0..<runs.length {
        let x = left[offsets[0] + index * runs.steps[0]]
        let y = right[offsets[1] + index * runs.steps[1]]
        // Bytes count: Swift's `==` would take canonically equivalent spellings for equal.
        result.append(holds(x.utf8.elementsEqual(y.utf8) ? 0 : 1, 0))
      }
    }
    return Tensor(result, shape: shape)
  }
}

/// An operator that folds any number of tensors of one type into one, with broadcasting.
///
/// - Inputs: one or more, shapes that broadcast, one element type.
/// - Outputs: the broadcast shape, the same element type.
public protocol VariadicOperation: Operation {
  /// Element types of the inputs.
  static var elementTypes: Set<ElementType> { get }
}

extension VariadicOperation {
  /// The element type of the first input and the broadcast shape of all.
  func foldedTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 1...Int.max, in: Self.elementTypes)
    let dimensions = try TensorType.broadcastDimensions(types)
    return [.tensor(types[0].dtype, dimensions: dimensions)]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let shape = (try? outputTypes(inputs))?.first?.tensorType?.shape
    let elements = shape.flatMap(ShapeMath.elementCount) ?? 0
    let (total, overflow) = elements.multipliedReportingOverflow(by: max(inputs.count - 1, 1))
    return Cost(elementOperations: overflow ? Int.max : total)
  }

  /// The inputs, folded by `operation` from the first to the last.
  func fold(
    _ inputs: Operands, _ operation: some BinaryArithmeticOperation
  ) throws(GraphError) -> Tensor {
    var result = try inputs.tensor(0)
    for index in 1..<max(inputs.count, 1) {
      result = try operation.combine(result, try inputs.tensor(index))
    }
    return result
  }

  /// The sum of the inputs in double precision.
  func doubleSum(_ inputs: Operands) throws(GraphError) -> Tensor {
    var sum = try inputs.tensor(0).asDoubles
    for index in 1..<max(inputs.count, 1) {
      sum = try Add().combine(sum, try inputs.tensor(index).asDoubles)
    }
    return sum
  }
}

extension Tensor {
  /// The same numbers as `float64`.
  var asDoubles: Tensor {
    dtype == .float64 ? self : Tensor(doubles: doubles(), dtype: .float64, shape: shape)
  }
}

/// The larger number; NaN when one is NaN, as NumPy's `maximum`.
func maximum(_ a: Double, _ b: Double) -> Double { a.isNaN ? a : b.isNaN ? b : max(a, b) }

/// The smaller number; NaN when one is NaN, as NumPy's `minimum`.
func minimum(_ a: Double, _ b: Double) -> Double { a.isNaN ? a : b.isNaN ? b : min(a, b) }
