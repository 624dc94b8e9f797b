// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// An operator that has fast code for images in blocks of channels.
protocol BlockedLowerable: Operation {
  /// How the operator works on blocks, nil when it does not with these operands.
  func blockedForm(_ operands: BlockedOperands) -> BlockedForm?

  /// The layer that a choice of algorithms can make faster, nil when there is no choice.
  func convolutionLayer(_ operands: BlockedOperands) -> ConvolutionLayer?

  /// The code for the node in `context`, some of whose inputs and whose output are in blocks.
  func lowerBlocked(
    _ context: inout LoweringContext, _ operands: BlockedOperands
  ) throws(GraphError) -> LoweredStep?
}

extension BlockedLowerable {
  func convolutionLayer(_ operands: BlockedOperands) -> ConvolutionLayer? { nil }
}

/// How an operator works on blocks.
struct BlockedForm {
  /// The inputs that are images in blocks.
  var images: [Int]
  /// Seconds that a run saves over the operator on planes, as estimated for one core.
  var secondsSaved: Double
}

/// Operands of an operator as they are in planes.
struct BlockedOperands {
  /// Plain types of the inputs.
  let inputs: OperandTypes
  /// Plain shape of the output.
  let outputShape: [Int]
  /// Channels in a block.
  let lanes: Int
  let options: SessionOptions
  /// Applied to the result.
  var following: UnaryFunction = .identity
  /// Type of the elements of images: `float32`, or `uint8` for codes.
  var dtype = ElementType.float32

  /// Shape of an input that is a tensor of the images' type of known and positive extents, else nil.
  func shape(_ index: Int) -> [Int]? {
    guard let type = inputs[index]?.tensorType, type.dtype == dtype, let shape = type.shape,
      shape.allSatisfy({ $0 > 0 })
    else { return nil }
    return shape
  }

  /// Shape `[N, C, H, W]` of an input, nil when it is none.
  func imageShape(_ index: Int) -> [Int]? {
    guard let shape = shape(index), shape.count == 4 else { return nil }
    return shape
  }

  /// Blocks of a number of channels.
  func blocks(_ channels: Int) -> Int { ChannelBlocks.count(channels, lanes: lanes) }
}

/// An operator whose image operands and whose result are in blocks of channels.
///
/// - Inputs: those of ``base``; an image `[N, C, H, W]` is `[N, ⌈C / lanes⌉, H, W, lanes]`.
/// - Outputs: the output of ``base`` in blocks; what fills the last block is not defined.
/// - Source: no ONNX operator; the plan makes it.
struct Blocked: Lowerable {
  static let opType = "Blocked"

  /// The operator.
  let base: any BlockedLowerable
  /// An operator of one operand that is applied to the result.
  let following: (any UnaryLowerable)?
  /// What ``following`` is to the kernels.
  let followingFunction: UnaryFunction
  /// Plain types of the inputs.
  let types: [ValueType?]
  /// The inputs that are images in blocks.
  let images: [Int]
  /// Channels in a block.
  let lanes: Int
  /// Type of the elements of the images and of the result.
  let dtype: ElementType

  static func == (left: Blocked, right: Blocked) -> Bool {
    AnyHashable(left.base) == AnyHashable(right.base)
      && left.followingFunction == right.followingFunction && left.types == right.types
      && left.images == right.images && left.lanes == right.lanes
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(AnyHashable(base))
    hasher.combine(followingFunction)
    hasher.combine(images)
    hasher.combine(lanes)
  }

  private func plain(_ inputs: OperandTypes) -> OperandTypes {
    OperandTypes(types, constants: types.indices.map { inputs.constant($0) })
  }

  private func outputShape(_ inputs: OperandTypes) throws(GraphError) -> [Int] {
    let types = try base.outputTypes(plain(inputs))
    guard let shape = types.first?.tensorType?.shape, shape.count == 4 else {
      throw GraphError(.shapeMismatch, "works on blocks of known shape")
    }
    return shape
  }

  func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    for index in images {
      let shape = try inputs.tensor(index, in: [dtype]).shape
      let expected = types[index]?.tensorType?.shape.map {
        ChannelBlocks.packedShape($0, lanes: lanes)
      }
      guard shape == expected else {
        throw GraphError(
          .shapeMismatch, "expects blocks of \(lanes) channels at \(index), got \(inputs[index]!)")
      }
    }
    let shape = try outputShape(inputs)
    return [.tensor(dtype, ChannelBlocks.packedShape(shape, lanes: lanes))]
  }

  func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var operands: [RuntimeValue?] = types.indices.map { inputs[$0] }
    for index in images {
      let channels = types[index]?.tensorType?.shape?[1] ?? 0
      operands[index] = .tensor(
        ChannelBlocks.unpack(try inputs.tensor(index), channels: channels))
    }
    var results = try base.evaluate(Operands(operands), in: context)
    if let following { results = try following.evaluate(Operands(results), in: context) }
    return results.map { $0.tensor.map { .tensor(ChannelBlocks.pack($0, lanes: lanes)) } ?? $0 }
  }

  func cost(_ inputs: OperandTypes) -> Cost { base.cost(plain(inputs)) }

  private func operands(
    _ inputs: OperandTypes, _ options: SessionOptions
  ) throws(GraphError) -> BlockedOperands {
    BlockedOperands(
      inputs: plain(inputs), outputShape: try outputShape(inputs), lanes: lanes, options: options,
      following: followingFunction, dtype: dtype)
  }

  /// The layer that a choice of algorithms can make faster, nil when there is no choice.
  func convolutionLayer(_ inputs: OperandTypes, _ options: SessionOptions) -> ConvolutionLayer? {
    (try? operands(inputs, options)).flatMap(base.convolutionLayer)
  }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard dtype == .uint8 || context.kernels.laneCount == lanes else { return nil }
    let inputs = context.graph.operandTypes(of: context.node)
    return try base.lowerBlocked(&context, try operands(inputs, context.options))
  }
}
