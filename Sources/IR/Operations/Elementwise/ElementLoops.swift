// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The loops behind elementwise operators: bytes are read and written as one element type, and the
/// function is given numbers of the widest type, so results are rounded once.

extension ElementTypes {
  /// Integers of 8 to 64 bits: those that operators calculate with.
  static let wideIntegers: Set<ElementType> = [
    .int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8,
  ]
  /// Floating-point numbers and integers that operators calculate with.
  static let arithmetic = floats.union(wideIntegers)
}

/// A standard floating-point element.
protocol FloatElement: TensorElement {
  init(rounding value: Double)
  var double: Double { get }
}

extension Double: FloatElement {
  init(rounding value: Double) { self = value }
  var double: Double { self }
}

extension Float: FloatElement {
  init(rounding value: Double) { self = Float(value) }
  var double: Double { Double(self) }
}

extension Float16: FloatElement {
  init(rounding value: Double) { self = Float16(value) }
  var double: Double { Double(self) }
}

extension BFloat16: FloatElement {
  init(rounding value: Double) { self = BFloat16(Float(value)) }
  var double: Double { Double(float) }
}

extension Tensor {
  /// `body` of each element, read and written as the given Swift types.
  ///
  /// - Precondition: both types are as wide as the elements they stand for.
  func mapElements<In: BitwiseCopyable, Out: BitwiseCopyable, Failure: Error>(
    to target: ElementType, _ body: (In) throws(Failure) -> Out
  ) throws(Failure) -> Tensor {
    precondition(MemoryLayout<In>.size * 8 == dtype.bitWidth)
    precondition(MemoryLayout<Out>.size * 8 == target.bitWidth)
    return try withUnsafeBytes { source throws(Failure) in
      try Tensor(uninitialized: target, shape: shape) { bytes throws(Failure) in
        let results = bytes.bindMemory(to: Out.self)
        for index in 0..<count {
          let offset = index * MemoryLayout<In>.size
          results[index] = try body(source.loadUnaligned(fromByteOffset: offset, as: In.self))
        }
      }
    }
  }

  /// `body` of each element of a floating-point tensor.
  ///
  /// - Precondition: the type is one of `ElementTypes.floats`.
  func mapFloats(_ body: (Double) -> Double) -> Tensor {
    switch dtype {
    case .float64: mapFloats(Double.self, body)
    case .float32: mapFloats(Float.self, body)
    case .float16: mapFloats(Float16.self, body)
    case .bfloat16: mapFloats(BFloat16.self, body)
    default: preconditionFailure("\(dtype) is no standard floating-point type")
    }
  }

  private func mapFloats<Element: FloatElement>(
    _ type: Element.Type, _ body: (Double) -> Double
  ) -> Tensor {
    mapElements(to: dtype) { (x: Element) in Element(rounding: body(x.double)) }
  }

  /// `signed` of each element of an integer tensor, or `unsigned` if the type is `uint64`; the low
  /// bits of the result are kept.
  ///
  /// - Precondition: the type is one of `ElementTypes.wideIntegers`.
  func mapIntegers(_ signed: (Int64) -> Int64, unsigned: (UInt64) -> UInt64) -> Tensor {
    switch dtype {
    case .int64: mapIntegers(Int64.self, signed)
    case .int32: mapIntegers(Int32.self, signed)
    case .int16: mapIntegers(Int16.self, signed)
    case .int8: mapIntegers(Int8.self, signed)
    case .uint64: mapElements(to: dtype, unsigned)
    case .uint32: mapIntegers(UInt32.self, signed)
    case .uint16: mapIntegers(UInt16.self, signed)
    case .uint8: mapIntegers(UInt8.self, signed)
    default: preconditionFailure("\(dtype) is no integer type of whole bytes")
    }
  }

  private func mapIntegers<Element: FixedWidthInteger & TensorElement>(
    _ type: Element.Type, _ body: (Int64) -> Int64
  ) -> Tensor {
    mapElements(to: dtype) { (x: Element) in Element(truncatingIfNeeded: body(Int64(x))) }
  }

