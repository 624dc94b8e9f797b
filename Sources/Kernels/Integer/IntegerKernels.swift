// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// The kernels of this target on codes. Inlined where they are kept: a copy of the struct would be a
/// weak function.
@inline(always)
func makeIntegerKernels() -> IntegerKernels {
  IntegerKernels(
    instructionSet: compiledInstructionSet,
    blocksPerTile: integerTileBlocks,
    convolve: convolveCodes,
    convolutionOffsets: codeOffsets,
    packedWeightBytes: packedCodeBytes,
    packConvolution: packCodes,
    depthwise: depthwiseCodes,
    maxPool: maxPoolCodes,
    averagePool: averagePoolCodes,
    combine: combineCodes,
    scaleShift: scaleShiftCodes,
    lookUp: lookUpCodes,
    quantize: quantizeReals,
    dequantize: dequantizeCodes,
    packChannels: packCodeChannels,
    unpackChannels: unpackCodeChannels,
    interleave: interleaveCodes)
}
