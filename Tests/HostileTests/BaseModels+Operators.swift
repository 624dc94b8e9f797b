// SPDX-License-Identifier: Apache-2.0
import ONNXFormat
import SwiftProtobuf

extension BaseModels {
  private static func f(_ shape: Int64...) -> Wire_TensorProto { .floats(shape) }
  private static func i(_ values: Int64...) -> Wire_TensorProto { .int64s(values) }
  private static func scalar(_ value: Int64) -> Wire_TensorProto { .int64s([value], []) }
  private static func i32(_ shape: Int64...) -> Wire_TensorProto { .integers(.int32, shape) }
  private static func u8(_ shape: Int64...) -> Wire_TensorProto { .integers(.uint8, shape) }
  private static func i8(_ shape: Int64...) -> Wire_TensorProto { .integers(.int8, shape) }
  private static func b(_ shape: Int64...) -> Wire_TensorProto { .integers(.bool, shape) }
  private static func values(_ values: Float..., shape: Int64...) -> Wire_TensorProto {
    .with { ($0.dataType, $0.dims, $0.floatData) = (1, shape, values) }
  }
  private static let half = Wire_TensorProto.with { ($0.dataType, $0.floatData) = (1, [0.5]) }

  /// Samples of the operators, alone.
  static let operators = windows + movement + indexing + arithmetic + layers + texts

  private static let windows: [Sample] = [
    Sample("Conv", [f(1, 2, 5, 5), f(3, 2, 3, 3), f(3)], [.ints("pads", [1, 1, 1, 1])]),
    Sample("Conv", [f(1, 4, 6), f(4, 1, 3)], [.int("group", 4), .ints("dilations", [2])]),
    Sample("Conv", [f(1, 1, 3, 3, 3), f(2, 1, 2, 2, 2)], [.string("auto_pad", "SAME_UPPER")]),
    Sample(
      "ConvTranspose", [f(1, 2, 3, 3), f(2, 2, 2, 2), f(2)],
      [.ints("strides", [2, 2]), .ints("output_padding", [1, 0])]),
    Sample(
      "MaxPool", [f(1, 2, 5, 5)], [.ints("kernel_shape", [2, 2]), .int("ceil_mode", 1)], outputs: 2),
    Sample(
      "AveragePool", [f(1, 2, 5, 5)],
      [.ints("kernel_shape", [3, 3]), .ints("pads", [1, 1, 1, 1]), .int("count_include_pad", 1)]),
    Sample("LpPool", [f(1, 2, 5)], [.ints("kernel_shape", [2]), .int("p", 3)]),
    Sample("GlobalMaxPool", [f(1, 2, 5, 4)]), Sample("GlobalLpPool", [f(1, 2, 5)]),
    Sample(
      "MaxUnpool", [f(1, 1, 2, 2), .int64s([0, 3, 8, 11], [1, 1, 2, 2])],
      [.ints("kernel_shape", [2, 2]), .ints("strides", [2, 2])]),
    Sample("Col2Im", [f(1, 4, 4), i(3, 3), i(2, 2)], [.ints("pads", [0, 0, 0, 0])]),
    Sample(
      "DeformConv", [f(1, 1, 3, 3), f(1, 1, 2, 2), f(1, 8, 2, 2), f(1), f(1, 4, 2, 2)],
      [.int("offset_group", 1)]),
    Sample(
      "RoiAlign", [f(1, 2, 4, 4), values(0, 0, 3, 3, 1, 1, 9, 9, shape: 2, 4), i(0, 0)],
      [.int("output_height", 2), .int("sampling_ratio", 2), .float("spatial_scale", 0.5)]),
    Sample(
      "MaxRoiPool", [f(1, 2, 4, 4), values(0, 0, 1, 3, 3, shape: 1, 5)],
      [.ints("pooled_shape", [2, 2])]),
    Sample("GridSample", [f(1, 1, 3, 3), f(1, 2, 2, 2)], [.string("padding_mode", "reflection")]),
    Sample("AffineGrid", [f(1, 2, 3), i(1, 1, 2, 3)], [.int("align_corners", 1)]),
    Sample("LRN", [f(1, 4, 2, 2)], [.int("size", 3)]),
    Sample(
      "QLinearConv",
      [
        u8(1, 1, 3, 3), half, u8(), u8(1, 1, 2, 2), half, u8(), half, u8(), i32(1),
      ]),
  ]

