// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// One operator with attributes that are not the defaults, for models that are written and read.
struct RoundTripSample {
  /// What an input of the operator is.
  enum Operand {
    case input(ValueType)
    case constant(Tensor)
  }

  let operation: any Operation
  let operands: [Operand?]
  let outputCount: Int

  init(_ operation: any Operation, _ operands: [Operand?], outputs: Int = 1) {
    (self.operation, self.operands, outputCount) = (operation, operands, outputs)
  }

  /// A graph of the operator alone.
  func graph() throws -> Graph {
    var graph = Graph(name: operation.opType)
    let inputs = operands.enumerated().map { index, operand -> ValueID? in
      switch operand {
      case .input(let type): graph.addInput("in\(index)", type)
      case .constant(let tensor): graph.addInitializer("in\(index)", tensor)
      case nil: nil
      }
    }
    let names = (0..<outputCount).map { "out\($0)" }
    let outputs = try graph.addNode(operation, name: "node", inputs: inputs, outputNames: names)
    for (name, output) in zip(names, outputs) {
      if let output { graph.addOutput(name, output) }
    }
    return graph
  }
}

extension RoundTripSample.Operand {
  fileprivate static func of(_ dtype: ElementType, _ shape: Int...) -> Self {
    .input(.tensor(dtype, shape))
  }
  fileprivate static func f(_ shape: Int...) -> Self { .input(.tensor(.float32, shape)) }
  /// A batch of open size.
  fileprivate static func batch(_ shape: Int...) -> Self {
    .input(.tensor(.float32, dimensions: [.symbolic("N")] + shape.map(Dimension.fixed)))
  }
  fileprivate static func i(_ shape: Int...) -> Self { .input(.tensor(.int64, shape)) }
  fileprivate static func flags(_ shape: Int...) -> Self { .input(.tensor(.bool, shape)) }
  fileprivate static func texts(_ shape: Int...) -> Self { .input(.tensor(.string, shape)) }
  /// A constant vector.
  fileprivate static func list(_ values: Int64...) -> Self { .constant(Tensor(values)) }
  fileprivate static func scalar(_ value: Int64) -> Self { .constant(Tensor(scalar: value)) }
  fileprivate static func real(_ value: Float) -> Self { .constant(Tensor(scalar: value)) }
  fileprivate static func zeros(_ dtype: ElementType, _ shape: Int...) -> Self {
    .constant(Tensor(zeros: dtype, shape: shape))
  }
}

extension RoundTripSample {
  /// All samples, at least one for each operator that is written.
  static let all = [
    unary, binary, elementwise, movement, layers, windows, reductions, quantized, recurrent, signal,
    texts, training, random, classical, sequences,
  ].flatMap { $0 }

  private static let unary: [RoundTripSample] =
    ([
      Abs(), Acos(), Acosh(), Asin(), Asinh(), Atan(), Atanh(), Ceil(), Celu(alpha: 2), Cos(),
      Cosh(), Elu(alpha: 0.5), Erf(), Exp(), Floor(), Gelu(isApproximate: true),
      HardSigmoid(alpha: 0.3, beta: 0.4), HardSwish(), Identity(),
      IsInf(detectsNegative: false), IsNaN(), LeakyReLU(alpha: 0.2), Log(), Mish(), Neg(),
      Reciprocal(), ReLU(), Round(), Selu(alpha: 2, gamma: 3), Shrink(bias: 0.1, lambda: 0.2),
      Sigmoid(), Sign(), Sin(), Sinh(), Softplus(), Softsign(), Sqrt(), Swish(alpha: 0.5), Tan(),
      Tanh(), ThresholdedReLU(alpha: 0.5), Cast(to: .float16),
      Cast(to: .float8E4M3FN, isSaturating: false),
    ] as [any Operation]).map { RoundTripSample($0, [.batch(3)]) }
    + [
      RoundTripSample(Not(), [.flags(2)]), RoundTripSample(BitwiseNot(), [.of(.uint8, 2)]),
    ]

