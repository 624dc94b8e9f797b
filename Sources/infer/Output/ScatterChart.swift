// SPDX-License-Identifier: Apache-2.0

/// Points in a plane, those that no other one beats joined by a line, as SVG.
struct ScatterChart {
  /// A point with its name.
  struct Point {
    let label: String
    /// To the left is better.
    let x: Double
    /// Up is better.
    let y: Double
  }

  let title: String
  let xLabel: String
  let yLabel: String
  let points: [Point]

  private static let (width, height, margin) = (640.0, 400.0, 60.0)

  /// The points that no other one beats in one direction without losing in the other, by `x`.
  var front: [Point] {
    let sorted = points.sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }
    var best = -Double.infinity
    return sorted.filter { point in
      guard point.y > best else { return false }
      best = point.y
      return true
    }
  }

  /// The chart; empty without points.
  var svg: String {
    guard let xs = range(points.map(\.x)), let ys = range(points.map(\.y)) else { return "" }
    let (left, bottom) = (Self.margin, Self.height - Self.margin)
    let (right, top) = (Self.width - Self.margin, Self.margin)
    func place(_ point: Point) -> (x: Double, y: Double) {
      (
        left + (point.x - xs.lowerBound) / (xs.upperBound - xs.lowerBound) * (right - left),
        bottom - (point.y - ys.lowerBound) / (ys.upperBound - ys.lowerBound) * (bottom - top)
      )
    }
    func text(
      _ x: Double, _ y: Double, _ anchor: String, _ text: String, _ more: String = ""
    ) -> String {
      "<text x=\"\(fixed(x, 1))\" y=\"\(fixed(y, 1))\" text-anchor=\"\(anchor)\"\(more)>"
        + "\(escaped(text))</text>"
    }
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(fixed(Self.width, 0))\" "
        + "height=\"\(fixed(Self.height, 0))\" "
        + "viewBox=\"0 0 \(fixed(Self.width, 0)) \(fixed(Self.height, 0))\" "
        + "font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
      "<title>\(escaped(title))</title>", text(0, 14, "start", title, " font-weight=\"bold\""),
      "<path d=\"M\(fixed(left, 1)) \(fixed(top, 1))V\(fixed(bottom, 1))H\(fixed(right, 1))\" "
        + "fill=\"none\" stroke=\"#666\"/>",
      text((left + right) / 2, Self.height - 16, "middle", xLabel),
      text(left, top - 12, "start", yLabel),
    ]
    for part in [0.0, 0.25, 0.5, 0.75, 1] {
      let x = xs.lowerBound + part * (xs.upperBound - xs.lowerBound)
      let y = ys.lowerBound + part * (ys.upperBound - ys.lowerBound)
      lines.append(text(left + part * (right - left), bottom + 16, "middle", fixed(x, 2)))
      lines.append(text(left - 6, bottom - part * (bottom - top) + 4, "end", fixed(y, 2)))
    }
    let path = front.map { place($0) }.map { "\(fixed($0.x, 1)),\(fixed($0.y, 1))" }
    lines.append(
      "<polyline points=\"\(path.joined(separator: " "))\" fill=\"none\" stroke=\"#1f6feb\"/>")
    for point in points {
      let (x, y) = place(point)
      lines.append("<circle cx=\"\(fixed(x, 1))\" cy=\"\(fixed(y, 1))\" r=\"4\" fill=\"#1f6feb\"/>")
      lines.append(text(x + 7, y - 6, x > right - 90 ? "end" : "start", point.label))
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  /// The range of numbers with a margin, nil without finite ones.
  private func range(_ values: [Double]) -> ClosedRange<Double>? {
    guard let low = values.min(), let high = values.max(), low.isFinite, high.isFinite else {
      return nil
    }
    let margin = high > low ? (high - low) * 0.1 : max(abs(high) * 0.1, 0.1)
    return low - margin...high + margin
  }
}
