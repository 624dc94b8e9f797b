// SPDX-License-Identifier: Apache-2.0

/// The graph in the language of Graphviz: a box for each node, an edge for each value.
func dotText(_ facts: ModelFacts) -> String {
  var producers: [String: String] = [:]
  var lines = ["digraph model {", "  node [shape=box, fontname=\"sans-serif\"];"]
  for (index, input) in facts.inputs.enumerated() {
    producers[input.name] = "in\(index)"
    lines.append("  in\(index) [shape=ellipse, label=\(quoted("\(input.name)\n\(input.type)"))];")
  }
  for (index, node) in facts.nodes.enumerated() {
    for output in node.outputs { producers[output] = "n\(index)" }
    lines.append("  n\(index) [label=\(quoted("\(node.op)\n\(node.name)"))];")
    // Constants have no box: weights would hide the graph.
    for input in node.inputs {
      guard let producer = producers[input] else { continue }
      lines.append("  \(producer) -> n\(index) [label=\(quoted(input))];")
    }
  }
  for (index, output) in facts.outputs.enumerated() {
    lines.append(
      "  out\(index) [shape=ellipse, label=\(quoted("\(output.name)\n\(output.type)"))];")
    guard let producer = producers[output.name] else { continue }
    lines.append("  \(producer) -> out\(index);")
  }
  return lines.joined(separator: "\n") + "\n}\n"
}

private func quoted(_ text: String) -> String {
  let lines = text.split(separator: "\n").map { line in
    oneLine(String(line)).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
  return "\"" + lines.joined(separator: "\\n") + "\""
}

/// A page that needs no other file: the facts, then a table of the nodes.
func htmlText(_ facts: ModelFacts) -> String {
  var page = HTMLPage(facts.model)
  var summary = TextTable([("fact", .left), ("value", .left)])
  for (label, value) in facts.summary { summary.add([label, value]) }
  page.add(summary)
  page.add(facts.table)
  return page.text
}