  private static let binary: [RoundTripSample] =
    ([
      Add(), Div(), Mul(), Sub(), Pow(), Equal(), Greater(), GreaterOrEqual(), Less(),
      LessOrEqual(),
      Max(), Mean(), Min(), Sum(), PReLU(), CastLike(isSaturating: false),
      Mod(followsDividend: true),
    ]
    as [any Operation]).map {
      RoundTripSample($0, [.batch(3), .constant(Tensor([1, 2, 3] as [Float]))])
    }
    + ([And(), Or(), Xor()] as [any Operation]).map { RoundTripSample($0, [.flags(2), .flags(2)]) }
    + ([BitwiseAnd(), BitwiseOr(), BitwiseXor(), BitShift(direction: .left)] as [any Operation]).map
  {
    RoundTripSample($0, [.of(.uint8, 2), .of(.uint8, 2)])
  }

  private static let elementwise: [RoundTripSample] = [
    RoundTripSample(Clip(), [.f(2), .real(-1), .real(1)]),
    RoundTripSample(Clip(), [.f(2), nil, .real(1)]),
    RoundTripSample(Where(), [.flags(2), .f(2), .f(2)]),
  ]

  private static let movement: [RoundTripSample] = [
    RoundTripSample(Compress(axis: 1), [.f(2, 3), .flags(3)]),
    RoundTripSample(Compress(), [.f(2, 3), .flags(3)]),
    RoundTripSample(Concat(axis: -1), [.batch(2), .batch(3)]),
    RoundTripSample(ConstantOfShape(value: Tensor([7] as [Int32])), [.i(2)]),
    RoundTripSample(DepthToSpace(blockSize: 2, mode: .columnRowDepth), [.f(1, 4, 2, 2)]),
    RoundTripSample(Expand(), [.f(1, 3), .list(2, 3)]),
    RoundTripSample(EyeLike(dtype: .int32, diagonal: 1), [.f(2, 3)]),
    RoundTripSample(Flatten(axis: 2), [.batch(2, 3)]),
    RoundTripSample(Gather(axis: 1), [.f(2, 3), .i(2)]),
    RoundTripSample(GatherElements(axis: 1), [.f(2, 3), .i(2, 1)]),
    RoundTripSample(GatherND(batchAxes: 1), [.f(2, 3, 4), .i(2, 1)]),
    RoundTripSample(
      NonMaxSuppression(usesCenters: true),
      [.f(1, 5, 4), .f(1, 2, 5), .scalar(3), .real(0.5), .real(0.1)]),
    RoundTripSample(NonZero(), [.f(2, 3)]),
    RoundTripSample(NumberRange(), [.i(), .i(), .i()]),
    RoundTripSample(OneHot(axis: 0), [.i(3), .scalar(4), .f(2)]),
    RoundTripSample(Pad(mode: .reflect), [.f(2, 3), .list(0, 1, 0, 1)]),
    RoundTripSample(Pad(), [.f(2, 3), .list(1, 1), .real(2), .list(-1)]),
    RoundTripSample(Reshape(allowsZero: true), [.f(2, 3), .list(3, -1)]),
    RoundTripSample(ReverseSequence(batchAxis: 0, timeAxis: 1), [.f(2, 3), .i(2)]),
    RoundTripSample(ScatterElements(axis: 1, reduction: .add), [.f(2, 3), .i(2, 1), .f(2, 1)]),
    RoundTripSample(ScatterND(reduction: .mul), [.f(2, 3), .i(1, 1), .f(1, 3)]),
    RoundTripSample(Shape(start: 1, end: -1), [.batch(2, 3)]),
    RoundTripSample(Size(), [.batch(2)]),
    RoundTripSample(Slice(), [.f(4, 4), .list(0, 3), .list(2, 0), .list(0, 1), .list(1, -1)]),
    RoundTripSample(SpaceToDepth(blockSize: 2), [.f(1, 1, 4, 4)]),
    RoundTripSample(Split(axis: 1, partCount: 2), [.f(2, 5), .list(2, 3)], outputs: 2),
    RoundTripSample(Split(axis: -1, partCount: 3), [.f(2, 5)], outputs: 3),
    RoundTripSample(Squeeze(), [.f(1, 2, 1), .list(0)]), RoundTripSample(Squeeze(), [.f(1, 2)]),
    RoundTripSample(
      TensorScatter(axis: 1, mode: .circular), [.f(2, 4, 3), .f(2, 1, 3), .i(2)]),
    RoundTripSample(Tile(), [.f(2, 3), .list(1, 2)]),
    RoundTripSample(Transpose(permutation: [1, 2, 0]), [.f(2, 3, 4)]),
    RoundTripSample(Transpose(), [.f(2, 3)]),
    RoundTripSample(Trilu(keepsUpper: false), [.f(3, 3), .scalar(1)]),
    RoundTripSample(Unique(axis: 0, isSorted: false), [.f(3, 2)], outputs: 4),
    RoundTripSample(Unsqueeze(), [.f(2), .list(0, 2)]),
  ]

