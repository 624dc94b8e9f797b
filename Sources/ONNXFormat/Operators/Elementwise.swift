// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators whose every output element depends on one element of each input.
  static let elementwise =
    unaryMath + activations + contribActivations + arithmetic + comparisons + conversions

  /// Functions of one number without attributes.
  private static let unaryMath: [OperatorBinding] = [
    .plain("Abs", Abs()),
    .plain("Acos", since: 7, Acos(), bfloat16: 22),
    .plain("Acosh", since: 9, Acosh(), bfloat16: 22),
    .plain("Asin", since: 7, Asin(), bfloat16: 22),
    .plain("Asinh", since: 9, Asinh(), bfloat16: 22),
    .plain("Atan", since: 7, Atan(), bfloat16: 22),
    .plain("Atanh", since: 9, Atanh(), bfloat16: 22),
    .plain("BitwiseNot", since: 18, BitwiseNot()),
    .plain("Ceil", Ceil()),
    .plain("Cos", since: 7, Cos(), bfloat16: 22),
    .plain("Cosh", since: 9, Cosh(), bfloat16: 22),
    .plain("Erf", since: 9, Erf()),
    .plain("Exp", Exp()),
    .plain("Floor", Floor()),
    .plain("Log", Log()),
    .plain("Neg", Neg()),
    .plain("Not", Not()),
    .plain("Reciprocal", Reciprocal()),
    .plain("Round", since: 11, Round(), bfloat16: 22),
    .plain("Sign", since: 9, Sign()),
    .plain("Sin", since: 7, Sin(), bfloat16: 22),
    .plain("Sinh", since: 9, Sinh(), bfloat16: 22),
    .plain("Sqrt", Sqrt()),
    .plain("Tan", since: 7, Tan(), bfloat16: 22),
    .plain("Tanh", Tanh()),
  ]

  /// Activations of networks.
  private static let activations: [OperatorBinding] = [
    .one("Relu", ReLU.self) { reader in
      reader.ignore("consumed_inputs")
      return ReLU()
    } write: { _, writer in
      writer.requireOpset(14, for: ElementTypes.integers)
    },
    .plain("HardSwish", since: 14, HardSwish(), bfloat16: 22),
    .plain("Mish", since: 18, Mish(), bfloat16: 22),
    .plain("Sigmoid", Sigmoid()),
    .plain("Softplus", Softplus(), bfloat16: 22),
    .plain("Softsign", Softsign(), bfloat16: 22),
    .one("Celu", since: 12, Celu.self) { reader in
      Celu(alpha: try reader.float("alpha", default: 1))
    } write: { operation, writer in
      if operation.alpha != 1 { writer.set("alpha", operation.alpha) }
    },
    .one("Elu", Elu.self) { reader in
      Elu(alpha: try reader.float("alpha", default: 1))
    } write: { operation, writer in
      writer.requireOpset(22, for: [.bfloat16])
      if operation.alpha != 1 { writer.set("alpha", operation.alpha) }
    },
    .one("HardSigmoid", HardSigmoid.self) { reader in
      HardSigmoid(
        alpha: try reader.float("alpha", default: 0.2), beta: try reader.float("beta", default: 0.5)
      )
    } write: { operation, writer in
      writer.requireOpset(22, for: [.bfloat16])
      if operation.alpha != 0.2 { writer.set("alpha", operation.alpha) }
      if operation.beta != 0.5 { writer.set("beta", operation.beta) }
    },
    .one("LeakyRelu", LeakyReLU.self) { reader in
      LeakyReLU(alpha: try reader.float("alpha", default: 0.01))
    } write: { operation, writer in
      writer.requireOpset(16, for: [.bfloat16])
      if operation.alpha != 0.01 { writer.set("alpha", operation.alpha) }
    },
    .one("Selu", Selu.self) { reader in
      let standard = Selu()
      return Selu(
        alpha: try reader.float("alpha", default: standard.alpha),
        gamma: try reader.float("gamma", default: standard.gamma))
    } write: { operation, writer in
      writer.requireOpset(22, for: [.bfloat16])
      if operation.alpha != Selu().alpha { writer.set("alpha", operation.alpha) }
      if operation.gamma != Selu().gamma { writer.set("gamma", operation.gamma) }
    },
    .one("Shrink", since: 9, Shrink.self) { reader in
      Shrink(
        bias: try reader.float("bias", default: 0), lambda: try reader.float("lambd", default: 0.5))
    } write: { operation, writer in
      if operation.bias != 0 { writer.set("bias", operation.bias) }
      if operation.lambda != 0.5 { writer.set("lambd", operation.lambda) }
    },
    .one("ThresholdedRelu", since: 10, ThresholdedReLU.self) { reader in
      ThresholdedReLU(alpha: try reader.float("alpha", default: 1))
    } write: { operation, writer in
      writer.requireOpset(22, for: [.bfloat16])
      if operation.alpha != 1 { writer.set("alpha", operation.alpha) }
    },
    .one("Gelu", since: 20, Gelu.self) { reader in
      Gelu(isApproximate: try reader.choice("approximate", default: GeluForm.none) == .tanh)
    } write: { operation, writer in
      if operation.isApproximate { writer.set("approximate", GeluForm.tanh.rawValue) }
    },
    // Before opset 24 only ONNX Runtime's own domain has a name for it.
    .one("Swish", Swish.self) { reader in
      Swish(alpha: try reader.float("alpha", default: 1))
    } write: { operation, writer in
      if writer.opset < 24 {
        (writer.domain, writer.opType) = (contribDomain, "QuickGelu")
        if operation.alpha != 1.702 { writer.set("alpha", operation.alpha) }
      } else if operation.alpha != 1 {
        writer.set("alpha", operation.alpha)
      }
    },
  ]

  private static let contribDomain = "com.microsoft"

  /// ONNX Runtime's own activations.
  private static let contribActivations: [OperatorBinding] = [
    .alias("Gelu", domain: contribDomain) { _ in Gelu() },
    .alias("QuickGelu", domain: contribDomain) { reader in
      Swish(alpha: try reader.float("alpha", default: 1.702))
    },
    .expansion("BiasGelu", domain: contribDomain) { reader in
      [try reader.add(Gelu(), try biased(reader))]
    },
    .expansion("FastGelu", domain: contribDomain) { reader in
      [try reader.add(Gelu(isApproximate: true), try biased(reader))]
    },
  ]

  private enum GeluForm: String, CaseIterable { case none, tanh }

  /// Input 0 plus the bias at input 1, if there is one.
  private static func biased(_ reader: NodeReader) throws -> ValueID? {
    guard reader.inputs.count > 1, let bias = reader.inputs[1] else {
      return reader.inputs.first ?? nil
    }
    return try reader.add(Add(), reader.inputs[0], bias)
  }
}

extension OperatorBinding {
  /// An operator without attributes; those of opset 1, which only said what may be overwritten, are
  /// ignored. `bfloat16` is the first opset that allows that type, if that is not 13 or `since`.
  static func plain<Op: Operation>(
    _ name: String, since: Int = 1, _ operation: Op, bfloat16: Int = 13
  ) -> OperatorBinding {
    .one(name, since: since, Op.self) { reader in
      reader.ignore("consumed_inputs")
      return operation
    } write: { _, writer in
      writer.requireOpset(bfloat16, for: [.bfloat16])
    }
  }
}

extension NodeWriter {
  /// Requires an opset when input `index` has one of the element types.
  func requireOpset(_ version: Int, for types: Set<ElementType>, input index: Int = 0) {
    if let dtype = type(index)?.tensorType?.dtype, types.contains(dtype) { requireOpset(version) }
  }
}
