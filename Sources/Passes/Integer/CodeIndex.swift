// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// A tensor of codes behind a real one: what `DequantizeLinear` reads.
struct QuantizedValue {
  /// The codes, `uint8`.
  let codes: ValueID
  let scale: Float
  let zeroPoint: UInt8
}

/// Constant weights behind a real tensor: codes without zero point.
struct QuantizedWeights {
  let codes: ValueID
  let tensor: Tensor
  /// One for all, or one for each index of an axis.
  let scales: [Float]
}

/// What quantizes a value, and bounds on the way there.
struct Quantizer {
  /// The node that makes the codes.
  let node: Node
  let scale: Float
  let zeroPoint: UInt8
  /// Codes of the bounds of an activation in front of it.
  var low: UInt8 = 0
  var high: UInt8 = 255
  /// The real value that is quantized, before the activation.
  var source: ValueID
}

/// A graph's nodes as a rewriter of quantized ones looks at them.
struct CodeIndex {
  let index: GraphIndex

  init(_ graph: Graph) { index = GraphIndex(graph) }

  /// The one scale of a quantization, nil when it has more or is not a positive normal number.
  private func scale(_ value: ValueID?) -> Float? {
    guard let tensor = index.constant(value), tensor.dtype == .float32, tensor.count == 1 else {
      return nil
    }
    let scale = Float(tensor.double(at: 0))
    return scale.isNormal && scale > 0 ? scale : nil
  }

  /// The zero point of codes of one type, 0 when omitted; nil when it is not a constant scalar.
  private func zeroPoint(_ value: ValueID?, _ dtype: ElementType) -> UInt8? {
    guard let value else { return 0 }
    guard let tensor = index.constant(value), tensor.dtype == dtype, tensor.count == 1 else {
      return nil
    }
    return UInt8(exactly: tensor.integer(at: 0))
  }

  /// The codes behind a value, nil when it is not dequantized from `uint8` by one scale.
  func quantized(_ value: ValueID?) -> QuantizedValue? {
    guard let node = index.maker(of: value), let operation = node.operation as? DequantizeLinear,
      operation.blockSize == 0, operation.outputType.map({ $0 == .float32 }) ?? true,
      let codes = node.input(0), index.tensorType(codes)?.dtype == .uint8,
      let scale = scale(node.input(1)), let zero = zeroPoint(node.input(2), .uint8)
    else { return nil }
    return QuantizedValue(codes: codes, scale: scale, zeroPoint: zero)
  }

  /// The weights behind a value whose `count` outputs are along `axis`.
  func weights(_ value: ValueID?, axis: Int, count: Int) -> QuantizedWeights? {
    guard let node = index.maker(of: value), let operation = node.operation as? DequantizeLinear,
      operation.blockSize == 0, operation.outputType.map({ $0 == .float32 }) ?? true,
      let codes = node.input(0), let tensor = index.constant(codes), tensor.dtype == .int8,
      let scaleTensor = index.constant(node.input(1)), scaleTensor.dtype == .float32
    else { return nil }
    if let zero = node.input(2) {
      guard let zeros = index.constant(zero), zeros.isFilled(with: 0) else { return nil }
    }
    let scales = scaleTensor.array(of: Float.self)
    guard scales.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
    if scales.count == 1 {
      return QuantizedWeights(
        codes: codes, tensor: tensor, scales: Array(repeating: scales[0], count: count))
    }
    let position = operation.axis < 0 ? operation.axis + tensor.rank : operation.axis
    guard position == axis, scales.count == count else { return nil }
    return QuantizedWeights(codes: codes, tensor: tensor, scales: scales)
  }

  /// What a node that makes `uint8` codes by one scale quantizes.
  func quantizer(_ node: Node) -> Quantizer? {
    guard let operation = node.operation as? QuantizeLinear, operation.blockSize == 0,
      operation.precision.map({ $0 == .float32 }) ?? true, let source = node.input(0),
      index.tensorType(source)?.dtype == .float32, index.tensorType(node.output)?.dtype == .uint8,
      let scale = scale(node.input(1)), let zero = zeroPoint(node.input(2), .uint8)
    else { return nil }
    var quantizer = Quantizer(node: node, scale: scale, zeroPoint: zero, source: source)
    // A bound commutes with rounding to codes.
    if let maker = index.privateMaker(of: source), let input = maker.input(0),
      let activation = Activation(
        maker.operation, operands: index.graph.operandTypes(of: maker))
    {
      let code = { (value: Double) in
        UInt8(
          LinearQuantization.quantize(
            Float(value), scale: scale, zeroPoint: Int64(zero), in: 0...255))
      }
      switch activation {
      case .relu:
        (quantizer.low, quantizer.source) = (zero, input)
      case .clip(let low, let high) where !low.isNaN && !high.isNaN:
        (quantizer.low, quantizer.high) = (code(low), code(high))
        quantizer.source = input
      default: break
      }
    }
    return quantizer
  }

