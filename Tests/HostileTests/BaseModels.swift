// SPDX-License-Identifier: Apache-2.0
import ONNXFormat
import SwiftProtobuf

/// Small valid models, the soil in which the mutator digs.
enum BaseModels {
  /// One operator with sample operands.
  struct Sample: Sendable {
    let opType: String
    let operands: [Wire_TensorProto?]
    let attributes: [Wire_AttributeProto]
    let outputCount: Int
    let domain: String
    let opset: Int64

    init(
      _ opType: String, _ operands: [Wire_TensorProto?], _ attributes: [Wire_AttributeProto] = [],
      outputs: Int = 1, domain: String = "", opset: Int64 = 20
    ) {
      (self.opType, self.operands, self.attributes) = (opType, operands, attributes)
      (outputCount, self.domain, self.opset) = (outputs, domain, opset)
    }

    /// A model of the operator alone.
    ///
    /// - Parameter isConstant: Whether the operand of that index is an initializer alone; else it
    ///   is also an input of the graph.
    func model(isConstant: (Int) -> Bool) -> Wire_ModelProto {
      var graph = Wire_GraphProto()
      var names: [String] = []
      for (index, operand) in operands.enumerated() {
        guard let operand else {
          names.append("")
          continue
        }
        names.append("in\(index)")
        graph.initializer.append(operand.named("in\(index)"))
        if !isConstant(index) {
          let type = Wire_TensorProto.DataType(rawValue: Int(operand.dataType)) ?? .float
          graph.input.append(.tensor("in\(index)", type, operand.dims))
        }
      }
      let outputs = (0..<outputCount).map { "out\($0)" }
      graph.name = opType
      graph.node = [.op(opType, names, outputs, attributes, domain: domain)]
      graph.output = outputs.map(Wire_ValueInfoProto.named)
      return .model(graph, opset: opset)
    }
  }

  /// Models of several operators each.
  static let networks = [network, control, quantized, functions, sequences]

  /// Convolutions, batch norm, a residual sum, concatenation, pooling, a classifier.
  static let network = Wire_ModelProto.model(
    .graph(
      [
        .op("Conv", ["x", "w1", "b1"], ["c1"], [.ints("pads", [1, 1, 1, 1])]),
        .op("BatchNormalization", ["c1", "b1", "b1", "b1", "ones"], ["n1"]),
        .op("Relu", ["n1"], ["r1"]),
        .op("Conv", ["r1", "w2"], ["c2"], [.ints("kernel_shape", [1, 1]), .int("group", 2)]),
        .op("Add", ["c2", "r1"], ["a1"]),
        .op("Concat", ["a1", "r1"], ["k1"], [.int("axis", 1)]),
        .op(
          "MaxPool", ["k1"], ["p1"],
          [.ints("kernel_shape", [2, 2]), .ints("strides", [2, 2])]),
        .op("Transpose", ["p1"], ["t1"], [.ints("perm", [0, 2, 3, 1])]),
        .op("Transpose", ["t1"], ["t2"], [.ints("perm", [0, 3, 1, 2])]),
        .op("GlobalAveragePool", ["t2"], ["g1"]),
        .op("Flatten", ["g1"], ["f1"]),
        .op("Gemm", ["f1", "w3", "b3"], ["y1"], [.int("transB", 1)]),
        .op("Softmax", ["y1"], ["y"], [.int("axis", -1)]),
      ],
      inputs: [.tensor("x", .float, [-1, 3, 6, 6])],
      initializers: [
        .floats([4, 3, 3, 3], "w1"), .floats([4], "b1"), .floats([4, 2, 1, 1], "w2"),
        .floats([5, 8], "w3"), .floats([5], "b3"),
        .with {
          ($0.name, $0.dims, $0.dataType) = ("ones", [4], 1)
          $0.floatData = [1, 1, 1, 1]
        },
      ], outputs: ["y"]))

