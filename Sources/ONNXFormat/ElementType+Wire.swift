// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension ElementType {
  /// ONNX `TensorProto.DataType` numbers, in both directions.
  private static let wireNumbers: [(ElementType, Wire_TensorProto.DataType)] = [
    (.float32, .float), (.uint8, .uint8), (.int8, .int8), (.uint16, .uint16), (.int16, .int16),
    (.int32, .int32), (.int64, .int64), (.string, .string), (.bool, .bool), (.float16, .float16),
    (.float64, .double), (.uint32, .uint32), (.uint64, .uint64), (.bfloat16, .bfloat16),
    (.float8E4M3FN, .float8E4M3Fn), (.float8E4M3FNUZ, .float8E4M3Fnuz),
    (.float8E5M2, .float8E5M2), (.float8E5M2FNUZ, .float8E5M2Fnuz), (.uint4, .uint4),
    (.int4, .int4),
  ]

  private static let byNumber = Dictionary(
    uniqueKeysWithValues: wireNumbers.map { ($1.rawValue, $0) })
  private static let numbers = Dictionary(
    uniqueKeysWithValues: wireNumbers.map { ($0, $1.rawValue) })

  /// The element type of an ONNX data type number.
  ///
  /// - Throws: `unsupported` for complex and sub-4-bit types, `invalidModel` for no type at all.
  package init(onnx number: Int, place: String) throws(ONNXError) {
    if let type = Self.byNumber[number] {
      self = type
    } else if number != 0, let known = Wire_TensorProto.DataType(rawValue: number) {
      throw ONNXError(.unsupported, at: place, "element type \(known) is not supported")
    } else {
      throw ONNXError(.invalidModel, at: place, "element type \(number) does not exist")
    }
  }

  /// The ONNX data type number.
  package var onnxNumber: Int { Self.numbers[self] ?? 0 }
}

extension ValueType {
  /// The type that a `TypeProto` describes, nil when it says nothing.
  ///
  /// - Throws: `unsupported` for maps, sparse and opaque types; `invalidModel` for negative
  ///   dimensions.
  init?(onnx type: Wire_TypeProto, place: String) throws(ONNXError) {
    switch type.value {
    case .tensorType(let tensor):
      self = .tensor(
        try TensorType(onnx: tensor.elemType, tensor.hasShape ? tensor.shape : nil, place: place))
    case .sequenceType(let sequence):
      guard let element = try ValueType(onnx: sequence.elemType, place: place)?.tensorType else {
        throw ONNXError(.unsupported, at: place, "only sequences of tensors are supported")
      }
      self = .sequence(element)
    case .optionalType(let optional):
      guard let element = try ValueType(onnx: optional.elemType, place: place) else {
        throw ONNXError(.invalidModel, at: place, "optional without an element type")
      }
      self = .optional(element)
    case .mapType: throw ONNXError(.unsupported, at: place, "map types are not supported")
    case .sparseTensorType:
      throw ONNXError(.unsupported, at: place, "sparse tensor types are not supported")
    case .opaqueType: throw ONNXError(.unsupported, at: place, "opaque types are not supported")
    case nil: return nil
    }
  }

  /// The type as a `TypeProto`.
  var onnx: Wire_TypeProto {
    var type = Wire_TypeProto()
    switch self {
    case .tensor(let tensor):
      type.tensorType.elemType = Int32(tensor.dtype.onnxNumber)
      if let dimensions = tensor.dimensions {
        type.tensorType.shape.dim = dimensions.map { dimension in
          var dim = Wire_TensorShapeProto.Dimension()
          switch dimension {
          case .fixed(let value): dim.dimValue = Int64(value)
          case .symbolic(let name): dim.dimParam = name
          case .unknown: break
          }
          return dim
        }
        // An empty shape is a scalar; it must be present to mean so.
        if dimensions.isEmpty { type.tensorType.shape = Wire_TensorShapeProto() }
      }
    case .sequence(let tensor): type.sequenceType.elemType = ValueType.tensor(tensor).onnx
    case .optional(let element): type.optionalType.elemType = element.onnx
    }
    return type
  }
}

extension TensorType {
  init(onnx number: Int32, _ shape: Wire_TensorShapeProto?, place: String) throws(ONNXError) {
    self.init(try ElementType(onnx: Int(number), place: place), dimensions: nil)
    guard let shape else { return }
    var dimensions: [Dimension] = []
    for dim in shape.dim {
      switch dim.value {
      case .dimValue(let value) where value >= 0: dimensions.append(.fixed(Int(value)))
      // Exporters write -1 for "any".
      case .dimValue(-1): dimensions.append(.unknown)
      case .dimValue(let value):
        throw ONNXError(.invalidModel, at: place, "dimension \(value) is negative")
      case .dimParam(let name): dimensions.append(name.isEmpty ? .unknown : .symbolic(name))
      case nil: dimensions.append(.unknown)
      }
    }
    self.dimensions = dimensions
  }
}
