// SPDX-License-Identifier: Apache-2.0
public import KernelTypes

/// The kernels of this target on codes.
public let integerKernels = IntegerKernels(
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
  lookUp: lookUpCodes,
  quantize: quantizeReals,
  dequantize: dequantizeCodes,
  packChannels: packCodeChannels,
  unpackChannels: unpackCodeChannels,
  interleave: interleaveCodes)