  private static let layers: [RoundTripSample] = [
    RoundTripSample(
      BatchNormalization(epsilon: 1e-3), [.batch(2, 4), .f(2), .f(2), .f(2), .f(2)]),
    RoundTripSample(
      BatchNormalization(momentum: 0.5, isTraining: true),
      [.batch(2, 4), .f(2), .f(2), .f(2), .f(2)], outputs: 3),
    RoundTripSample(CenterCropPad(axes: [1]), [.f(2, 5), .list(3)]),
    RoundTripSample(Determinant(), [.f(2, 3, 3)]),
    RoundTripSample(Dropout(seed: 3), [.f(2), .real(0.3), .flags()], outputs: 2),
    RoundTripSample(Einsum(equation: "ij,jk->ik"), [.f(2, 3), .f(3, 4)]),
    RoundTripSample(
      Gemm(alpha: 2, beta: 3, transposesA: true, transposesB: true),
      [.f(3, 2), .f(4, 3), .f(4)]),
    RoundTripSample(MatMul(), [.batch(2, 3), .f(3, 4)]),
    RoundTripSample(GroupNormalization(groups: 2, epsilon: 1e-3), [.f(1, 4, 3), .f(4), .f(4)]),
    RoundTripSample(InstanceNormalization(epsilon: 1e-3), [.f(1, 2, 3), .f(2), .f(2)]),
    RoundTripSample(
      LayerNormalization(axis: 1, epsilon: 1e-3), [.f(2, 3, 4), .f(3, 4), .f(3, 4)], outputs: 3),
    RoundTripSample(RMSNormalization(axis: 1, epsilon: 1e-3), [.f(2, 3), .f(3)]),
    RoundTripSample(
      LocalResponseNormalization(size: 3, alpha: 1e-3, beta: 0.5, bias: 2), [.f(1, 4, 2, 2)]),
    RoundTripSample(LpNormalization(axis: 0, p: 1), [.f(2, 3)]),
    RoundTripSample(MeanVarianceNormalization(axes: [0, 1]), [.f(2, 3)]),
    RoundTripSample(AffineGrid(alignsCorners: true), [.f(1, 2, 3), .list(1, 1, 4, 5)]),
    RoundTripSample(
      GridSample(mode: .nearest, outside: .border, alignsCorners: true),
      [.f(1, 1, 3, 3), .f(1, 2, 2, 2)]),
    RoundTripSample(
      Resize(
        mode: .cubic, coordinates: .alignCorners, cubicCoefficient: -0.5, excludesOutside: true,
        antialiases: true),
      [.f(1, 1, 3, 3), nil, nil, .list(1, 1, 5, 6)]),
    RoundTripSample(
      Resize(mode: .nearest, coordinates: .asymmetric, rounding: .floor),
      [.f(1, 1, 3, 3), nil, .constant(Tensor([1, 1, 2, 2] as [Float]))]),
  ]

  private static let window = SlidingWindow(
    strides: [2, 1], dilations: [1, 2], padding: .explicit(begin: [1, 0], end: [0, 1]))
  private static let strided = SlidingWindow(strides: [2, 2])

