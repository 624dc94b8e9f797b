// SPDX-License-Identifier: Apache-2.0
import Passes

/// What codes of each layer cost and save; `docs/cli.md` describes it.
struct SensitivityReport: Encodable {
  /// A layer.
  struct Layer: Encodable {
    let name: String
    let op: String
    /// Signal to noise of the outputs in dB with this layer alone on codes, and with all but it;
    /// infinite when nothing changes.
    let aloneDb: Double
    let othersDb: Double
    let multiplyAdds: Int
    let bytesBefore: Int
    let bytesAfter: Int
    /// Milliseconds that codes save in one run; nil when the runtime has no step of the name.
    let savedMs: Double?
  }

  /// The step that quantizes.
  let pass: String
  /// As ``Layer/aloneDb`` with all layers on codes.
  let allDb: Double
  let layers: [Layer]

  init(_ pass: String, _ table: QuantizationSensitivity.Table) {
    (self.pass, allDb) = (pass, table.allDecibels)
    layers = table.layers.map { layer in
      Layer(
        name: layer.name, op: layer.opType, aloneDb: layer.aloneDecibels,
        othersDb: layer.othersDecibels, multiplyAdds: layer.multiplyAdds,
        bytesBefore: layer.bytesBefore, bytesAfter: layer.bytesAfter,
        savedMs: layer.millisecondsSaved)
    }
  }

  /// A row for each layer.
  var table: TextTable {
    var table = TextTable([
      ("layer", .left), ("op", .left), ("alone, dB", .right), ("others, dB", .right),
      ("multiply-adds", .right), ("kB", .right), ("after", .right), ("ms saved", .right),
    ])
    for layer in layers {
      table.add([
        layer.name, layer.op, fixed(layer.aloneDb, 1), fixed(layer.othersDb, 1),
        scaled(layer.multiplyAdds), fixed(Double(layer.bytesBefore) / 1e3, 1),
        fixed(Double(layer.bytesAfter) / 1e3, 1), layer.savedMs.map { fixed($0, 3) } ?? "–",
      ])
    }
    return table
  }

  /// What stands above the table.
  var remark: String {
    "\(oneLine(pass)): signal to noise of the outputs with one layer alone on codes, and with all "
      + "others; with all layers \(fixed(allDb, 1)) dB"
  }

  /// Signal to noise of each layer alone.
  var chart: String {
    BarChart(
      title: "Signal to noise with one layer on codes, in dB", series: ["alone"],
      rows: layers.map { BarChart.Row(label: $0.name, values: [$0.aloneDb]) }, digits: 1
    ).svg
  }

  /// Prints the table for people.
  func printText() {
    print(remark)
    for line in table.lines { print(line) }
  }
}
