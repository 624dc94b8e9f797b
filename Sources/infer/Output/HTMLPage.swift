// SPDX-License-Identifier: Apache-2.0

/// A page that needs no other file and no script.
struct HTMLPage {
  private let title: String
  private var parts: [String] = []

  /// An empty page.
  init(_ title: String) { self.title = escaped(title) }

  /// Adds a heading.
  mutating func add(heading: String) { parts.append("<h2>\(escaped(heading))</h2>") }

  /// Adds a paragraph.
  mutating func add(paragraph: String) { parts.append("<p>\(escaped(paragraph))</p>") }

  /// Adds a table, whose first row is the headings.
  mutating func add(_ table: TextTable) {
    let rows = table.rows.enumerated().map { index, cells in
      let tag = index == 0 ? "th" : "td"
      let cells = zip(cells, table.alignments).map { cell, alignment in
        "<\(tag)\(alignment == .right ? " class=\"n\"" : "")>\(escaped(cell))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    parts.append("<table>\n\(rows.joined(separator: "\n"))\n</table>")
  }

  /// Adds a chart.
  ///
  /// - Parameter svg: An SVG element, its texts already escaped.
  mutating func add(svg: String) { parts.append(svg) }

  /// The document.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>\(title)</title>
    <style>
    body { font: 14px sans-serif; margin: 2em; }
    table { border-collapse: collapse; margin-bottom: 2em; }
    th, td { border-bottom: 1px solid #ddd; padding: 3px 8px; text-align: left; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    svg { display: block; max-width: 100%; margin-bottom: 2em; }
    </style>
    </head>
    <body>
    <h1>\(title)</h1>
    \(parts.joined(separator: "\n"))
    </body>
    </html>

    """
  }
}

/// Text as HTML and SVG show it.
func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
}
