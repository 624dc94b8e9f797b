// SPDX-License-Identifier: Apache-2.0
public import KernelTypes

/// The kernels of this target.
///
/// Only functions whose parameters are pointers, integers and structs of scalars leave this
/// module: vectors are passed differently where their registers do not exist.
public let kernels = KernelSet(
  instructionSet: compiledInstructionSet,
  laneCount: laneCount,
  unary: unary,
  binary: binary,
  biasActivation: biasActivation,
  columnBiasActivation: columnBiasActivation,
  scaleShift: scaleShift,
  softmax: softmax,
  reduceRows: reduceRows,
  reduceColumns: reduceColumns,
  maxPool: maxPool,
  averagePool: averagePool,
  responseNormalization: responseNormalization,
  im2col: im2col,
  depthwise: depthwise,
  transpose: transpose,
  packChannels: packChannels,
  unpackChannels: unpackChannels,
  dot: dot,
  gemv: gemv,
  blocksPerTile: tileBlocks,
  convolveBlocked: convolveBlocked,
  convolutionOffsets: convolutionOffsets,
  packedWeightCount: packedWeightCount,
  packConvolution: packConvolution,
  padPlanes: padPlanes,
  winogradInput: winogradInput,
  winogradOutput: winogradOutput,
  packWinograd: packWinograd,
  blockedDepthwise: blockedDepthwise,
  blockedMaxPool: blockedMaxPool,
  blockedAveragePool: blockedAveragePool,
  blockedResponseNormalization: blockedResponseNormalization,
  blockedScaleShift: blockedScaleShift,
  moveChannels: moveChannels,
  weightedSum: weightedSum,
  interpolateRows: interpolateRows,
  addStrided: addStrided,
  multiplyAddRounds: multiplyAddRounds,
  integer: makeIntegerKernels())