  /// `body` of each pair of elements that broadcasting to `shape` brings together.
  ///
  /// - Precondition: both tensors broadcast to `shape`, and the Swift types are as wide as the
  ///   elements they stand for.
  static func combineElements<A: BitwiseCopyable, B: BitwiseCopyable, Out, Failure: Error>(
    _ a: Tensor, _ b: Tensor, to target: ElementType, _ shape: [Int],
    _ body: (A, B) throws(Failure) -> Out
  ) throws(Failure) -> Tensor where Out: BitwiseCopyable {
    precondition(MemoryLayout<A>.size * 8 == a.dtype.bitWidth)
    precondition(MemoryLayout<B>.size * 8 == b.dtype.bitWidth)
    precondition(MemoryLayout<Out>.size * 8 == target.bitWidth)
    let runs = BroadcastRuns(from: [a.shape, b.shape], to: shape)
    let (stepA, stepB) = (runs.steps[0], runs.steps[1])
    return try a.withUnsafeBytes { left throws(Failure) in
      try b.withUnsafeBytes { right throws(Failure) in
        try Tensor(uninitialized: target, shape: shape) { bytes throws(Failure) in
          let results = bytes.bindMemory(to: Out.self)
          try runs.forEach { (start, offsets) throws(Failure) in
            for index in 0..<runs.length {
              let offsetA = (offsets[0] + index * stepA) * MemoryLayout<A>.size
              let offsetB = (offsets[1] + index * stepB) * MemoryLayout<B>.size
              results[start + index] = try body(
                left.loadUnaligned(fromByteOffset: offsetA, as: A.self),
                right.loadUnaligned(fromByteOffset: offsetB, as: B.self))
            }
          }
        }
      }
    }
  }

  /// `body` of each broadcast pair of elements of two floating-point tensors of one type.
  ///
  /// - Precondition: the type is one of `ElementTypes.floats`.
  static func combineFloats(
    _ a: Tensor, _ b: Tensor, _ shape: [Int], _ body: (Double, Double) -> Double
  ) -> Tensor {
    switch a.dtype {
    case .float64: combineElements(a, b, to: a.dtype, shape, body)
    case .float32: combineFloats(a, b, shape, Float.self, body)
    case .float16: combineFloats(a, b, shape, Float16.self, body)
    case .bfloat16: combineFloats(a, b, shape, BFloat16.self, body)
    default: preconditionFailure("\(a.dtype) is no standard floating-point type")
    }
  }

  private static func combineFloats<Element: FloatElement>(
    _ a: Tensor, _ b: Tensor, _ shape: [Int], _ type: Element.Type,
    _ body: (Double, Double) -> Double
  ) -> Tensor {
    combineElements(a, b, to: a.dtype, shape) { (x: Element, y: Element) in
      Element(rounding: body(x.double, y.double))
    }
  }

  /// `signed` of each broadcast pair of elements of two integer tensors of one type, or `unsigned`
  /// if the type is `uint64`; the low bits of the result are kept.
  ///
  /// - Precondition: the type is one of `ElementTypes.wideIntegers`.
  static func combineIntegers(
    _ a: Tensor, _ b: Tensor, _ shape: [Int],
    _ signed: (Int64, Int64) throws(GraphError) -> Int64,
    unsigned: (UInt64, UInt64) throws(GraphError) -> UInt64
  ) throws(GraphError) -> Tensor {
    switch a.dtype {
    case .int64: try combineElements(a, b, to: a.dtype, shape, signed)
    case .int32: try combineIntegers(a, b, shape, Int32.self, signed)
    case .int16: try combineIntegers(a, b, shape, Int16.self, signed)
    case .int8: try combineIntegers(a, b, shape, Int8.self, signed)
    case .uint64: try combineElements(a, b, to: a.dtype, shape, unsigned)
    case .uint32: try combineIntegers(a, b, shape, UInt32.self, signed)
    case .uint16: try combineIntegers(a, b, shape, UInt16.self, signed)
    case .uint8: try combineIntegers(a, b, shape, UInt8.self, signed)
    default: preconditionFailure("\(a.dtype) is no integer type of whole bytes")
    }
  }

  private static func combineIntegers<Element: FixedWidthInteger & TensorElement>(
    _ a: Tensor, _ b: Tensor, _ shape: [Int], _ type: Element.Type,
    _ body: (Int64, Int64) throws(GraphError) -> Int64
  ) throws(GraphError) -> Tensor {
    try combineElements(a, b, to: a.dtype, shape) {
      (x: Element, y: Element) throws(GraphError) in
      Element(truncatingIfNeeded: try body(Int64(x), Int64(y)))
    }
  }
}
