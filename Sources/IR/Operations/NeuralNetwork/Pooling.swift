// SPDX-License-Identifier: Apache-2.0
import Tensors

/// What poolings with a window share.
protocol WindowPooling: Operation {
  /// Extents of the window, one for each spatial axis.
  var kernel: [Int] { get }
  /// How the window moves.
  var window: SlidingWindow { get }
  /// Element types that are taken.
  static var inputTypes: Set<ElementType> { get }
}

extension WindowPooling {
  static var inputTypes: Set<ElementType> { ElementTypes.floats }

  /// The type of the pooled tensor.
  func pooledType(_ inputs: OperandTypes) throws(GraphError) -> TensorType {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: Self.inputTypes)
    try x.expectRank(spatialRanks, "the input")
    try SlidingWindow.check(kernel: kernel)
    guard !kernel.isEmpty else {
      throw GraphError(.invalidAttribute, "kernel_shape is empty, expected an extent for each axis")
    }
    let rank = kernel.count + 2
    let dimensions = x.dimensions ?? [Dimension](repeating: .unknown, count: rank)
    let spatial = try window.outputDimensions(
      input: Array(dimensions.dropFirst(2)), kernel: kernel.map(Dimension.fixed))
    return TensorType(x.dtype, dimensions: dimensions.prefix(2) + spatial)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    [.tensor(try pooledType(inputs))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    guard let output = (try? pooledType(inputs))?.shape else { return Cost() }
    return Cost(elementOperations: ShapeMath.elementCount(output + kernel) ?? .max)
  }

  /// The geometry over `x`.
  func geometry(_ x: Tensor) throws(GraphError) -> WindowGeometry {
    try window.geometry(input: Array(x.shape.dropFirst(2)), kernel: kernel)
  }

  /// Pools each window of each plane to one number.
  ///
  /// - Parameter pool: Gets the window's position, its values on the input, and the window's taps.
  func pooled(
    _ x: Tensor, _ context: EvaluationContext,
    _ pool: (_ geometry: WindowGeometry, _ position: [Int], _ values: [Double]) -> Double
  ) throws(GraphError) -> Tensor {
    let geometry = try geometry(x)
    let shape = Array(x.shape.prefix(2)) + geometry.output
    let planes = try checkedProduct(x.shape.prefix(2))
    let inputPlane = try checkedProduct(geometry.input)
    let outputPlane = try checkedProduct(geometry.output)
    let samples = x.doubles()
    var result = [Double](repeating: 0, count: try checkedProduct(shape))
    try geometry.forEachWindow { number, position, taps throws(GraphError) in
      try context.checkDeadline()
      for plane in 0..<planes {
        let values = taps.map { samples[plane * inputPlane + $0.offset] }
        result[plane * outputPlane + number] = pool(geometry, position, values)
      }
    }
    return Tensor(doubles: result, dtype: x.dtype, shape: shape)
  }
}

/// What poolings over all spatial positions share.
protocol GlobalPooling: Operation {
  /// One number for all values of a plane.
  func pool(_ values: ArraySlice<Double>) -> Double
}

extension GlobalPooling {
  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    try x.expectRank(2...64, "the input")
    guard let dimensions = x.dimensions else { return [.tensor(x)] }
    let ones = [Dimension](repeating: .fixed(1), count: dimensions.count - 2)
    return [.tensor(x.dtype, dimensions: dimensions.prefix(2) + ones)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let planes = try checkedProduct(x.shape.prefix(2))
    let plane = try checkedProduct(x.shape.dropFirst(2))
    let samples = x.doubles()
    let result = (0..<planes).map { pool(samples[$0 * plane..<($0 + 1) * plane]) }
    let shape = x.shape.prefix(2) + [Int](repeating: 1, count: x.rank - 2)
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: Array(shape)))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let shape = inputs[0]?.tensorType?.shape
    return Cost(elementOperations: shape.flatMap(ShapeMath.elementCount) ?? 0)
  }
}
