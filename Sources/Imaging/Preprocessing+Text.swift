// SPDX-License-Identifier: Apache-2.0

extension Preprocessing: CustomStringConvertible {
  /// Reads a specification: settings separated by commas, which may begin with the name of a preset.
  ///
  /// | setting | value | unless given |
  /// |---|---|---|
  /// | `mean` | one number or one per plane: `0.5`, `0.485:0.456:0.406`, `[0.485,0.456,0.406]` | 0 |
  /// | `std` | the same, not zero | 1 |
  /// | `range` | `1` or `255`: what 255 becomes before `mean` and `std` apply | 1 |
  /// | `size` | `224`, or height and width: `224x320` | the model's |
  /// | `crop` | the part of the shorter side to keep, 0.1 ... 1 | 0.875 |
  /// | `fit` | `crop` or `stretch` | crop |
  /// | `filter` | `nearest`, `box`, `bilinear`, `bicubic` or `lanczos` | bilinear |
  /// | `order` | `rgb` or `bgr` | rgb |
  ///
  /// A preset changes what holds unless given. ``description`` writes the same grammar.
  ///
  /// - Throws: `invalidPreprocessing`, naming the setting.
  public init(_ text: String) throws(ImageError) {
    self.init()
    var seen: Set<String> = []
    for (index, item) in try splitOutsideBrackets(text).enumerated() {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard parts.count == 2 else {
        guard index == 0, let preset = Self.preset(named: name) else {
          throw invalid(text, Self.unknown(name, isFirst: index == 0))
        }
        self = preset
        continue
      }
      guard seen.insert(name).inserted else { throw invalid(text, "'\(name)' is given twice") }
      try set(name, to: String(parts[1]), in: text)
    }
    try validate(place: text)
  }

  private static func unknown(_ name: String, isFirst: Bool) -> String {
    let names = presets.map(\.name).joined(separator: ", ")
    return isFirst
      ? "expected a preset (\(names)) or name=value, got '\(name)'"
      : "expected name=value, got '\(name)'"
  }

  private mutating func set(
    _ name: String, to value: String, in text: String
  ) throws(ImageError) {
    switch name {
    case "mean": mean = try numbers(value, name, text)
    case "std": std = try numbers(value, name, text)
    case "range": range = try parsed(Float(value), "1 or 255", name, value, text)
    case "size":
      size = try parsed(Size(text: value), "a size such as 224 or 224x320", name, value, text)
    case "crop": crop = try parsed(Double(value), "a number of 0.1 ... 1", name, value, text)
    case "fit": fit = try parsed(Fit(rawValue: value), "crop or stretch", name, value, text)
    case "filter":
      let names = ResizeFilter.allCases.map(\.rawValue).joined(separator: ", ")
      filter = try parsed(ResizeFilter(rawValue: value), "one of \(names)", name, value, text)
    case "order": order = try parsed(Order(rawValue: value), "rgb or bgr", name, value, text)
    default:
      throw invalid(
        text, "expected mean, std, range, size, crop, fit, filter or order, got '\(name)'")
    }
  }

  /// Checks that the settings make sense together.
  ///
  /// - Throws: `invalidPreprocessing`.
  func validate(place: String) throws(ImageError) {
    guard range == 1 || range == 255 else {
      throw invalid(place, "range: expected 1 or 255, got \(range)")
    }
    for (name, list) in [("mean", mean), ("std", std)] {
      guard list.count == 1 || list.count == 3, list.allSatisfy(\.isFinite) else {
        throw invalid(place, "\(name): expected 1 or 3 finite numbers, got \(list)")
      }
    }
    guard std.allSatisfy({ $0 != 0 }) else { throw invalid(place, "std: expected no zero") }
    guard mean.allSatisfy({ abs($0) <= range }) else {
      throw invalid(
        place,
        "mean: expected numbers within the range 0 ... \(Int(range)), got \(mean)"
          + (range == 1 ? "; add range=255 for samples of 0 ... 255" : ""))
    }
    guard crop >= 0.1, crop <= 1 else {
      throw invalid(place, "crop: expected a number of 0.1 ... 1, got \(crop)")
    }
    if let size,
      !(1...Size.maximum).contains(size.height) || !(1...Size.maximum).contains(size.width)
    {
      throw invalid(place, "size: expected sides of 1 ... \(Size.maximum), got \(size)")
    }
  }

  /// The specification, as ``init(_:)`` reads it: the preset it is nearest to and what differs.
  public var description: String {
    // `unit` is what a specification without a preset starts from, so it needs no name.
    let near = Self.presets.first { $0.preprocessing.hasSameScaling(as: self) }
    let base = near?.preprocessing ?? Preprocessing()
    var items = near.map { [$0.name] } ?? []
    if mean != base.mean { items.append("mean=\(Self.list(mean))") }
    if std != base.std { items.append("std=\(Self.list(std))") }
    if range != base.range { items.append("range=\(Int(range))") }
    if let size { items.append("size=\(size)") }
    if crop != base.crop { items.append("crop=\(crop)") }
    if fit != base.fit { items.append("fit=\(fit.rawValue)") }
    if filter != base.filter { items.append("filter=\(filter.rawValue)") }
    if order != base.order { items.append("order=\(order.rawValue)") }
    return items.joined(separator: ",")
  }

  private func hasSameScaling(as other: Preprocessing) -> Bool {
    mean == other.mean && std == other.std && range == other.range
  }

  private static func list(_ numbers: [Float]) -> String {
    numbers.map { "\($0)" }.joined(separator: ":")
  }
}

extension Preprocessing.Size: CustomStringConvertible {
  /// The longest side that a specification may ask for.
  static let maximum = 65_536

  /// `224` for a square, `224x320` (height first) for others.
  public var description: String { height == width ? "\(height)" : "\(height)x\(width)" }

  fileprivate init?(text: String) {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count <= 2, let height = sides.first ?? nil, let width = sides.last ?? nil else {
      return nil
    }
    self.init(height: height, width: width)
  }
}

private func invalid(_ text: String, _ message: String) -> ImageError {
  ImageError(.invalidPreprocessing, place: "preprocessing '\(text)'", message)
}

private func parsed<Value>(
  _ value: Value?, _ expected: String, _ name: String, _ given: String, _ text: String
) throws(ImageError) -> Value {
  guard let value else { throw invalid(text, "\(name): expected \(expected), got '\(given)'") }
  return value
}

private func numbers(
  _ value: String, _ name: String, _ text: String
) throws(ImageError) -> [Float] {
  let isBracketed = value.hasPrefix("[") && value.hasSuffix("]")
  let inside = isBracketed ? value.dropFirst().dropLast() : value[...]
  var result: [Float] = []
  for item in inside.split(omittingEmptySubsequences: false, whereSeparator: { ":,".contains($0) })
  {
    result.append(
      try parsed(Float(item), "numbers such as 0.485:0.456:0.406", name, value, text))
  }
  return result
}

/// Splits at commas that are not within square brackets, and drops spaces.
private func splitOutsideBrackets(_ text: String) throws(ImageError) -> [String] {
  var items = [""]
  var isInside = false
  for character in text where character != " " {
    if character == "[" || character == "]" {
      guard isInside == (character == "]") else {
        throw invalid(text, "expected brackets in pairs, got '\(character)'")
      }
      isInside.toggle()
    }
    if character == ",", !isInside {
      items.append("")
    } else {
      items[items.count - 1].append(character)
    }
  }
  guard !isInside else { throw invalid(text, "expected ']' at the end of the list") }
  return items
}
