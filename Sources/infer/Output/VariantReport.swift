// SPDX-License-Identifier: Apache-2.0

/// What `infer bench --variants --json` prints; `docs/cli.md` describes it.
struct VariantReport: Encodable {
  /// One form of the model.
  struct Entry: Encodable {
    let name: String
    let fileBytes: Int
    let medianMs: Double
    let minMs: Double
    /// Median of the first variant divided by this one's.
    let speedup: Double
    let gmacs: Double
    let top1: Double?
    let top5: Double?
    /// With the first variant; nil without data.
    let agreement: Double?
    let sqnrDb: Double?
  }

  let model: String
  let data: String?
  let samples: Int
  let batch: Int
  let threads: Int
  let isa: String
  let variants: [Entry]

  /// Prints the report for people.
  func printText() {
    for line in table.lines { print(line) }
    for line in remarks { print(line) }
  }

  private var remarks: [String] {
    var lines = [
      "medians, measured in turns; batch \(batch), "
        + "\(threads) thread\(threads == 1 ? "" : "s"), \(isa)"
    ]
    if let data {
      lines.append(
        "\(oneLine(data)), \(samples) samples; agreement and SQNR with "
          + "\(oneLine(variants[0].name))")
    }
    return lines
  }

  private var table: TextTable {
    var table = TextTable([
      ("variant", .left), ("MB", .right), ("ms", .right), ("speed-up", .right), ("GMAC", .right),
      ("top-1", .right), ("top-5", .right), ("agreement", .right), ("SQNR dB", .right),
    ])
    for entry in variants {
      table.add([
        entry.name, fixed(Double(entry.fileBytes) / 1e6, 3), fixed(entry.medianMs, 3),
        fixed(entry.speedup, 2) + " x", fixed(entry.gmacs, 3), percentage(entry.top1),
        percentage(entry.top5), percentage(entry.agreement),
        entry.sqnrDb.map { fixed($0, 2) } ?? "",
      ])
    }
    return table
  }

  /// The report as a page with charts.
  var html: String {
    var page = HTMLPage("Variants of \(model)")
    page.add(table)
    for line in remarks { page.add(paragraph: line) }
    page.add(
      svg: BarChart(
        title: "Latency in ms", series: ["ms"],
        rows: variants.map { BarChart.Row(label: $0.name, values: [$0.medianMs]) }, digits: 3
      ).svg)
    page.add(
      svg: BarChart(
        title: "File in MB", series: ["MB"],
        rows: variants.map {
          BarChart.Row(label: $0.name, values: [Double($0.fileBytes) / 1e6])
        }, digits: 3
      ).svg)
    page.add(svg: pareto)
    return page.text
  }

  /// Latency against accuracy, or against agreement where there are no labels; empty without data.
  private var pareto: String {
    let hasLabels = variants.contains { $0.top1 != nil }
    let points = variants.enumerated().compactMap { index, entry -> ScatterChart.Point? in
      // The first one agrees with itself.
      let agreement = index == 0 && data != nil ? 1 : entry.agreement
      let quality = hasLabels ? entry.top1 : agreement
      return quality.map {
        ScatterChart.Point(label: entry.name, x: entry.medianMs, y: $0 * 100)
      }
    }
    let quality = hasLabels ? "top-1, %" : "top-1 agreement with \(variants[0].name), %"
    return ScatterChart(
      title: "Latency and quality: the line joins what nothing else beats", xLabel: "ms",
      yLabel: quality, points: points
    ).svg
  }
}