  /// What takes sums of products to units of the result's scale; nil when it is no number.
  func multipliers(_ x: QuantizedValue, _ weights: QuantizedWeights, _ output: Float) -> Tensor? {
    let values = weights.scales.map { LinearQuantization.multiplier(x.scale, $0, output: output) }
    return values.allSatisfy(\.isFinite) ? Tensor(values) : nil
  }

  /// The real numbers of a constant, or of dequantized constant codes with one scale.
  func numbers(_ value: ValueID?) -> Tensor? {
    if let constant = index.constant(value) {
      return constant.dtype == .float32 ? constant : nil
    }
    guard let node = index.maker(of: value), node.operation is DequantizeLinear,
      let codes = index.constant(node.input(0)), let scale = scale(node.input(1)),
      node.input(2) == nil || index.constant(node.input(2))?.count == 1
    else { return nil }
    let zero = index.constant(node.input(2))?.integer(at: 0) ?? 0
    let values = codes.int64s().map {
      LinearQuantization.dequantize($0, scale: scale, zeroPoint: zero)
    }
    return Tensor(values, shape: codes.shape)
  }

  /// A number for each channel of a tensor of a type, from constants that broadcast along all other
  /// axes; nil for others.
  func channelNumbers(_ value: ValueID?, _ type: TensorType?) -> [Double]? {
    guard let tensor = numbers(value), let dimensions = type?.dimensions, dimensions.count >= 2,
      let channels = dimensions[1].value
    else { return nil }
    if tensor.count == 1, tensor.rank <= dimensions.count {
      return Array(repeating: tensor.double(at: 0), count: channels)
    }
    // Counted from the end, the channels have the place of all but two axes.
    let axis = tensor.rank - (dimensions.count - 1)
    guard tensor.count == channels, axis >= 0, tensor.shape[axis] == channels,
      tensor.rank <= dimensions.count
    else { return nil }
    return tensor.doubles()
  }

  /// A bias, in units of the products of both scales; nil when it does not fit or is not constant.
  func bias(_ value: ValueID?, _ x: QuantizedValue, _ weights: QuantizedWeights) -> Tensor? {
    let count = weights.scales.count
    guard let value else { return Tensor([Int32](repeating: 0, count: count)) }
    let units = weights.scales.map { x.scale * $0 }
    guard let numbers = biasNumbers(value, units) else { return nil }
    let spread = numbers.count == 1 ? Array(repeating: numbers[0], count: count) : numbers
    guard spread.count == count else { return nil }
    var codes: [Int32] = []
    for (number, unit) in zip(spread, units) {
      let code = unit == 0 ? 0 : (number / Double(unit)).rounded(.toNearestOrEven)
      guard let code = Int32(exactly: code) else { return nil }
      codes.append(code)
    }
    return Tensor(codes)
  }

  /// The real numbers of a bias; of one that has the scale of the products, up to rounding, those
  /// that give its codes back.
  private func biasNumbers(_ value: ValueID, _ units: [Float]) -> [Double]? {
    if let constant = index.constant(value), constant.dtype == .float32 {
      return constant.doubles()
    }
    guard let node = index.maker(of: value), let operation = node.operation as? DequantizeLinear,
      operation.blockSize == 0, let codes = index.constant(node.input(0)), codes.dtype == .int32,
      let scales = index.constant(node.input(1)), scales.dtype == .float32,
      index.constant(node.input(2)).map({ $0.isFilled(with: 0) }) ?? (node.input(2) == nil)
    else { return nil }
    let factors = scales.array(of: Float.self)
    let integers = codes.int64s()
    guard integers.count == units.count || integers.count == 1,
      factors.count == 1 || factors.count == integers.count
    else { return nil }
    return integers.enumerated().map { index, code in
      let factor = factors[factors.count == 1 ? 0 : index]
      let unit = units[integers.count == 1 ? 0 : index]
      let isUnit = abs(factor - unit) <= 1e-6 * unit
      return Double(code) * Double(isUnit ? unit : factor)
    }
  }
}
