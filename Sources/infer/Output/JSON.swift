// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Prints one JSON document: sorted keys, snake_case, two spaces. Numbers that JSON lacks become
/// the strings "Infinity", "-Infinity" and "NaN".
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
