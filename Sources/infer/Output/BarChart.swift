// SPDX-License-Identifier: Apache-2.0

/// Horizontal bars, one for each series in every row, as SVG.
struct BarChart {
  /// A row of the chart.
  struct Row {
    let label: String
    /// A value for each series; nil draws nothing.
    let values: [Double?]
  }

  /// What stands above the chart, with the unit.
  let title: String
  /// The names of the series.
  let series: [String]
  let rows: [Row]
  /// Digits behind the point of the numbers.
  var digits = 2

  private static let colours = ["#8c8c8c", "#1f6feb", "#2da44e", "#bf8700"]
  private static let (labelWidth, barWidth, numberWidth, barHeight) = (220.0, 460.0, 90.0, 14.0)

  /// The chart; empty without rows.
  var svg: String {
    let largest = rows.flatMap(\.values).compactMap(\.self).filter(\.isFinite).max() ?? 0
    guard !rows.isEmpty, largest > 0 else { return "" }
    let rowHeight = Self.barHeight * Double(series.count) + 8
    let (width, top) = (Self.labelWidth + Self.barWidth + Self.numberWidth, 48.0)
    let height = top + rowHeight * Double(rows.count)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(width))\" "
        + "height=\"\(number(height))\" viewBox=\"0 0 \(number(width)) \(number(height))\" "
        + "font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
      "<title>\(escaped(title))</title>",
      "<text x=\"0\" y=\"14\" font-weight=\"bold\">\(escaped(title))</text>",
    ]
    for (index, name) in series.enumerated() {
      let x = Self.labelWidth + Double(index) * 130
      lines.append(rectangle(x, 24, 10, 10, index))
      lines.append("<text x=\"\(number(x + 14))\" y=\"33\">\(escaped(name))</text>")
    }
    for (position, row) in rows.enumerated() {
      let y = top + rowHeight * Double(position)
      let middle = y + Self.barHeight * Double(series.count) / 2 + 4
      lines.append(
        "<text x=\"\(number(Self.labelWidth - 6))\" y=\"\(number(middle))\" "
          + "text-anchor=\"end\">\(escaped(shortened(row.label)))</text>")
      for (index, value) in row.values.enumerated() {
        guard let value, value.isFinite, value >= 0 else { continue }
        let length = value / largest * Self.barWidth
        let barTop = y + Double(index) * Self.barHeight
        lines.append(rectangle(Self.labelWidth, barTop, length, Self.barHeight - 2, index))
        lines.append(
          "<text x=\"\(number(Self.labelWidth + length + 4))\" "
            + "y=\"\(number(barTop + Self.barHeight - 4))\" font-size=\"10\">"
            + "\(fixed(value, digits))</text>")
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ series: Int
  ) -> String {
    "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
      + "height=\"\(number(height))\" fill=\"\(Self.colours[series % Self.colours.count])\"/>"
  }

  private func shortened(_ label: String) -> String {
    label.count <= 34 ? label : "…" + label.suffix(33)
  }

  private func number(_ value: Double) -> String { fixed(value, 1) }
}