  private static let movement: [Sample] = [
    Sample("Reshape", [f(2, 3), i(3, -1)], [.int("allowzero", 0)]),
    Sample("Transpose", [f(2, 3, 4)], [.ints("perm", [2, 0, 1])]),
    Sample("Squeeze", [f(1, 3, 1), i(0, 2)]), Sample("Unsqueeze", [f(3), i(0, 2)]),
    Sample("Flatten", [f(2, 3, 4)], [.int("axis", 2)]),
    Sample("Concat", [f(2, 3), f(2, 1)], [.int("axis", 1)]),
    Sample("Split", [f(6, 2), i(1, 5)], [.int("axis", 0)], outputs: 2),
    Sample("Split", [f(6, 2)], [.int("num_outputs", 2)], outputs: 2),
    Sample("Slice", [f(5, 4), i(1, 3), i(4, 0), i(0, 1), i(2, -1)]),
    Sample("Pad", [f(2, 3), i(1, 0, 0, 2), half], [.string("mode", "constant")]),
    Sample("Pad", [f(3, 3), i(1, 1, 2, 2)], [.string("mode", "reflect")]),
    Sample("Tile", [f(2, 3), i(2, 1)]), Sample("Expand", [f(3, 1), i(2, 3, 4)]),
    Sample("ConstantOfShape", [i(2, 3)], [.tensor("value", .int64s([7]))]),
    Sample("Range", [scalar(0), scalar(10), scalar(3)]),
    Sample("OneHot", [i(1, 3), scalar(4), i(0, 1)], [.int("axis", -1)]),
    Sample("EyeLike", [f(3, 4)], [.int("k", 1)]),
    Sample("Trilu", [f(3, 4), scalar(1)], [.int("upper", 0)]),
    Sample("DepthToSpace", [f(1, 4, 2, 2)], [.int("blocksize", 2), .string("mode", "CRD")]),
    Sample("SpaceToDepth", [f(1, 1, 4, 4)], [.int("blocksize", 2)]),
    Sample("CenterCropPad", [f(4, 5), i(3, 7)], [.ints("axes", [0, 1])]),
    Sample("ReverseSequence", [f(3, 2), i(2, 3)], [.int("time_axis", 0), .int("batch_axis", 1)]),
    Sample("Resize", [f(1, 1, 3, 3), nil, nil, i(1, 1, 5, 7)], [.string("mode", "linear")]),
    Sample(
      "Resize", [f(1, 1, 4, 4), f(8), values(1, 1, 2, 0.6, shape: 4)],
      [.string("mode", "cubic"), .string("coordinate_transformation_mode", "tf_crop_and_resize")]),
    Sample(
      "Upsample", [f(1, 1, 2, 2), values(1, 1, 2, 3, shape: 4)], [.string("mode", "nearest")],
      opset: 9),
    Sample("Shape", [f(2, 3, 4)], [.int("start", 1), .int("end", -1)]),
    Sample("Compress", [f(3, 2), b(3)], [.int("axis", 0)]),
    Sample("Identity", [f(2)]), Sample("Size", [f(2, 2)]),
  ]