  private static let windows: [RoundTripSample] = [
    RoundTripSample(Conv(window: window, groups: 2), [.batch(4, 9, 9), .f(6, 2, 3, 3), .f(6)]),
    RoundTripSample(
      Conv(window: SlidingWindow(padding: .sameUpper)), [.batch(4, 9), .f(6, 4, 3)]),
    RoundTripSample(
      ConvTranspose(window: strided, groups: 2, outputPadding: [1, 0]),
      [.f(1, 4, 3, 3), .f(4, 1, 3, 3), .f(2)]),
    RoundTripSample(
      ConvTranspose(window: strided, outputShape: [6, 6]), [.f(1, 2, 3, 3), .f(2, 1, 2, 2)]),
    RoundTripSample(
      DeformConv(groups: 1, offsetGroups: 1), [.f(1, 1, 3, 3), .f(1, 1, 2, 2), .f(1, 8, 2, 2)]),
    RoundTripSample(
      MaxPool(kernel: [2, 2], window: window, countsColumnsFirst: true), [.batch(2, 9, 9)],
      outputs: 2),
    RoundTripSample(
      MaxPool(kernel: [1], window: SlidingWindow(strides: [2], roundsUp: true)), [.f(1, 2, 6)]),
    RoundTripSample(
      AveragePool(kernel: [3, 3], window: window, countsPadding: true), [.batch(2, 9, 9)]),
    RoundTripSample(LpPool(kernel: [3], window: SlidingWindow(strides: [2]), p: 3), [.f(1, 2, 7)]),
    RoundTripSample(GlobalAveragePool(), [.batch(2, 5)]),
    RoundTripSample(GlobalMaxPool(), [.batch(2, 5)]),
    RoundTripSample(GlobalLpPool(p: 1), [.batch(2, 5)]),
    RoundTripSample(MaxUnpool(kernel: [2, 2], window: strided), [.f(1, 1, 2, 2), .i(1, 1, 2, 2)]),
    RoundTripSample(
      MaxRoiPool(pooledShape: [2, 2], spatialScale: 0.5), [.f(1, 2, 4, 4), .f(1, 5)]),
    RoundTripSample(
      RoiAlign(
        mode: .max, shiftsHalfPixel: false, outputHeight: 2, outputWidth: 3, samplingRatio: 2,
        spatialScale: 0.5),
      [.f(1, 2, 4, 4), .f(2, 4), .i(2)]),
    RoundTripSample(
      Col2Im(
        window: SlidingWindow(strides: [1, 1], padding: .explicit(begin: [0, 0], end: [0, 0]))),
      [.f(1, 4, 4), .list(3, 3), .list(2, 2)]),
  ]

  private static let reductions: [RoundTripSample] =
    ([
      ReduceL1(keepsAxes: false), ReduceL2(), ReduceLogSum(), ReduceLogSumExp(), ReduceMax(),
      ReduceMean(keepsAxes: false), ReduceMin(), ReduceProd(), ReduceSum(), ReduceSumSquare(),
      CumSum(isExclusive: true, isReversed: true),
    ] as [any Operation]).map {
      RoundTripSample($0, [.batch(3), $0 is CumSum ? .scalar(1) : .list(-1)])
    } + [
      RoundTripSample(ReduceSum(isElementwiseWithoutAxes: true), [.f(2)]),
      RoundTripSample(ArgMax(axis: 1, keepsAxes: false, selectsLast: true), [.f(2, 3)]),
      RoundTripSample(ArgMin(axis: -1), [.f(2, 3)]), RoundTripSample(Softmax(axis: 0), [.f(2, 3)]),
      RoundTripSample(LogSoftmax(axis: 1), [.f(2, 3)]),
      RoundTripSample(Hardmax(axis: 1), [.f(2, 3)]),
      RoundTripSample(
        TopK(axis: 0, wantsLargest: false, isSorted: false), [.f(4, 3), .list(2)], outputs: 2),
    ]

