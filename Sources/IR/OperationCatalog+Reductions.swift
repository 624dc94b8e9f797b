// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators that bring the elements along axes together, or put them in order.
  static let reductions: [any Operation.Type] = [
    ArgMax.self,
    ArgMin.self,
    CumSum.self,
    Hardmax.self,
    LogSoftmax.self,
    ReduceL1.self,
    ReduceL2.self,
    ReduceLogSum.self,
    ReduceLogSumExp.self,
    ReduceMax.self,
    ReduceMean.self,
    ReduceMin.self,
    ReduceProd.self,
    ReduceSum.self,
    ReduceSumSquare.self,
    Softmax.self,
    TopK.self,
  ]
}
