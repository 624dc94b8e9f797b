// SPDX-License-Identifier: Apache-2.0
@_exported public import Datasets
@_exported public import IR
@_exported public import Imaging
@_exported public import KernelTypes
@_exported public import ONNXFormat
@_exported public import Passes
@_exported public import Runtime
@_exported public import Tensors