  private static let quantized: [RoundTripSample] = [
    RoundTripSample(QuantizeLinear(axis: 0), [.f(2, 3), .f(2), .zeros(.int8, 2)]),
    RoundTripSample(
      QuantizeLinear(axis: 1, blockSize: 2, outputType: .int4), [.f(2, 4), .f(2, 2)]),
    RoundTripSample(DequantizeLinear(axis: 0), [.of(.uint8, 2, 3), .f(2), .zeros(.uint8, 2)]),
    RoundTripSample(DynamicQuantizeLinear(), [.f(3)], outputs: 3),
    RoundTripSample(MatMulInteger(), [.of(.uint8, 2, 3), .of(.int8, 3, 4), .zeros(.uint8)]),
    RoundTripSample(
      ConvInteger(window: window, groups: 2), [.of(.uint8, 1, 4, 9, 9), .of(.int8, 2, 2, 3, 3)]),
    RoundTripSample(
      QLinearConv(window: window, groups: 2),
      [
        .of(.uint8, 1, 4, 9, 9), .real(0.5), .zeros(.uint8), .of(.int8, 2, 2, 3, 3), .real(0.25),
        .zeros(.int8), .real(1), .zeros(.uint8), .zeros(.int32, 2),
      ]),
    RoundTripSample(
      QLinearMatMul(),
      [
        .of(.uint8, 2, 3), .real(0.5), .zeros(.uint8), .of(.int8, 3, 4), .real(0.25),
        .zeros(.int8), .real(1), .zeros(.uint8),
      ]),
  ]

  private static let recurrent: [RoundTripSample] = [
    RoundTripSample(
      LSTM(
        hiddenSize: 2, direction: .bidirectional, isBatchFirst: true, clip: 3,
        activations: [.sigmoid, .hardSigmoid, .scaledTanh, .relu, .leakyRelu, .tanh].map {
          RecurrentActivation($0, alpha: 0.3, beta: 0.7)
        }, couplesInputAndForget: true),
      [
        .batch(5, 3), .f(2, 8, 3), .f(2, 8, 2), .f(2, 16), .input(.tensor(.int32, dimensions: nil)),
        nil, nil, .f(2, 6),
      ], outputs: 3),
    RoundTripSample(
      GRU(hiddenSize: 2, direction: .reverse, isLinearBeforeReset: true),
      [.f(5, 1, 3), .f(1, 6, 3), .f(1, 6, 2)], outputs: 2),
    RoundTripSample(
      RNN(hiddenSize: 2, activations: [RecurrentActivation(.affine, alpha: 2, beta: 1)]),
      [.f(5, 1, 3), .f(1, 2, 3), .f(1, 2, 2), nil, nil, .f(1, 1, 2)], outputs: 2),
  ]

  private static let signal: [RoundTripSample] = [
    RoundTripSample(DFT(isInverse: true), [.f(2, 8, 5, 2), .scalar(6), .scalar(1)]),
    RoundTripSample(DFT(isOneSided: true), [.f(2, 8, 1)]),
    RoundTripSample(STFT(isOneSided: false), [.f(1, 20, 2), .scalar(4), nil, .scalar(8)]),
    RoundTripSample(HannWindow(outputType: .float64, isPeriodic: false), [.scalar(8)]),
    RoundTripSample(HammingWindow(isPeriodic: false), [.i()]),
    RoundTripSample(BlackmanWindow(outputType: .float16), [.i()]),
    RoundTripSample(
      MelWeightMatrix(outputType: .float64),
      [.scalar(8), .scalar(16), .scalar(8000), .real(0), .real(4000)]),
  ]

  private static let texts: [RoundTripSample] = [
    RoundTripSample(StringConcat(), [.texts(2), .texts(2)]),
    RoundTripSample(StringSplit(delimiter: ",", limit: 2), [.texts(2)], outputs: 2),
    RoundTripSample(RegexFullMatch(pattern: "a+b"), [.texts(2)]),
    RoundTripSample(
      StringNormalizer(caseChange: .lower, isCaseSensitive: true, stopWords: ["the"]),
      [.texts(2)]),
    RoundTripSample(
      TfIdfVectorizer(
        mode: .both, shortest: 1, longest: 2, mostSkips: 1, poolStarts: [0, 1],
        outputIndices: [0, 1], pool: Tensor([4, 5, 6] as [Int64]), weights: [0.5, 2]),
      [.i(5)]),
    RoundTripSample(
      LabelEncoder(
        keys: Tensor(strings: ["a", "b"], shape: [2]), values: Tensor([1, 2] as [Int64]),
        fallback: Tensor([9] as [Int64])), [.texts(2)]),
  ]

