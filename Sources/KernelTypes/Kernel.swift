// SPDX-License-Identifier: Apache-2.0

/// One kernel in the catalogue: what it is called, what it computes and what it is compiled for.
public struct Kernel: Sendable, CustomStringConvertible {
  /// What a kernel computes; kernels of a family that take an operator are listed once for each.
  public enum Operation: Hashable, Sendable {
    /// `KernelSet.unary` with one function.
    case unary(UnaryFunction.Kind)
    /// `KernelSet.binary` with one operator.
    case binary(BinaryOperator)
    /// `KernelSet.biasActivation`.
    case biasActivation
    /// `KernelSet.columnBiasActivation`.
    case columnBiasActivation
    /// `KernelSet.scaleShift`.
    case scaleShift
    /// `KernelSet.softmax`, of the logarithm or not.
    case softmax(logarithm: Bool)
    /// `KernelSet.reduceRows` with one kind.
    case reduceRows(ReductionKind)
    /// `KernelSet.reduceColumns` with one kind.
    case reduceColumns(ReductionKind)
    /// `KernelSet.maxPool`.
    case maxPool
    /// `KernelSet.averagePool`.
    case averagePool
    /// `KernelSet.responseNormalization`.
    case responseNormalization
    /// `KernelSet.im2col`.
    case im2col
    /// `KernelSet.depthwise`.
    case depthwise
    /// `KernelSet.transpose`.
    case transpose
    /// `KernelSet.packChannels`.
    case packChannels
    /// `KernelSet.unpackChannels`.
    case unpackChannels
    /// `KernelSet.dot`.
    case dot
    /// `KernelSet.gemv`.
    case gemv
    /// `KernelSet.convolveBlocked` with `packConvolution`.
    case convolveBlocked
    /// `KernelSet.padPlanes`.
    case padPlanes
    /// `KernelSet.blockedDepthwise`.
    case blockedDepthwise
    /// `KernelSet.blockedMaxPool`.
    case blockedMaxPool
    /// `KernelSet.blockedAveragePool`.
    case blockedAveragePool
    /// `KernelSet.blockedResponseNormalization`.
    case blockedResponseNormalization
    /// `KernelSet.blockedScaleShift`.
    case blockedScaleShift
    /// `KernelSet.moveChannels`.
    case moveChannels
    /// `KernelSet.winogradInput`, `winogradOutput` and `packWinograd` with one transform.
    case winograd(WinogradTransform)
    /// `KernelSet.weightedSum`.
    case weightedSum
    /// `KernelSet.interpolateRows`.
    case interpolateRows
    /// `KernelSet.addStrided`.
    case addStrided
    /// A kernel on codes, of `KernelSet.integer`.
    case codes(IntegerOperation)

    /// Every operation on codes.
    public static var codes: [Operation] { IntegerOperation.allCases.map(Operation.codes) }

    /// Every operation.
    public static var all: [Operation] {
      UnaryFunction.Kind.allCases.map(Operation.unary)
        + BinaryOperator.allCases.map(Operation.binary)
        + [.biasActivation, .columnBiasActivation, .scaleShift]
        + [.softmax(logarithm: false), .softmax(logarithm: true)]
        + ReductionKind.allCases.map(Operation.reduceRows)
        + ReductionKind.allCases.map(Operation.reduceColumns)
        + [.maxPool, .averagePool, .responseNormalization, .im2col, .depthwise, .transpose]
        + [.packChannels, .unpackChannels, .dot, .gemv, .convolveBlocked, .padPlanes]
        + [
          .blockedDepthwise,
          .blockedMaxPool,
          .blockedAveragePool,
          .blockedResponseNormalization,
          .blockedScaleShift,
          .moveChannels,
        ]
        + WinogradTransform.allCases.map(Operation.winograd)
        + [.weightedSum, .interpolateRows, .addStrided]
        + codes
    }

    /// The member of `KernelSet` that runs it.
    public var family: String {
      switch self {
      case .unary: "unary"
      case .binary: "binary"
      case .biasActivation: "biasActivation"
      case .columnBiasActivation: "columnBiasActivation"
      case .scaleShift: "scaleShift"
      case .softmax: "softmax"
      case .reduceRows: "reduceRows"
      case .reduceColumns: "reduceColumns"
      case .maxPool: "maxPool"
      case .averagePool: "averagePool"
      case .responseNormalization: "responseNormalization"
      case .im2col: "im2col"
      case .depthwise: "depthwise"
      case .transpose: "transpose"
      case .packChannels: "packChannels"
      case .unpackChannels: "unpackChannels"
      case .dot: "dot"
      case .gemv: "gemv"
      case .convolveBlocked: "convolveBlocked"
      case .padPlanes: "padPlanes"
      case .blockedDepthwise: "blockedDepthwise"
      case .blockedMaxPool: "blockedMaxPool"
      case .blockedAveragePool: "blockedAveragePool"
      case .blockedResponseNormalization: "blockedResponseNormalization"
      case .blockedScaleShift: "blockedScaleShift"
      case .moveChannels: "moveChannels"
      case .winograd: "winograd"
      case .weightedSum: "weightedSum"
      case .interpolateRows: "interpolateRows"
      case .addStrided: "addStrided"
      case .codes: "codes"
      }
    }
  }

  /// What it computes.
  public let operation: Operation
  /// The set it belongs to, through which it is called.
  public let kernels: KernelSet

  /// The kernel of `kernels` for `operation`.
  public init(_ operation: Operation, in kernels: KernelSet) {
    self.operation = operation
    self.kernels = kernels
  }

  /// The family, which is the member of `KernelSet` that runs it.
  public var family: String { operation.family }
  /// What it is compiled for.
  public var instructionSet: InstructionSet { kernels.instructionSet }

  /// The name within its instruction set, such as `unary.relu`; unique there.
  public var name: String {
    switch operation {
    case .unary(let kind): "\(family).\(kind)"
    case .binary(let kind): "\(family).\(kind)"
    case .softmax(let logarithm): logarithm ? "softmax.logarithm" : "softmax.plain"
    case .reduceRows(let kind), .reduceColumns(let kind): "\(family).\(kind)"
    case .winograd(let transform): "\(family).\(transform)"
    case .codes(let operation): "\(family).\(operation)"
    default: family
    }
  }

  /// The name and the instruction set, such as `unary.relu/avx2`.
  public var description: String { "\(name)/\(instructionSet)" }
}
