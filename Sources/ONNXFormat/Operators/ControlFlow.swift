// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that choose or repeat subgraphs.
  static let controlFlow: [OperatorBinding] = [
    .one("If", If.self) { reader in
      let thenBranch = try reader.subgraph("then_branch")
      let elseBranch = try reader.subgraph("else_branch")
      reader.inputs += thenBranch.captures
      reader.inputs += elseBranch.captures
      return If(thenBranch: thenBranch.graph, elseBranch: elseBranch.graph)
    } write: { operation, writer in
      let elseCaptures = writer.takeCaptures(operation.elseBranch.inputs.count)
      let thenCaptures = writer.takeCaptures(operation.thenBranch.inputs.count)
      writer.set("then_branch", operation.thenBranch, captures: thenCaptures)
      writer.set("else_branch", operation.elseBranch, captures: elseCaptures)
      writer.leastOutputCount = operation.thenBranch.outputs.count
      requireOpset(forOptionalsOf: operation, writer)
    },
    .one("Loop", Loop.self, read: readLoop) { operation, writer in
      let captures = writer.takeCaptures(operation.captureCount)
      writer.set("body", operation.body, captures: captures)
      writer.leastOutputCount = operation.body.outputs.count - 1
      while writer.inputs.last == .some(nil) { writer.inputs.removeLast() }
      requireOpset(forOptionalsOf: operation, writer)
    },
    .one("Scan", since: 8, Scan.self) { reader in
      reader.opset < 9 ? try readBatchedScan(reader) : try readScan(reader)
    } write: { operation, writer in
      writeScan(operation, writer)
    },
  ]

  /// Optionals enter and leave subgraphs since opset 16.
  private static func requireOpset(
    forOptionalsOf operation: any Operation, _ writer: NodeWriter
  ) {
    for graph in operation.subgraphs {
      for value in graph.inputs + graph.outputs.map(\.value) {
        if case .optional = graph.type(of: value) { writer.requireOpset(16) }
      }
    }
  }

  private static func readLoop(_ reader: NodeReader) throws -> Loop {
    // Shapes may change from one iteration to the next, so only the rest is certain.
    var types: [ValueType?] = [
      .tensor(.int64, dimensions: nil), .tensor(.bool, dimensions: nil),
    ]
    for index in reader.inputs.indices.dropFirst(2) {
      types.append(reader.type(index).map(withoutShape))
    }
    let body = try reader.subgraph("body", inputTypes: types)
    if !body.captures.isEmpty, reader.inputs.count < 2 { reader.setInput(1, nil) }
    reader.inputs += body.captures
    return Loop(body: body.graph, captureCount: body.captures.count)
  }

  private static func withoutShape(_ type: ValueType) -> ValueType {
    switch type {
    case .tensor(let tensor): .tensor(tensor.dtype, dimensions: nil)
    case .sequence(let tensor): .sequence(TensorType(tensor.dtype, dimensions: nil))
    case .optional(let element): .optional(withoutShape(element))
    }
  }

  // MARK: Scan

  private static func readScan(_ reader: NodeReader) throws -> Scan {
    let scanCount = try scanInputCount(reader, inputCount: reader.inputs.count)
    let stateCount = reader.inputs.count - scanCount
    let inputs = try directions(
      reader, axes: "scan_input_axes", reversals: "scan_input_directions", count: scanCount)
    let types = reader.inputs.indices.map { index in
      index < stateCount
        ? reader.type(index).map(withoutShape)
        : without(inputs[index - stateCount].axis, reader.type(index))
    }
    let body = try reader.subgraph("body", inputTypes: types)
    reader.inputs += body.captures
    let outputs = try directions(
      reader, axes: "scan_output_axes", reversals: "scan_output_directions",
      count: max(body.graph.outputs.count - stateCount, 0))
    return Scan(
      body: body.graph, scanInputs: inputs, scanOutputs: outputs,
      captureCount: body.captures.count)
  }

  private static func scanInputCount(_ reader: NodeReader, inputCount: Int) throws -> Int {
    let count = try reader.require(reader.int("num_scan_inputs"), "num_scan_inputs")
    guard count >= 1, count <= inputCount else {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "num_scan_inputs is \(count), expected 1 to \(inputCount), the number of inputs")
    }
    return count
  }

  private static func directions(
    _ reader: NodeReader, axes: String?, reversals: String, count: Int
  ) throws -> [Scan.Direction] {
    func list(_ name: String?) throws -> [Int] {
      guard let name, let values = try reader.ints(name) else {
        return [Int](repeating: 0, count: count)
      }
      guard values.count == count else {
        throw ONNXError(
          .invalidModel, at: reader.place,
          "attribute \"\(name)\" has \(values.count) entries, expected \(count)")
      }
      return values
    }
    return zip(try list(axes), try list(reversals)).map {
      Scan.Direction(axis: $0, isReversed: $1 != 0)
    }
  }

  /// The type without one axis.
  private static func without(_ axis: Int, _ type: ValueType?) -> ValueType? {
    guard case .tensor(let tensor) = type, var dimensions = tensor.dimensions else { return type }
    let position = axis < 0 ? axis + dimensions.count : axis
    guard dimensions.indices.contains(position) else {
      return .tensor(tensor.dtype, dimensions: nil)
    }
    dimensions.remove(at: position)
    return .tensor(tensor.dtype, dimensions: dimensions)
  }

  /// The form of opset 8 has a batch axis in front of everything: a scan over the batch, whose body
  /// is the scan over time.
  private static func readBatchedScan(_ reader: NodeReader) throws -> Scan {
    guard reader.inputs.first == .some(nil) else {
      throw ONNXError(
        .unsupported, at: reader.place, "scans of opset 8 with sequence lengths are not supported")
    }
    reader.inputs.removeFirst()
    let count = reader.inputs.count
    let scanCount = try scanInputCount(reader, inputCount: count)
    let stateCount = count - scanCount
    let inputs = try directions(reader, axes: nil, reversals: "directions", count: scanCount)
    let entryTypes = reader.inputs.indices.map { without(0, reader.type($0)) }
    let stepTypes = entryTypes.indices.map { index in
      index < stateCount ? entryTypes[index].map(withoutShape) : without(0, entryTypes[index])
    }
    let body = try reader.subgraph("body", inputTypes: stepTypes)
    let outputs = [Scan.Direction](
      repeating: Scan.Direction(), count: max(body.graph.outputs.count - stateCount, 0))
    let scan = Scan(
      body: body.graph, scanInputs: inputs, scanOutputs: outputs,
      captureCount: body.captures.count)
    let entry = try batchEntry(scan, types: entryTypes)
    reader.inputs += body.captures
    return Scan(
      body: entry, scanInputs: [Scan.Direction](repeating: Scan.Direction(), count: count),
      scanOutputs: [Scan.Direction](
        repeating: Scan.Direction(), count: body.graph.outputs.count),
      captureCount: body.captures.count)
  }

  /// A graph that runs `scan` for one entry of a batch.
  private static func batchEntry(_ scan: Scan, types: [ValueType?]) throws -> Graph {
    var graph = Graph(name: scan.body.name)
    var inputs: [ValueID?] = []
    for (index, input) in scan.body.inputs.enumerated() {
      let info = scan.body.info(input)
      let type = index < types.count ? types[index] ?? withoutShape(info.type) : info.type
      inputs.append(graph.addInput(info.name, type))
    }
    let names = scan.body.outputs.map(\.name)
    let outputs = try graph.addNode(scan, inputs: inputs, outputNames: names)
    for case (let name, let output?) in zip(names, outputs) { graph.addOutput(name, output) }
    return graph
  }

  private static func writeScan(_ operation: Scan, _ writer: NodeWriter) {
    writer.leastOutputCount = operation.body.outputs.count
    let captures = writer.takeCaptures(operation.captureCount)
    writer.set("body", operation.body, captures: captures)
    writer.set("num_scan_inputs", operation.scanInputs.count)
    for (prefix, directions) in [
      ("scan_input", operation.scanInputs), ("scan_output", operation.scanOutputs),
    ] {
      if directions.contains(where: { $0.axis != 0 }) {
        writer.set("\(prefix)_axes", directions.map(\.axis))
      }
      if directions.contains(where: \.isReversed) {
        writer.set("\(prefix)_directions", directions.map { $0.isReversed ? 1 : 0 })
      }
    }
  }
}
