// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Runtime
import Testing

@Suite struct KernelTests {
  @Test(arguments: KernelCatalog.all)
  func `kernel matches its reference`(kernel: Kernel) throws {
    try requireSupport(kernel.instructionSet)
    switch kernel.operation {
    case .unary(let kind): try checkUnary(kernel, kind)
    case .binary(let op): try checkBinary(kernel, op)
    case .biasActivation: try checkBiasActivation(kernel, perColumn: false)
    case .columnBiasActivation: try checkBiasActivation(kernel, perColumn: true)
    case .scaleShift: try checkScaleShift(kernel)
    case .softmax(let logarithm): try checkSoftmax(kernel, logarithm: logarithm)
    case .reduceRows(let kind): try checkReduction(kernel, kind, overRows: true)
    case .reduceColumns(let kind): try checkReduction(kernel, kind, overRows: false)
    case .maxPool: try checkPool(kernel, average: false)
    case .averagePool: try checkPool(kernel, average: true)
    case .responseNormalization: try checkResponseNormalization(kernel)
    case .im2col: try checkIm2col(kernel)
    case .depthwise: try checkDepthwise(kernel)
    case .transpose: try checkTranspose(kernel)
    case .packChannels: try checkChannelBlocks(kernel, packs: true)
    case .unpackChannels: try checkChannelBlocks(kernel, packs: false)
    case .dot: try checkDot(kernel)
    case .gemv: try checkGemv(kernel)
    case .convolveBlocked: try checkConvolveBlocked(kernel)
    case .padPlanes: try checkPadPlanes(kernel)
    case .blockedDepthwise: try checkBlockedDepthwise(kernel)
    case .blockedMaxPool: try checkBlockedPool(kernel, average: false)
    case .blockedAveragePool: try checkBlockedPool(kernel, average: true)
    case .blockedResponseNormalization: try checkBlockedResponseNormalization(kernel)
    case .blockedScaleShift: try checkBlockedScaleShift(kernel)
    case .moveChannels: try checkMoveChannels(kernel)
    case .winograd(let transform): try checkWinograd(kernel, transform)
    case .weightedSum: try checkWeightedSum(kernel)
    case .interpolateRows: try checkInterpolateRows(kernel)
    case .addStrided: try checkAddStrided(kernel)
    case .codes(let operation): checkCodes(kernel.kernels.integer, operation)
    }
  }

  /// Skips, by name, what this CPU cannot run.
  func requireSupport(_ set: InstructionSet) throws {
    if !CPUFeatures.current.supports(set) {
      try Test.cancel("this CPU lacks \(set)")
    }
  }
}

@Suite struct LaneMathTests {
  /// Expects at most 4 ulp on every 9973rd `Float`, NaNs, infinities and subnormals included.
  @Test(
    arguments: KernelCatalog.sets,
    [UnaryFunction.Kind.exp, .log, .sigmoid, .tanh, .erf])
  func `elementary functions are within 4 ulp`(
    kernels: KernelSet, kind: UnaryFunction.Kind
  ) throws {
    try KernelTests().requireSupport(kernels.instructionSet)
    let x = stride(from: UInt64(0), to: 1 << 32, by: 9973).map {
      Float(bitPattern: UInt32($0))
    }
    var y = x
    kernels.unary(UnaryFunction(kind), x, &y, x.count)
    var worst = (ulp: 0.0, x: Float(0))
    for (input, output) in zip(x, y) {
      let exact = reference(UnaryFunction(kind), Double(input))
      let rounded = Float(exact)
      if output == rounded || output.isNaN && rounded.isNaN { continue }
      let error = abs(Double(output) - exact) / Double(rounded.ulp)
      if !(error <= worst.ulp) { worst = (error, input) }
    }
    #expect(worst.ulp <= 4, "\(kind)/\(kernels.instructionSet) at \(worst.x)")
  }
}
