// SPDX-License-Identifier: Apache-2.0
public import KernelTypes

/// The kernels of this target, all of them on codes.
public let integerKernels = makeIntegerKernels()