  private static let indexing: [Sample] = [
    Sample("Gather", [f(4, 3), i(0, -1, 2)], [.int("axis", 0)]),
    Sample("GatherElements", [f(3, 3), .int64s([0, 1, 2, 0], [2, 2])], [.int("axis", 1)]),
    Sample("GatherND", [f(3, 4), .int64s([0, 1, 2, 3], [2, 2])], [.int("batch_dims", 0)]),
    Sample(
      "ScatterElements", [f(3, 3), .int64s([0, 1, 2, 0], [2, 2]), f(2, 2)],
      [.int("axis", 1), .string("reduction", "add")]),
    Sample(
      "ScatterND", [f(4, 3), .int64s([0, 2], [2, 1]), f(2, 3)], [.string("reduction", "max")]),
    Sample("TensorScatter", [f(2, 4, 3), f(2, 1, 3), i(1, 2)], [.int("axis", -2)], opset: 24),
    Sample("TopK", [f(3, 5), i(2)], [.int("axis", 1), .int("largest", 0)], outputs: 2),
    Sample("ArgMax", [f(3, 4)], [.int("axis", 1), .int("keepdims", 0)]),
    Sample("ArgMin", [f(3, 4)], [.int("axis", 0), .int("select_last_index", 1)]),
    Sample("NonZero", [f(3, 4)]), Sample("Where", [b(2, 3), f(2, 3), f(1)]),
    Sample("Unique", [f(3, 4)], [.int("axis", 0), .int("sorted", 1)], outputs: 4),
    Sample("CumSum", [f(3, 4), scalar(1)], [.int("reverse", 1), .int("exclusive", 1)]),
    Sample(
      "NonMaxSuppression", [f(1, 4, 4), f(1, 2, 4), i(3), half, half],
      [.int("center_point_box", 1)]),
  ]

  private static let arithmetic: [Sample] =
    [
      "Add", "Sub", "Mul", "Div", "Pow", "Mod", "Max", "Min", "Sum", "Mean", "Less", "Equal",
      "GreaterOrEqual", "PRelu",
    ].map {
      Sample($0, [f(2, 3), f(1, 3)], $0 == "Mod" ? [.int("fmod", 1)] : [])
    }
    + [
      "Add", "Sub", "Mul", "Div", "Mod", "Pow", "BitwiseAnd", "BitwiseXor", "Max",
    ].map { Sample($0, [i32(2, 3), i32(2, 1)]) }
    + ["And", "Or", "Xor"].map { Sample($0, [b(2), b(2)]) }
    + [
      "Relu", "Sigmoid", "Tanh", "Exp", "Log", "Sqrt", "Erf", "Abs", "Neg", "Floor", "Round",
      "Sign", "Softplus", "HardSwish", "Mish", "Elu", "Selu", "Celu", "Gelu", "Sin", "Acosh",
      "IsNaN", "IsInf", "Hardmax", "Softmax", "LogSoftmax", "Reciprocal", "HardSigmoid",
      "LeakyRelu", "ThresholdedRelu", "Shrink", "LpNormalization", "Det", "Dropout",
      "Bernoulli", "RandomNormalLike", "RandomUniformLike",
    ].map { Sample($0, [f(3, 3)]) }
    + [
      "ReduceSum", "ReduceMean", "ReduceMax", "ReduceProd", "ReduceL2", "ReduceLogSumExp",
      "ReduceSumSquare",
    ].map { Sample($0, [f(2, 3, 4), i(1, -1)], [.int("keepdims", 1)]) }
    + [
      Sample("BitShift", [u8(3), u8(3)], [.string("direction", "LEFT")]),
      Sample("Not", [b(3)]), Sample("Clip", [f(3), half, half]),
      Sample("Cast", [f(3)], [.int("to", 10)]), Sample("Cast", [i32(3)], [.int("to", 8)]),
      Sample("CastLike", [f(3), i8(1)]), Sample("MatMul", [f(2, 3, 4), f(4, 2)]),
      Sample("Gemm", [f(2, 3), f(2, 3), f(2)], [.int("transB", 1), .float("alpha", 0.5)]),
      Sample("Einsum", [f(2, 3), f(3, 4)], [.string("equation", "ij,jk->ik")]),
      Sample("Einsum", [f(2, 3, 3)], [.string("equation", "...ii->...i")]),
      Sample("MatMulInteger", [u8(2, 3), i8(3, 2), u8(), i8(2)]),
      Sample("QLinearMatMul", [u8(2, 3), half, u8(), u8(3, 2), half, u8(), half, u8()]),
      Sample("ConvInteger", [u8(1, 1, 3, 3), u8(1, 1, 2, 2), u8()]),
      Sample("QuantizeLinear", [f(2, 3), f(3), i8(3)], [.int("axis", 1)]),
      Sample(
        "DequantizeLinear", [i8(4, 2), f(2, 2)], [.int("block_size", 2), .int("axis", 0)],
        opset: 21),
      Sample("DynamicQuantizeLinear", [f(2, 3)], outputs: 3),
      Sample("RandomNormal", [], [.ints("shape", [2, 3]), .float("seed", 1)]),
      Sample("Multinomial", [f(2, 3)], [.int("sample_size", 4)]),
    ]

