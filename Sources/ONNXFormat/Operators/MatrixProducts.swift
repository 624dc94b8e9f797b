// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Matrix products.
  static let matrixProducts: [OperatorBinding] = [
    .one("Gemm", Gemm.self) { reader in
      // Opset 6 has to ask for the broadcast that every later one does.
      reader.ignore("broadcast")
      return Gemm(
        alpha: try reader.float("alpha", default: 1), beta: try reader.float("beta", default: 1),
        transposesA: try reader.bool("transA", default: false),
        transposesB: try reader.bool("transB", default: false))
    } write: { operation, writer in
      if operation.alpha != 1 { writer.set("alpha", operation.alpha) }
      if operation.beta != 1 { writer.set("beta", operation.beta) }
      if operation.transposesA { writer.set("transA", true) }
      if operation.transposesB { writer.set("transB", true) }
    },
    .one("MatMul", MatMul.self) { _ in MatMul() },
    .one("Einsum", since: 12, Einsum.self) { reader in
      Einsum(equation: try reader.require(try reader.string("equation"), "equation"))
    } write: { operation, writer in
      writer.set("equation", operation.equation)
    },
    .one("Det", since: 11, Determinant.self) { _ in
      Determinant()
    } write: { _, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
    },
  ]
}
