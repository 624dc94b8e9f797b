// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import SwiftProtobuf

/// Bytes that differ from place to place, so that a misplaced payload is noticed.
func sampleBytes(_ count: Int, _ salt: Int) -> Data {
  Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8 &+ salt) })
}

/// A tensor with `count` bytes of `raw_data`.
func rawTensor(_ name: String, count: Int, salt: Int = 0) -> Wire_TensorProto {
  .with {
    $0.name = name
    $0.dims = [Int64(count)]
    $0.dataType = Int32(Wire_TensorProto.DataType.uint8.rawValue)
    $0.rawData = sampleBytes(count, salt)
  }
}

/// A model with tensors wherever the format allows them, large ones in between small ones.
///
/// - Parameter large: Bytes of each large tensor.
func sampleModel(large: Int) -> Wire_ModelProto {
  let branch = Wire_GraphProto.with {
    $0.name = "then"
    $0.initializer = [rawTensor("inner", count: large, salt: 3)]
    $0.node = [
      .with {
        $0.opType = "Constant"
        $0.output = ["y"]
        $0.attribute = [
          .with {
            $0.name = "value"
            $0.type = .tensor
            $0.t = rawTensor("constant", count: large + 1, salt: 4)
          }
        ]
      }
    ]
  }
  let graph = Wire_GraphProto.with {
    $0.name = "main"
    $0.node = [
      .with {
        $0.opType = "If"
        $0.name = "choose"
        $0.input = ["condition", ""]
        $0.attribute = [
          .with {
            $0.name = "then_branch"
            $0.type = .graph
            $0.g = branch
          },
          .with {
            $0.name = "many"
            $0.floats = [1, 2.5]
            $0.ints = [-1, 1 << 40]
            $0.tensors = [
              rawTensor("a", count: large, salt: 5), rawTensor("b", count: 3, salt: 6),
              rawTensor("c", count: large * 40, salt: 7),
            ]
          },
        ]
      }
    ]
    $0.initializer = [
      rawTensor("w", count: large, salt: 1), rawTensor("empty", count: 0),
      rawTensor("small", count: 8, salt: 2),
      .with {
        $0.name = "typed"
        $0.floatData = [1, -2, .infinity]
        $0.int64Data = [-1, 5]
        $0.doubleData = [0.5]
        $0.stringData = [Data([0xff]), Data()]
      },
      .with {
        $0.name = "outside"
        $0.dataLocation = .external
        $0.externalData = [
          .with {
            $0.key = "location"
            $0.value = "weights.bin"
          }
        ]
      },
    ]
    $0.sparseInitializer = [
      .with {
        $0.values = rawTensor("sparse", count: large, salt: 8)
        $0.indices = rawTensor("", count: large + 7, salt: 9)
        $0.dims = [9]
      }
    ]
    $0.input = [
      .with {
        $0.name = "x"
        $0.type.sequenceType.elemType.tensorType.shape.dim = [
          .with { $0.dimParam = "N" }, .with { $0.dimValue = 3 },
        ]
      }
    ]
  }
  return .with {
    $0.irVersion = 10
    $0.opsetImport = [.with { $0.version = 17 }]
    $0.graph = graph
    $0.functions = [
      .with {
        $0.name = "f"
        $0.node = branch.node
      }
    ]
    $0.trainingInfo = [.with { $0.algorithm = branch }]
  }
}

/// A subgraph within a subgraph, `depth` times.
func nestedModel(depth: Int) -> Wire_ModelProto {
  var graph = Wire_GraphProto()
  for _ in 0..<depth {
    let inner = graph
    graph = .with { $0.node = [.with { $0.attribute = [.with { $0.g = inner }] }] }
  }
  return .with { $0.graph = graph }
}

/// A mapped copy of `bytes`.
func mapped(_ bytes: [UInt8]) throws -> MappedFile { try MappedFile(copying: bytes) }

extension Data {
  /// A copy of a part of a file.
  init(_ file: MappedFile, in range: Range<Int>) { self = file.withBytes(in: range) { Data($0) } }
}

/// A message's bytes, as the protobuf library writes them.
func serialized(_ message: some Message) throws -> [UInt8] {
  try message.serializedBytes(partial: true)
}

/// What the protobuf library alone makes of a model's bytes.
func decodedPlainly(_ bytes: [UInt8]) throws -> Wire_ModelProto {
  var options = BinaryDecodingOptions()
  options.messageDepthLimit = 200
  return try Wire_ModelProto(serializedBytes: bytes, partial: true, options: options)
}

/// Decodes through the scanner and writes again, with the payloads from the file.
func rewritten(_ bytes: [UInt8], threshold: Int) throws -> [UInt8] {
  let scanned = try WireScanner.scan(mapped(bytes), threshold: threshold)
  let payloads = scanned.payloads.map { range in
    WirePayload(byteCount: range.count) { (sink) throws(ONNXError) in
      try scanned.file.withBytes(in: range, sink)
    }
  }
  return try WireWriter.bytes(
    of: scanned.decode(as: Wire_ModelProto.self), payloads: payloads)
}