  private static let layers: [Sample] = [
    Sample("BatchNormalization", [f(2, 3, 2), f(3), f(3), f(3), f(3)], [.float("epsilon", 3)]),
    Sample("InstanceNormalization", [f(2, 3, 2), f(3), f(3)]),
    Sample("LayerNormalization", [f(2, 3, 4), f(4), f(4)], [.int("axis", -1)], outputs: 3),
    Sample("GroupNormalization", [f(2, 4, 2), f(4), f(4)], [.int("num_groups", 2)], opset: 21),
    Sample("RMSNormalization", [f(2, 4), f(4)], [.int("axis", -1)], opset: 23),
    Sample(
      "LSTM", [f(3, 1, 2), f(1, 12, 2), f(1, 12, 3), f(1, 24)], [.int("hidden_size", 3)],
      outputs: 3),
    Sample(
      "GRU", [f(3, 1, 2), f(2, 9, 2), f(2, 9, 3), nil, i32(1)],
      [.int("hidden_size", 3), .string("direction", "bidirectional")], outputs: 2),
    Sample("RNN", [f(3, 1, 2), f(1, 3, 2), f(1, 3, 3)], [.int("hidden_size", 3)], outputs: 2),
    Sample(
      "Attention", [f(1, 2, 3, 4), f(1, 2, 5, 4), f(1, 2, 5, 4)], [.int("is_causal", 1)],
      opset: 23),
    Sample("DFT", [f(1, 5, 1), scalar(6), scalar(1)], [.int("onesided", 1)]),
    Sample("STFT", [f(1, 12, 1), scalar(3), f(4), scalar(4)]),
    Sample("HannWindow", [scalar(5)], [.int("periodic", 0)]),
    Sample("MelWeightMatrix", [scalar(4), scalar(8), scalar(8000), half, .floats([])]),
    Sample("SoftmaxCrossEntropyLoss", [f(2, 3), i(0, 2)], outputs: 2),
    Sample("NegativeLogLikelihoodLoss", [f(2, 3), i(0, 2)], [.int("ignore_index", 1)]),
    Sample(
      "FusedConv", [f(1, 1, 3, 3), f(1, 1, 2, 2)], [.string("activation", "Relu")],
      domain: "com.microsoft"),
    Sample(
      "FusedGemm", [f(2, 3), f(3, 2)], [.string("activation", "Relu")],
      domain: "com.microsoft"),
    Sample("FusedMatMul", [f(2, 3), f(2, 3)], [.int("transB", 1)], domain: "com.microsoft"),
  ]

  private static let texts: [Sample] = [
    Sample(
      "StringNormalizer", [.strings(["Monday", "tuesday"])],
      [.string("case_change_action", "UPPER"), .strings("stopwords", ["monday"])]),
    Sample("StringConcat", [.strings(["a", "b"]), .strings(["c"])]),
    Sample("StringSplit", [.strings(["a b", "c"])], [.int("maxsplit", 1)], outputs: 2),
    Sample(
      "RegexFullMatch", [.strings(["aaab", "ac"])], [.string("pattern", "(a*)*b?[^x-z]{0,9}")]),
    Sample(
      "TfIdfVectorizer", [.int64s([1, 2, 3, 2], [4])],
      [
        .string("mode", "TF"), .int("min_gram_length", 1), .int("max_gram_length", 2),
        .int("max_skip_count", 1), .ints("ngram_counts", [0, 2]),
        .ints("ngram_indexes", [0, 1, 2]), .ints("pool_int64s", [2, 3, 1, 2]),
      ]),
    Sample(
      "LabelEncoder", [i(1, 2)], [.ints("keys_int64s", [1, 2]), .ints("values_int64s", [3, 4])],
      domain: "ai.onnx.ml", opset: 17),
  ]
}
