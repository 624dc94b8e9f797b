// SPDX-License-Identifier: Apache-2.0
import CFuzzer
import Espalier

private let limits: ResourceLimits = {
  var limits = ResourceLimits()
  (limits.tensorBytes, limits.runBytes, limits.nodeCount) = (1 << 20, 1 << 24, 2000)
  (limits.loopIterations, limits.loadSeconds) = (100, 2)
  return limits
}()

/// Reads each input as a model, optimizes it and runs it; every error is fine, a crash is not.
@main enum FuzzModel {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      run(UnsafeBufferPointer(start: data, count: size))
      return 0
    }
  }
}

private func run(_ bytes: UnsafeBufferPointer<UInt8>) {
  do {
    var graph = try ONNX.read(bytes: bytes, limits: limits).graph
    try Pipeline.inference.run(on: &graph)
    let inputs = graph.inputs.map { sample(of: graph.type(of: $0)) }
    let options = SessionOptions(threads: 1, limits: limits, runSeconds: 2)
    _ = try Session(graph, options: options).run(inputs)
  } catch {
    precondition(!"\(error)".isEmpty && !"\(error)".contains(where: \.isNewline))
  }
}

/// A small value of the type; nil when there is none.
private func sample(of type: ValueType) -> RuntimeValue? {
  switch type {
  case .tensor(let tensor):
    let shape = tensor.dimensions?.map { $0.value ?? 2 } ?? [2]
    guard let count = ShapeMath.elementCount(shape), count <= 1 << 12 else { return nil }
    guard tensor.dtype != .string, tensor.dtype != .bool else {
      return .tensor(Tensor(zeros: tensor.dtype, shape: shape))
    }
    return .tensor(
      Tensor(int64s: (0..<count).map { Int64($0 % 4) }, dtype: tensor.dtype, shape: shape))
  case .sequence(let element):
    return .sequence(element.dtype, [sample(of: .tensor(element))?.tensor].compactMap { $0 })
  case .optional(let element): return .optional(element, sample(of: element))
  }
}
