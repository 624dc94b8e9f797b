// SPDX-License-Identifier: Apache-2.0

extension CompressReport {
  /// Prints the report for people.
  func printText() {
    if !steps.isEmpty {
      for line in stepTable.lines { print(line) }
      for step in steps {
        for note in step.notes { print("  \(oneLine(step.pass)): \(oneLine(note))") }
      }
      print("")
    }
    for sensitivity in steps.compactMap(\.sensitivity) {
      sensitivity.printText()
      print("")
    }
    for line in layerTable.lines { print(line) }
    print("")
    for line in summaryTable.lines { print(line) }
    for line in remarks { print(line) }
    print("written: \(oneLine(after.model))")
  }

  /// What stands under the tables.
  var remarks: [String] {
    var line = "compared on \(oneLine(data)), \(samples) sample\(samples == 1 ? "" : "s"): "
    if let agreement { line += "top-1 agreement \(fixed(agreement * 100, 2)) %, " }
    line += "SQNR \(sqnrDb.map { fixed($0, 2) } ?? "–") dB"
    if let maxError { line += ", largest error \(fixed(maxError, 6))" }
    return [
      line,
      "times are medians, measured in turns: \(threads) thread\(threads == 1 ? "" : "s"), \(isa)",
    ]
  }

  /// Before and after, in all.
  var summaryTable: TextTable {
    var table = TextTable([
      ("", .left), ("before", .right), ("after", .right), ("before / after", .right),
    ])
    func add(_ name: String, _ before: Double, _ after: Double, _ text: (Double) -> String) {
      let ratio = after > 0 ? fixed(before / after, 2) + " x" : ""
      table.add([name, text(before), text(after), ratio])
    }
    func count(_ value: Double) -> String { scaled(Int(value)) }
    add("file, bytes", Double(before.fileBytes), Double(after.fileBytes)) { "\(Int($0))" }
    add("parameters", Double(before.parameters), Double(after.parameters), count)
    add("non-zeros", Double(before.nonZeros), Double(after.nonZeros), count)
    add("multiply-adds", Double(before.multiplyAdds), Double(after.multiplyAdds), count)
    add("ms", before.medianMs, after.medianMs) { fixed($0, 3) }
    for (name, first, second) in [
      ("top-1", before.top1, after.top1), ("top-5", before.top5, after.top5),
    ] where first != nil || second != nil {
      table.add([name, percentage(first), percentage(second), ""])
    }
    return table
  }

  /// What each step did.
  var stepTable: TextTable {
    var table = TextTable([
      ("step", .left), ("changes", .right), ("parameters", .right), ("non-zeros", .right),
      ("MB", .right), ("multiply-adds", .right), ("s", .right),
    ])
    for step in steps {
      table.add([
        step.pass, "\(step.rewrites)", scaled(step.parametersAfter), scaled(step.nonZerosAfter),
        fixed(Double(step.bytesAfter) / 1e6, 3), scaled(step.multiplyAddsAfter),
        fixed(step.seconds, 2),
      ])
    }
    return table
  }

  /// A row for each layer.
  var layerTable: TextTable {
    var table = TextTable([
      ("layer", .left), ("op", .left), ("parameters", .right), ("after", .right), ("kB", .right),
      ("after", .right), ("zeros", .right), ("ms", .right), ("after", .right),
    ])
    for layer in layers {
      let zeros = layer.after.map { after in
        after.parameters == 0
          ? "" : fixed((1 - Double(after.nonZeros) / Double(after.parameters)) * 100, 1) + " %"
      }
      func kilobytes(_ facts: LayerFacts?) -> String {
        facts.map { fixed(Double($0.bytes) / 1e3, 1) } ?? "–"
      }
      func milliseconds(_ facts: LayerFacts?) -> String { facts?.ms.map { fixed($0, 3) } ?? "–" }
      table.add([
        layer.name, (layer.after ?? layer.before)?.op ?? "",
        layer.before.map { scaled($0.parameters) } ?? "–",
        layer.after.map { scaled($0.parameters) } ?? "–", kilobytes(layer.before),
        kilobytes(layer.after), zeros ?? "–", milliseconds(layer.before),
        milliseconds(layer.after),
      ])
    }
    return table
  }
}
