// SPDX-License-Identifier: Apache-2.0

extension CompressReport {
  /// The report as a page with charts.
  var html: String {
    var page = HTMLPage("\(before.model) → \(after.model)")
    page.add(heading: "Before and after")
    page.add(summaryTable)
    for line in remarks { page.add(paragraph: line) }
    page.add(svg: ratioChart.svg)
    if !steps.isEmpty {
      page.add(heading: "Steps")
      page.add(stepTable)
      for step in steps {
        for note in step.notes { page.add(paragraph: "\(step.pass): \(note)") }
      }
    }
    for sensitivity in steps.compactMap(\.sensitivity) {
      page.add(heading: "Sensitivity")
      page.add(paragraph: sensitivity.remark)
      page.add(svg: sensitivity.chart)
      page.add(sensitivity.table)
    }
    page.add(heading: "Layers")
    page.add(
      svg: chart("Time of each layer in ms", digits: 3) { facts in facts.ms })
    page.add(
      svg: chart("Weights of each layer in kB", digits: 1) { Double($0.bytes) / 1e3 })
    page.add(layerTable)
    return page.text
  }

  /// What is left of each quantity, in percent.
  private var ratioChart: BarChart {
    func row(_ label: String, _ first: Double, _ second: Double) -> BarChart.Row {
      BarChart.Row(label: label, values: [100, first > 0 ? second / first * 100 : nil])
    }
    return BarChart(
      title: "What is left, in percent", series: ["before", "after"],
      rows: [
        row("file", Double(before.fileBytes), Double(after.fileBytes)),
        row("parameters", Double(before.parameters), Double(after.parameters)),
        row("non-zeros", Double(before.nonZeros), Double(after.nonZeros)),
        row("multiply-adds", Double(before.multiplyAdds), Double(after.multiplyAdds)),
        row("time", before.medianMs, after.medianMs),
      ], digits: 1)
  }

  private func chart(
    _ title: String, digits: Int, _ value: (LayerFacts) -> Double?
  ) -> String {
    let rows = layers.map { layer in
      BarChart.Row(
        label: layer.name, values: [layer.before.flatMap(value), layer.after.flatMap(value)])
    }
    return BarChart(title: title, series: ["before", "after"], rows: rows, digits: digits).svg
  }
}
