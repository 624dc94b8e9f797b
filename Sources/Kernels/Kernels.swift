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
  packedWeightCount: packedWeightCount,
  packConvolution: packConvolution,
  padBlocks: padBlocks,
  winogradInput: winogradInput,
  winogradOutput: winogradOutput,
  packWinograd: packWinograd,
  weightedSum: weightedSum,
  interpolateRows: interpolateRows,
  addStrided: addStrided,
  multiplyAddRounds: multiplyAddRounds)
