// SPDX-License-Identifier: Apache-2.0
import Tensors

extension Graph {
  /// Runs the graph by the operators' reference evaluation: slow, and the oracle of the runtime.
  ///
  /// - Parameters:
  ///   - inputs: One value for each of ``inputs``, nil for those with a default.
  ///   - context: Limits, deadline, seed.
  /// - Throws: `missingInput`, `typeMismatch` for bad inputs; what operators throw, placed at the
  ///   node; `limitExceeded` before a tensor over the limits is allocated.
  public func evaluate(
    _ inputs: [RuntimeValue?], in context: EvaluationContext = EvaluationContext()
  ) throws(GraphError) -> [RuntimeValue] {
    var live: [ValueID: RuntimeValue] = [:]
    for (value, tensor) in initializers { live[value] = .tensor(tensor) }
    for (index, value) in self.inputs.enumerated() {
      if let given = index < inputs.count ? inputs[index] : nil {
        guard type(of: value).isCompatible(with: given.type) else {
          throw GraphError(
            .typeMismatch,
            "input \"\(name(of: value))\" must be \(type(of: value)), got \(given.type)")
        }
        live[value] = given
      } else if live[value] == nil {
        throw GraphError(.missingInput, "input \"\(name(of: value))\" is not given")
      }
    }
    let lastReaders = lastReaders()
    // What nodes made and somebody still reads counts against the limit of the run.
    var madeBytes: [ValueID: Int] = [:]
    var liveBytes = 0
    for (position, node) in nodes.enumerated() {
      do throws(GraphError) {
        try context.checkDeadline()
        let operands = Operands(node.inputs.map { $0.flatMap { live[$0] } })
        var inner = context
        inner.seed = context.seed &+ UInt64(position) &* 0x9E37_79B9_7F4A_7C15
        inner.limits.reserve(liveBytes)
        let results = try node.operation.checkedEvaluate(operands, in: inner)
        for case (let output?, let result) in zip(node.outputs, results) {
          live[output] = result
          let bytes = result.byteCount
          madeBytes[output] = bytes
          liveBytes = ShapeMath.saturatingSum(liveBytes, bytes)
        }
      } catch { throw error.at(node.place) }
      for value in lastReaders[position] ?? [] {
        live[value] = nil
        liveBytes -= madeBytes.removeValue(forKey: value) ?? 0
      }
    }
    var results: [RuntimeValue] = []
    for output in outputs {
      guard let result = live[output.value] else {
        throw GraphError(.invalidGraph, "output \"\(output.name)\" has no value")
      }
      results.append(result)
    }
    return results
  }

  /// Values that are not needed after the node at each position.
  private func lastReaders() -> [Int: [ValueID]] {
    var last: [ValueID: Int] = [:]
    for (position, node) in nodes.enumerated() {
      for case let value? in node.inputs + node.outputs { last[value] = position }
    }
    for output in outputs { last[output.value] = nil }
    return Dictionary(grouping: last.keys) { last[$0]! }
  }
}

extension Operation {
  /// Infers the output types from the actual inputs, checks them against the limits, evaluates,
  /// and checks that the outputs are what inference promised.
  ///
  /// - Throws: what the operator throws; `limitExceeded` before anything is allocated;
  ///   `invalidGraph` when evaluation broke the promise of ``outputTypes(_:)``.
  public func checkedEvaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let types = try outputTypes(inputs.types)
    for type in types {
      if let tensor = type.tensorType, let shape = tensor.shape {
        try context.limits.check(tensor.dtype, shape)
      }
    }
    if context.deadline != nil {
      try context.expect(seconds: referenceSeconds(inputs, types))
    }
    let results = try evaluate(inputs, in: context)
    for (index, (type, result)) in zip(types, results).enumerated()
    where !type.isCompatible(with: result.type) {
      throw GraphError(
        .invalidGraph, "output \(index) was inferred as \(type), but evaluates to \(result.type)")
    }
    return results
  }
  /// The least time of a reference evaluation: loops over elements do not look at the clock.
  ///
  /// - Returns: Seconds at a nanosecond for each multiply-add and each element that comes, is
  ///   computed or goes; measured on a fast CPU, elements take 2 to 60.
  private func referenceSeconds(_ inputs: Operands, _ outputs: [ValueType]) -> Double {
    let cost = cost(inputs.types)
    var elements = Double(cost.multiplyAdds) + Double(cost.elementOperations)
    for index in 0..<inputs.count { elements += Double(inputs[index]?.tensor?.count ?? 0) }
    for output in outputs {
      let count = output.tensorType?.shape.flatMap(ShapeMath.elementCount)
      elements += Double(count ?? 0)
    }
    return elements * 1e-9
  }
}
