// SPDX-License-Identifier: Apache-2.0
import IR
import ONNXFormat
import Runtime
import SwiftProtobuf
import Tensors
import Testing

/// Operators with indices, axes, ranks, shapes and types that do not fit, and the error of each.
///
/// Each is tried twice: with constants, as they are found while the model is read or folded, and
/// with the operands as inputs of the model, as they are found while it runs.
@Suite struct HostileOperandTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let sample: BaseModels.Sample
    let code: GraphError.Code
    let message: String
    var testDescription: String { "\(sample.opType): \(message)" }

    init(
      _ opType: String, _ operands: [Wire_TensorProto?], _ attributes: [Wire_AttributeProto],
      opset: Int64 = 20, outputs: Int = 1, _ code: GraphError.Code, _ message: String
    ) {
      sample = BaseModels.Sample(opType, operands, attributes, outputs: outputs, opset: opset)
      (self.code, self.message) = (code, message)
    }

    init(
      _ opType: String, _ operands: [Wire_TensorProto?], opset: Int64 = 20, outputs: Int = 1,
      _ code: GraphError.Code, _ message: String
    ) {
      self.init(opType, operands, [], opset: opset, outputs: outputs, code, message)
    }
  }

  private static func f(_ shape: Int64...) -> Wire_TensorProto { .floats(shape) }
  private static func i(_ values: Int64...) -> Wire_TensorProto { .int64s(values) }
  private static func scalar(_ value: Int64) -> Wire_TensorProto { .int64s([value], []) }
  private static func b(_ shape: Int64...) -> Wire_TensorProto { .integers(.bool, shape) }
  private static func i32(_ shape: Int64...) -> Wire_TensorProto { .integers(.int32, shape) }
  private static func u8(_ shape: Int64...) -> Wire_TensorProto { .integers(.uint8, shape) }
  private static func axis(_ value: Int64) -> [Wire_AttributeProto] { [.int("axis", value)] }

  // MARK: Indices

  private static let indices: [Refusal] = [
    Refusal("Gather", [f(4, 3), i(0, 4)], .indexOutOfRange, "index 4 is outside an axis of 4"),
    Refusal("Gather", [f(4, 3), i(-5)], .indexOutOfRange, "index -5 is outside an axis of 4"),
    Refusal(
      "Gather", [f(4, 3), i(.max)], .indexOutOfRange, "index \(Int64.max) is outside an axis of 4"),
    Refusal("Gather", [f(0, 3), i(0)], .indexOutOfRange, "index 0 is outside an axis of 0"),
    Refusal(
      "GatherElements", [f(3, 3), .int64s([0, 3], [1, 2])], axis(1), .indexOutOfRange,
      "index 3 is outside an axis of 3"),
    Refusal(
      "GatherND", [f(3, 4), .int64s([2, 4], [1, 2])], .indexOutOfRange,
      "index 4 is outside an axis of 4"),
    Refusal(
      "ScatterElements", [f(3, 3), .int64s([-4], [1, 1]), f(1, 1)], .indexOutOfRange,
      "index -4 is outside an axis of 3"),
    Refusal(
      "ScatterND", [f(4, 3), .int64s([9], [1, 1]), f(1, 3)], .indexOutOfRange,
      "index 9 is outside an axis of 4"),
    Refusal(
      "ScatterND", [f(4, 3), .int64s([.min], [1, 1]), f(1, 3)],
      [.string("reduction", "add")], .indexOutOfRange,
      "index \(Int64.min) is outside an axis of 4"),
    Refusal(
      "TensorScatter", [f(2, 4, 3), f(2, 2, 3), i(1, 3)], [.int("axis", -2)], opset: 24,
      .indexOutOfRange, "position 3 + 2 is outside an axis of 4"),
    Refusal(
      "MaxUnpool", [f(1, 1, 2, 2), .int64s([0, 3, 8, 99], [1, 1, 2, 2])],
      [.ints("kernel_shape", [2, 2]), .ints("strides", [2, 2])], .indexOutOfRange,
      "index 99 is outside the 16 elements of [1, 1, 4, 4]"),
    Refusal(
      "RoiAlign", [f(1, 2, 4, 4), f(1, 4), i(7)], .indexOutOfRange, "region 0 is in sample 7 of 1"),
    Refusal(
      "MaxRoiPool",
      [
        f(1, 2, 4, 4),
        .with { ($0.dataType, $0.dims, $0.floatData) = (1, [1, 5], [9, 0, 0, 1, 1]) },
      ],
      [.ints("pooled_shape", [2, 2])], .indexOutOfRange, "region 0 is in sample 9.0 of 1"),
    Refusal(
      "TopK", [f(3, 5), i(6)], outputs: 2, .indexOutOfRange,
      "k is 6, expected 0 to 5, axis 1 of float32[3, 5]"),
    Refusal(
      "TopK", [f(3, 5), i(-1)], outputs: 2, .indexOutOfRange,
      "k is -1, expected 0 to 5, axis 1 of float32[3, 5]"),
    Refusal(
      "ReverseSequence", [f(3, 2), i(2, 4)], .indexOutOfRange, "length 4 is outside 0 ... 3"),
  ]

  // MARK: Axes

  private static let axes: [Refusal] = [
    Refusal(
      "Gather", [f(4, 3), i(0)], axis(2), .indexOutOfRange, "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "GatherElements", [f(3), i(0)], axis(-2), .indexOutOfRange,
      "axis -2 is outside a tensor of rank 1"),
    Refusal(
      "ScatterElements", [f(3), i(0), f(1)], axis(.max), .indexOutOfRange,
      "axis \(Int64.max) is outside a tensor of rank 1"),
    Refusal(
      "Split", [f(6, 2), i(1, 5)], axis(3), outputs: 2, .indexOutOfRange,
      "axis 3 is outside a tensor of rank 2"),
    Refusal(
      "OneHot", [i(1), scalar(4), i(0, 1)], axis(5), .indexOutOfRange,
      "axis 5 is outside a tensor of rank 2"),
    Refusal(
      "Concat", [f(2), f(2)], axis(.min), .indexOutOfRange,
      "axis \(Int64.min) is outside a tensor of rank 1"),
    Refusal(
      "Softmax", [f(2, 3)], axis(2), .indexOutOfRange, "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "Flatten", [f(2, 3)], axis(3), .indexOutOfRange,
      "axis 3 is outside a tensor of rank 2"),
    Refusal(
      "DequantizeLinear", [u8(2, 3), f(3), u8(3)], axis(7), .indexOutOfRange,
      "axis 7 is outside a tensor of 2 axes, as one scale for each index needs it"),
    Refusal(
      "QuantizeLinear", [f(2, 3), f(3)], axis(-3), .indexOutOfRange,
      "axis -3 is outside a tensor of 2 axes, as one scale for each index needs it"),
    Refusal(
      "Transpose", [f(2, 3)], [.ints("perm", [0, 0])], .invalidAttribute,
      "[0, 0] is not a permutation of axes"),
    Refusal(
      "Transpose", [f(2, 3)], [.ints("perm", [0, 2])], .invalidAttribute,
      "[0, 2] is not a permutation of axes"),
    Refusal(
      "Transpose", [f(2, 3)], [.ints("perm", [1, 0, 2])], .shapeMismatch,
      "permutation [1, 0, 2] does not fit the input float32[2, 3]"),
    Refusal(
      "Squeeze", [f(1, 3), i(2)], .indexOutOfRange, "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "Squeeze", [f(1, 3), i(1)], .shapeMismatch,
      "axis 1 of float32[1, 3] is not 1 and cannot be removed"),
    Refusal(
      "Unsqueeze", [f(3), i(0, 0)], .invalidAttribute, "axis 0 is given twice in [0, 0]"),
    Refusal(
      "Slice", [f(5, 4), i(1), i(4), i(2)], .indexOutOfRange,
      "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "Slice", [f(5, 4), i(0, 0), i(1, 1), i(0, -2)], .invalidAttribute,
      "axis 0 is given twice in [0, -2]"),
    Refusal(
      "Pad", [f(2, 3), i(1, 1), nil, i(2)], .indexOutOfRange,
      "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "ReduceSum", [f(2, 3), i(2)], .indexOutOfRange, "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "ArgMax", [f(2, 3)], axis(-3), .indexOutOfRange, "axis -3 is outside a tensor of rank 2"),
    Refusal(
      "CumSum", [f(2, 3), scalar(2)], .indexOutOfRange, "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "TopK", [f(3, 5), i(1)], axis(2), outputs: 2, .indexOutOfRange,
      "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "Compress", [f(3, 2), b(3)], axis(2), .indexOutOfRange,
      "axis 2 is outside a tensor of rank 2"),
    Refusal(
      "Unique", [f(3, 4)], axis(2), outputs: 4, .indexOutOfRange,
      "axis 2 is outside a tensor of rank 2"),
  ]

  // MARK: Ranks and shapes

  private static let shapes: [Refusal] = [
    Refusal(
      "Conv", [f(2, 3), f(3, 2, 3, 3)], .shapeMismatch,
      "the input has 2 axes (float32[2, 3]), expected 3 to 64"),
    Refusal(
      "Conv", [f(1, 3, 5, 5), f(4, 2, 3, 3)], .shapeMismatch,
      "expects 2 input channels (weight [4, 2, 3, 3], 1 groups), got 3"),
    Refusal(
      "Conv", [f(1, 2, 5, 5), f(4, 2, 3, 3), f(3)], .shapeMismatch,
      "the bias has 3 elements, expected 4"),
    Refusal(
      "Conv", [f(1, 2, 5, 5), f(4, 2, 3, 3)], [.int("group", 0)], .invalidAttribute,
      "group is 0, expected 1 or more"),
    Refusal(
      "Conv", [f(1, 2, 2, 2), f(4, 2, 3, 3)], .shapeMismatch,
      "the window spans 3 positions, the input with its padding has only 2 on spatial axis "
        + "0"),
    Refusal(
      "ConvTranspose", [f(1, 2, 3, 3), f(3, 2, 2, 2)], .shapeMismatch,
      "expects 3 input channels (weight [3, 2, 2, 2], 1 groups), got 2"),
    Refusal(
      "MaxPool", [f(1, 2, 5)], [.ints("kernel_shape", [2, 2])], .shapeMismatch,
      "the kernel has 2 axes, the input 1 spatial axes"),
    Refusal(
      "MaxPool", [f(1, 2, 5)], [.ints("kernel_shape", [0])], .invalidAttribute,
      "the kernel is [0], expected extents from 1 to 1073741824"),
    Refusal(
      "BatchNormalization", [f(1, 2, 3), f(3), f(2), f(2), f(2)], .shapeMismatch,
      "the scale has 3 elements, expected 2"),
    Refusal(
      "MatMul", [f(2, 3), f(2, 3)], .shapeMismatch,
      "a is float32[2, 3], b is float32[2, 3]: 3 columns meet 2 rows"),
    Refusal(
      "Gemm", [f(2, 3), f(2, 3)], .shapeMismatch,
      "a is float32[2, 3], b is float32[2, 3]: 3 columns meet 2 rows"),
    Refusal(
      "Gemm", [f(2, 3, 4), f(2, 3)], .shapeMismatch,
      "a has 3 axes (float32[2, 3, 4]), expected 2"),
    Refusal(
      "Add", [f(2, 3), f(2, 4)], .shapeMismatch,
      "extents 3 and 4 do not broadcast in float32[2, 3], float32[2, 4]"),
    Refusal(
      "Concat", [f(2, 3), f(2)], axis(0), .shapeMismatch,
      "expects inputs of rank 2, got float32[2] at 1"),
    Refusal(
      "Concat", [f(2, 3), f(2, 4)], axis(0), .shapeMismatch,
      "extents of axis 1 differ: 3 and 4"),
    Refusal(
      "Reshape", [f(2, 3), i(4, -1)], .shapeMismatch,
      "cannot reshape float32[2, 3] to [4, -1]: 6 is no multiple of 4"),
    Refusal(
      "Reshape", [f(2, 3), i(-1, -1)], .shapeMismatch,
      "shape [-1, -1] may hold one -1, and no 0 beside it when 0 is allowed"),
    Refusal(
      "Reshape", [f(2, 3), i(.min, 6)], .shapeMismatch,
      "shape [\(Int64.min), 6] may hold one -1, and no 0 beside it when 0 is allowed"),
    Refusal("Expand", [f(3, 2), i(3, 3)], .shapeMismatch, "cannot expand float32[3, 2] to [3, 3]"),
    Refusal(
      "Tile", [f(2, 3), i(2)], .shapeMismatch,
      "expects 2 non-negative repeats for float32[2, 3], got [2]"),
    Refusal(
      "Tile", [f(2, 3), i(2, -1)], .shapeMismatch,
      "expects 2 non-negative repeats for float32[2, 3], got [2, -1]"),
    Refusal("ConstantOfShape", [i(2, -3)], .shapeMismatch, "shape [2, -3] holds a negative extent"),
    Refusal(
      "OneHot", [i(1), scalar(-4), i(0, 1)], .invalidAttribute, "depth -4.0 is out of range"),
    Refusal(
      "OneHot", [i(1), scalar(4), i(0, 1, 2)], .shapeMismatch,
      "values must be [off, on], got shape [3]"),
    Refusal("Range", [scalar(0), scalar(9), scalar(0)], .invalidAttribute, "the step is 0"),
    Refusal(
      "Split", [f(6, 2), i(1, 6)], outputs: 2, .shapeMismatch,
      "sizes [1, 6] do not add up to the extent 6"),
    Refusal(
      "Split", [f(6, 2), i(-1, 7)], outputs: 2, .shapeMismatch,
      "sizes [-1, 7] do not add up to the extent 6"),
    Refusal("Split", [f(6, 2), i(6)], outputs: 2, .shapeMismatch, "has 1 sizes for 2 parts"),
    Refusal(
      "Slice", [f(5), i(0), i(4), i(0), i(0)], .invalidAttribute, "steps [0] hold a 0"),
    Refusal(
      "Slice", [f(5), i(0, 1), i(4)], .shapeMismatch,
      "starts, ends, axes and steps differ in length"),
    Refusal("Pad", [f(2, 3), i(1, 1)], .shapeMismatch, "expects 4 pads for 2 axes, got [1, 1]"),
    Refusal(
      "Pad", [f(2, 3), i(-3, 0, 0, 0)], .shapeMismatch,
      "pads -3, 0 take more than the extent 2 away"),
    Refusal(
      "Pad", [f(2, 3), i(.max, 0, 1, 0)], .limitExceeded,
      "extent 2 with pads \(Int64.max), 1 overflows"),
    Refusal(
      "GatherND", [f(3, 4), .int64s([0, 0, 0], [1, 3])], .shapeMismatch,
      "tuples of 3 indices do not fit float32[3, 4] with 0 batch axes"),
    Refusal(
      "GatherND", [f(3, 4), i(0)], [.int("batch_dims", 1)], .shapeMismatch,
      "1 batch axes are too many for float32[3, 4] and int64[1]"),
    Refusal(
      "ScatterND", [f(4, 3), .int64s([1], [1, 1]), f(1, 4)], .shapeMismatch,
      "expects updates float32[1, 3], got float32[1, 4]"),
    Refusal(
      "ScatterElements", [f(3, 3), .int64s([1], [1, 1]), f(2, 1)], .shapeMismatch,
      "updates float32[2, 1] do not have the shape of int64[1, 1]"),
    Refusal(
      "GatherElements", [f(3, 3), i(0)], .shapeMismatch,
      "expects indices of rank 2 for float32[3, 3], got int64[1]"),
    Refusal(
      "DequantizeLinear", [u8(2, 3), f(2)], axis(1), .shapeMismatch,
      "expects 3 scales for axis 1 of uint8[2, 3], got float32[2]"),
    Refusal(
      "DequantizeLinear", [u8(2, 3), f(3), u8(2)], axis(1), .shapeMismatch,
      "expects scale and zero point of one shape, got float32[3] and uint8[2]"),
    Refusal(
      "DepthToSpace", [f(1, 4, 2, 2)], [.int("blocksize", 0)], .invalidAttribute,
      "block size 0 is out of range"),
    Refusal(
      "DepthToSpace", [f(1, 3, 2, 2)], [.int("blocksize", 2)], .shapeMismatch,
      "3 channels are no multiple of 4"),
    Refusal(
      "Einsum", [f(2, 3), f(4, 5)], [.string("equation", "ij,jk->ik")], .shapeMismatch,
      "a label stands for extents 3 and 4"),
    Refusal(
      "Einsum", [f(2), f(4, 5)], [.string("equation", "ij,jk->ik")], .shapeMismatch,
      "an operand has 1 axes, its term names 2"),
    Refusal("EyeLike", [f(3)], .shapeMismatch, "expects a matrix, got float32[3]"),
    Refusal("Det", [f(3, 2)], .shapeMismatch, "expects square matrices, got float32[3, 2]"),
    Refusal(
      "LRN", [f(1, 2, 3)], [.int("size", 0)], .invalidAttribute,
      "size is 0, expected 1 or more"),
    Refusal(
      "Resize", [f(1, 1, 2, 2), nil, nil, i(2, 2)], .shapeMismatch,
      "sizes has 2 elements, expected 4"),
    Refusal(
      "Resize", [f(1, 1, 2, 2), nil, nil, i(1, 1, -2, 2)], .limitExceeded,
      "an extent would be -2.0, expected 0 to 2^40"),
    Refusal(
      "Compress", [f(3, 2), b(4)], axis(0), .indexOutOfRange,
      "the condition keeps index 3 of an axis of 3"),
    Refusal(
      "NonMaxSuppression", [f(1, 4, 4), f(1, 2, 5)], .shapeMismatch,
      "expects boxes [N, B, 4] and scores [N, C, B], got float32[1, 4, 4], float32[1, 2, 5]"),
    Refusal(
      "Col2Im", [f(1, 4, 5), i(3, 3), i(2, 2)], .shapeMismatch,
      "the input has 5 windows, expected 4"),
    Refusal(
      "GridSample", [f(1, 1, 3, 3), f(1, 2, 2, 3)], .shapeMismatch,
      "the grid is float32[1, 2, 2, 3], expected [1, …, 2] of 4 axes for float32[1, 1, 3, "
        + "3]"),
    Refusal(
      "CenterCropPad", [f(4, 5), i(3)], .shapeMismatch,
      "the shape has 1 elements, expected 2"),
  ]

  // MARK: Types

  private static let types: [Refusal] = [
    Refusal(
      "Add", [f(2), i32(2)], .typeMismatch,
      "input 1 is int32, expected float32 as of input 0"),
    Refusal("And", [f(2), f(2)], .typeMismatch, "input 0 is float32, expected one of bool"),
    Refusal(
      "Gather", [f(2), f(1)], .typeMismatch,
      "input 1 is float32, expected one of int32, int64"),
    Refusal(
      "Where", [f(2), f(2), f(2)], .typeMismatch, "input 0 is float32, expected one of bool"),
    Refusal(
      "Where", [b(2), f(2), i32(2)], .typeMismatch,
      "input 2 is int32, expected one of float32"),
    Refusal(
      "Conv", [i32(1, 1, 3), i32(1, 1, 2)], .typeMismatch,
      "input 0 is int32, expected one of bfloat16, float16, float32, float64"),
    Refusal(
      "Relu", [.strings(["a"])], .typeMismatch,
      "input 0 is string, expected one of bfloat16, float16, float32, float64, int16, "
        + "int32, int4, int64, int8"),
    Refusal("Reshape", [f(2), f(1)], .typeMismatch, "input 1 is float32, expected one of int64"),
    Refusal(
      "Concat", [f(2), i(2)], axis(0), .typeMismatch,
      "expects inputs of one type, got float32 and, at 1, int64"),
    Refusal(
      "Softmax", [i(1, 2)], .typeMismatch,
      "input 0 is int64, expected one of bfloat16, float16, float32, float64"),
    Refusal(
      "DequantizeLinear", [f(2), f()], .typeMismatch,
      "input 0 is float32, expected one of float8E4M3FN, float8E4M3FNUZ, float8E5M2, "
        + "float8E5M2FNUZ, int16, int32, int4, int8, uint16, uint4, uint8"),
    Refusal(
      "Cast", [.strings(["x"])], [.int("to", 1)], .typeMismatch,
      "the text \"x\" is no float32"),
    Refusal("Equal", [nil, f(2)], .missingInput, "input 0 is required and absent"),
  ]

  private static let all = indices + axes + shapes + types

  private func expectRefusal(_ refusal: Refusal, _ how: String, _ body: () throws -> Void) {
    do {
      try body()
      Issue.record("\(how): was not refused")
    } catch {
      if let error = error as? GraphError {
        #expect(error.code == refusal.code, "\(how): \(error)")
        // Passes say which of them found it.
        let message = error.message.split(separator: "constant-folding: ").last.map(String.init)
        #expect(message == refusal.message, "\(how)")
        #expect(error.node.hasPrefix("\(refusal.sample.opType) node \"out0\""), "\(error)")
      } else if let error = error as? ONNXError {
        #expect(error.code == .invalidModel, "\(how): \(error)")
        #expect(error.message == refusal.message, "\(how)")
        #expect(error.place.hasPrefix("\(refusal.sample.opType) node \"out0\""), "\(error)")
      } else {
        Issue.record("\(how): \(error)")
      }
    }
  }

  @Test(arguments: all)
  func `operands that do not fit are refused`(refusal: Refusal) throws {
    let constant = try refusal.sample.model { _ in true }.bytes()
    expectRefusal(refusal, "constant") { _ = try ModelRun.outputs(of: constant) }
    let variable = try refusal.sample.model { _ in false }.bytes()
    expectRefusal(refusal, "at run time") {
      let graph = try ONNX.read(bytes: variable).graph
      let inputs = graph.inputs.map { graph.initializers[$0].map(RuntimeValue.tensor) }
      _ = try Session(graph, options: ModelRun.options).run(inputs)
    }
  }

  @Test(arguments: [2, -4, .max, .min] as [Int64])
  func `positions outside a sequence are refused`(position: Int64) throws {
    let model = Wire_ModelProto.model(
      .graph(
        [
          .op("SequenceConstruct", ["x", "x"], ["s"]),
          .op("SequenceAt", ["s", "p"], ["y"]),
        ],
        inputs: [.tensor("x", .float, [2])], initializers: [.int64s([position], [], "p")],
        outputs: ["y"]))
    let bytes = try model.bytes()
    #expect(
      throws: GraphError(
        .indexOutOfRange, node: "SequenceAt node \"y\"",
        "position \(position) is outside a sequence of 2")
    ) { try ModelRun.outputs(of: bytes) }
  }
}
