// SPDX-License-Identifier: Apache-2.0

/// Rows of text in aligned columns.
struct TextTable {
  /// Where the cells of a column stand.
  enum Alignment { case left, right }

  /// The alignment of each column.
  let alignments: [Alignment]
  /// The cells, the headings first.
  private(set) var rows: [[String]]

  /// A table with a heading for each column.
  init(_ columns: [(heading: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.heading)]
  }

  /// Adds a row of as many cells as there are columns.
  mutating func add(_ cells: [String]) { rows.append(cells.map(oneLine)) }

  /// The lines of the table, without trailing spaces.
  var lines: [String] {
    let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return alignments[column] == .left ? row[column] + space : space + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The table as Markdown.
  var markdown: [String] {
    let lines = rows.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let rule = "|" + alignments.map { $0 == .left ? "---" : "---:" }.joined(separator: "|") + "|"
    return [lines[0], rule] + lines.dropFirst()
  }
}

/// Text from a file without the characters that a terminal would act on.
func oneLine(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
    return text
  }
  return text.unicodeScalars.reduce(into: "") { line, scalar in
    line +=
      scalar.properties.generalCategory == .control
      ? scalar.escaped(asASCII: true) : String(scalar)
  }
}