  private static let training: [RoundTripSample] = [
    RoundTripSample(
      NegativeLogLikelihoodLoss(reduction: .sum, ignoredClass: -1), [.f(2, 3), .i(2), .f(3)]),
    RoundTripSample(
      SoftmaxCrossEntropyLoss(reduction: .none, ignoredClass: 1), [.f(2, 3), .i(2)], outputs: 2),
    RoundTripSample(
      Adagrad(decay: 0.1, epsilon: 1e-3, weightDecay: 0.01), [.f(), .i(), .f(2), .f(2), .f(2)],
      outputs: 2),
    RoundTripSample(
      Adam(alpha: 0.8, beta: 0.9, epsilon: 1e-3, weightDecay: 0.1, weightDecayAfter: 0.2),
      [.f(), .i(), .f(2), .f(2), .f(2), .f(2)], outputs: 3),
    RoundTripSample(
      Momentum(alpha: 0.8, beta: 0.9, mode: .nesterov, weightDecay: 0.1),
      [.f(), .i(), .f(2), .f(2), .f(2)], outputs: 2),
  ]

  private static let random: [RoundTripSample] = [
    RoundTripSample(Bernoulli(outputType: .bool, seed: 3), [.f(2)]),
    RoundTripSample(Multinomial(sampleCount: 4, outputType: .int64, seed: 1), [.f(2, 3)]),
    RoundTripSample(RandomNormal(shape: [2], mean: 1, scale: 2, dtype: .float64, seed: 1), []),
    RoundTripSample(RandomNormalLike(mean: 1, scale: 2, outputType: .float16), [.i(2)]),
    RoundTripSample(RandomUniform(shape: [2], low: 1, high: 2, seed: 0), []),
    RoundTripSample(RandomUniformLike(low: -1, high: 2), [.f(2)]),
  ]

  private static let classical: [RoundTripSample] = [
    RoundTripSample(ArrayFeatureExtractor(), [.f(2, 3), .i(2)]),
    RoundTripSample(Binarizer(threshold: 0.5), [.f(2)]),
    RoundTripSample(Normalizer(norm: .l1), [.f(2, 3)]),
    RoundTripSample(Scaler(offset: [1], scale: [2, 3]), [.f(1, 2)]),
    RoundTripSample(
      TreeEnsemble(
        nodes: [
          .init(
            feature: 1, mode: .lessOrEqual, split: 0.5, whenTrue: .leaf(0), whenFalse: .node(1),
            takesMissing: true),
          .init(
            feature: 0, mode: .member, split: 0, members: [1, 2], whenTrue: .leaf(1),
            whenFalse: .node(2)),
          .init(
            feature: 0, mode: .member, split: 0, members: [4], whenTrue: .leaf(0),
            whenFalse: .leaf(1)),
        ],
        leaves: [.init(target: 0, weight: 1.5), .init(target: 1, weight: -2)], roots: [0],
        targetCount: 2, aggregation: .maximum, transform: .softmax), [.f(4, 2)]),
  ]

  private static let sequence = Operand.input(.sequence(TensorType(.float32, [2, 3])))

  private static let sequences: [RoundTripSample] = [
    RoundTripSample(SequenceConstruct(), [.f(2), .f(2)]),
    RoundTripSample(SequenceEmpty(dtype: .int64), []),
    RoundTripSample(SequenceLength(), [sequence]),
    RoundTripSample(SequenceAt(), [sequence, .i()]),
    RoundTripSample(SequenceInsert(), [sequence, .f(2, 3), .scalar(0)]),
    RoundTripSample(SequenceErase(), [sequence, .scalar(0)]),
    RoundTripSample(SplitToSequence(axis: 1, keepsAxis: false), [.f(2, 3)]),
    RoundTripSample(ConcatFromSequence(axis: 1, isNewAxis: true), [sequence]),
    RoundTripSample(OptionalConstruct(), [.f(2)]),
    RoundTripSample(OptionalHasElement(), [.input(.optional(.tensor(.float32, [2])))]),
    RoundTripSample(OptionalGetElement(), [.input(.optional(.tensor(.float32, [2])))]),
  ]
}
