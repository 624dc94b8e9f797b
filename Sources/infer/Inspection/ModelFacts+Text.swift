// SPDX-License-Identifier: Apache-2.0

extension ModelFacts {
  /// Prints the facts for people.
  func printText() {
    print("\(model): opset \(opset), \(producer.isEmpty ? "no producer" : oneLine(producer))")
    for (label, value) in summary { print("\(label): \(value)") }
    for line in table.lines { print(line) }
  }

  /// Label and text of each fact about the whole model.
  var summary: [(label: String, value: String)] {
    var lines = [
      ("inputs", inputs.map { "\($0.name): \($0.type)" }.joined(separator: ", ")),
      ("outputs", outputs.map { "\($0.name): \($0.type)" }.joined(separator: ", ")),
      ("operators", histogram.map { "\($0.op) \($0.count)" }.joined(separator: ", ")),
      ("nodes", "\(nodeCount)"),
      ("parameters", "\(scaled(parameters)) (\(fixed(Double(weightBytes) / 1e6)) MB)"),
      ("bits per weight", fixed(bitsPerWeight)),
      ("sparsity", fixed(sparsity * 100) + " %"),
      ("multiply-adds", scaled(multiplyAdds)),
    ]
    if let receptiveField { lines.append(("receptive field", receptiveField)) }
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      lines.append(("metadata \(key)", value))
    }
    return lines.map { (oneLine($0.0), oneLine($0.1)) }
  }

  /// Operators, the most frequent first.
  private var histogram: [(op: String, count: Int)] {
    operators.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// A row for each node.
  var table: TextTable {
    var table = TextTable([
      ("node", .left), ("op", .left), ("output", .left), ("parameters", .right),
      ("multiply-adds", .right), ("zeros", .right), ("receptive field", .left),
    ])
    for node in nodes {
      table.add([
        node.name.isEmpty ? node.outputs.first ?? "" : node.name, node.op, node.shape,
        node.parameters == 0 ? "" : scaled(node.parameters),
        node.multiplyAdds == 0 ? "" : scaled(node.multiplyAdds),
        node.sparsity.map { fixed($0 * 100, 1) + " %" } ?? "", node.receptiveField ?? "",
      ])
    }
    return table
  }
}