  /// `If`, `Loop` and `Scan` with captured values and scan outputs.
  static let control: Wire_ModelProto = {
    let body = Wire_GraphProto.graph(
      [
        .op("Add", ["v", "x"], ["v1"]), .op("Identity", ["more"], ["more1"]),
        .op("ReduceSum", ["v1"], ["s1"], [.int("keepdims", 0)]),
      ],
      inputs: [
        .tensor("i", .int64, []), .tensor("more", .bool, []), .tensor("v", .float, [2, 3]),
      ], outputs: ["more1", "v1", "s1"])
    let step = Wire_GraphProto.graph(
      [.op("Mul", ["a", "r"], ["a1"]), .op("Relu", ["a1"], ["o1"])],
      inputs: [.tensor("a", .float, [3]), .tensor("r", .float, [3])], outputs: ["a1", "o1"])
    return .model(
      .graph(
        [
          .op("ReduceMax", ["x"], ["top"], [.int("keepdims", 0)]),
          .op("Greater", ["top", "zero"], ["positive"]),
          .op(
            "If", ["positive"], ["chosen"],
            [
              .graph("then_branch", .graph([.op("Neg", ["x"], ["t"])], outputs: ["t"])),
              .graph(
                "else_branch",
                .graph([.op("Mul", ["x", "zero"], ["e"])], outputs: ["e"])),
            ]),
          .op("Loop", ["trips", "yes", "chosen"], ["last", "sums"], [.graph("body", body)]),
          .op(
            "Scan", ["first", "last"], ["end", "rows"],
            [.graph("body", step), .int("num_scan_inputs", 1)]),
        ],
        inputs: [.tensor("x", .float, [2, 3])],
        initializers: [
          .int64s([3], [], "trips"), .integers(.bool, [], "no"),
          .with {
            ($0.name, $0.dataType, $0.int32Data) = ("yes", 9, [1])
          },
          .floats([3], "first"),
          .with { ($0.name, $0.dataType, $0.floatData) = ("zero", 1, [0]) },
        ], outputs: ["last", "sums", "end", "rows"]))
  }()

  /// Quantized layers in both notations.
  static let quantized = Wire_ModelProto.model(
    .graph(
      [
        .op("QuantizeLinear", ["x", "scale", "zero"], ["q"]),
        .op("QLinearConv", ["q", "scale", "zero", "w", "ws", "wz", "scale", "zero"], ["c"]),
        .op("DequantizeLinear", ["c", "scale", "zero"], ["d"]),
        .op("DequantizeLinear", ["w", "ws", "wz"], ["dw"], [.int("axis", 0)]),
        .op("Conv", ["d", "dw"], ["e"], [.ints("pads", [0, 0, 1, 1])]),
        .op("DynamicQuantizeLinear", ["e"], ["f", "fs", "fz"]),
        .op("ConvInteger", ["f", "w", "fz"], ["g"]),
        .op("Cast", ["g"], ["y"], [.int("to", 1)]),
      ],
      inputs: [.tensor("x", .float, [1, 2, 5, 5])],
      initializers: [
        .with { ($0.name, $0.dataType, $0.floatData) = ("scale", 1, [0.1]) },
        .integers(.uint8, [], "zero"), .integers(.int8, [2, 2, 2, 2], "w"),
        .with { ($0.name, $0.dims, $0.dataType, $0.floatData) = ("ws", [2], 1, [0.1, 0.2]) },
        .with { ($0.name, $0.dims, $0.dataType, $0.int32Data) = ("wz", [2], 3, [0, 0]) },
      ], outputs: ["y"]))

  /// Functions that call each other, with an attribute handed down.
  static let functions = Wire_ModelProto.model(
    .graph(
      [
        .op("outer", ["x"], ["y"], [.float("alpha", 0.5)], domain: "local"),
        .op("inner", ["y"], ["z"], domain: "local"),
      ], inputs: [.tensor("x", .float, [2, 3])], outputs: ["y", "z"]),
    functions: [
      .function(
        "inner", ["a"], ["b"], attributes: ["alpha"],
        [
          .op("LeakyRelu", ["a"], ["b"], [.reference("alpha", .float)])
        ]),
      .function(
        "outer", ["a", "unused"], ["b"], attributes: ["alpha"],
        [
          .op("inner", ["a"], ["m"], [.reference("alpha", .float)], domain: "local"),
          .op("Add", ["m", "a"], ["b"]),
        ]),
    ])

  /// Sequences and optionals.
  static let sequences = Wire_ModelProto.model(
    .graph(
      [
        .op("SequenceConstruct", ["x", "x"], ["s1"]),
        .op("SequenceInsert", ["s1", "x", "zero"], ["s2"]),
        .op("SequenceErase", ["s2", "zero"], ["s3"]),
        .op("SequenceAt", ["s3", "zero"], ["e"]),
        .op("SplitToSequence", ["e", "parts"], ["s4"], [.int("axis", 0)]),
        .op("ConcatFromSequence", ["s4"], ["y"], [.int("axis", 0)]),
        .op("SequenceLength", ["s3"], ["n"]),
        .op("Optional", ["s3"], ["o"]), .op("OptionalHasElement", ["o"], ["h"]),
        .op("OptionalGetElement", ["o"], ["g"]),
        .op(
          "SequenceMap", ["g"], ["m"],
          [
            .graph(
              "body",
              .graph(
                [.op("Neg", ["a"], ["b"])], inputs: [.tensor("a", .float, [3, 2])],
                outputs: ["b"]))
          ]),
      ],
      inputs: [.tensor("x", .float, [3, 2])],
      initializers: [.int64s([0], [], "zero"), .int64s([1, 2], nil, "parts")],
      outputs: ["y", "n", "h", "m"]), opset: 18)
}
