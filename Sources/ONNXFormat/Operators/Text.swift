// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators on texts and tokens.
  static let text: [OperatorBinding] = [
    .one("StringConcat", since: 20, StringConcat.self) { _ in StringConcat() },
    .one("StringSplit", since: 20, StringSplit.self) { reader in
      StringSplit(
        delimiter: try reader.string("delimiter", default: ""), limit: try reader.int("maxsplit"))
    } write: { operation, writer in
      if !operation.delimiter.isEmpty { writer.set("delimiter", operation.delimiter) }
      if let limit = operation.limit { writer.set("maxsplit", limit) }
    },
    .one("RegexFullMatch", since: 20, RegexFullMatch.self) { reader in
      RegexFullMatch(pattern: try reader.require(reader.string("pattern"), "pattern"))
    } write: { operation, writer in
      writer.set("pattern", operation.pattern)
    },
    .one("StringNormalizer", since: 10, StringNormalizer.self) { reader in
      // Case is changed by Unicode's rules, whatever the language.
      reader.ignore("locale")
      return StringNormalizer(
        caseChange: try reader.choice(
          "case_change_action", default: StringNormalizer.CaseChange.none),
        isCaseSensitive: try reader.bool("is_case_sensitive", default: false),
        stopWords: try reader.strings("stopwords") ?? [])
    } write: { operation, writer in
      if operation.caseChange != .none {
        writer.set("case_change_action", operation.caseChange.rawValue)
      }
      if operation.isCaseSensitive { writer.set("is_case_sensitive", true) }
      if !operation.stopWords.isEmpty { writer.set("stopwords", operation.stopWords) }
    },
    .one("TfIdfVectorizer", since: 9, TfIdfVectorizer.self, read: readVectorizer) {
      operation, writer in
      writer.set("mode", operation.mode.rawValue)
      writer.set("min_gram_length", operation.shortest)
      writer.set("max_gram_length", operation.longest)
      writer.set("max_skip_count", operation.mostSkips)
      writer.set("ngram_counts", operation.poolStarts)
      writer.set("ngram_indexes", operation.outputIndices)
      if operation.pool.dtype == .string {
        writer.set("pool_strings", operation.pool.strings)
      } else {
        writer.set("pool_int64s", operation.pool.int64s().map(Int.init))
      }
      if !operation.weights.isEmpty { writer.set("weights", operation.weights) }
    },
    .one(
      "LabelEncoder", domain: "ai.onnx.ml", since: 2, LabelEncoder.self, read: readLabelEncoder
    ) { operation, writer in
      writeLabels(operation.keys, "keys", writer)
      writeLabels(operation.values, "values", writer)
      writeDefault(operation.fallback, writer)
    },
  ]

  private static func readVectorizer(_ reader: NodeReader) throws -> TfIdfVectorizer {
    let texts = try reader.strings("pool_strings")
    let integers = try reader.ints("pool_int64s")
    guard let pool = texts.map({ Tensor(strings: $0, shape: [$0.count]) }) ?? integers?.vector,
      texts == nil || integers == nil
    else {
      throw ONNXError(
        .invalidModel, at: reader.place, "expects one of pool_strings and pool_int64s")
    }
    guard let mode = TfIdfVectorizer.Mode(rawValue: try reader.string("mode", default: "")) else {
      throw ONNXError(
        .invalidModel, at: reader.place, "attribute \"mode\" must be TF, IDF or TFIDF")
    }
    return TfIdfVectorizer(
      mode: mode,
      shortest: try reader.require(reader.int("min_gram_length"), "min_gram_length"),
      longest: try reader.require(reader.int("max_gram_length"), "max_gram_length"),
      mostSkips: try reader.require(reader.int("max_skip_count"), "max_skip_count"),
      poolStarts: try reader.require(reader.ints("ngram_counts"), "ngram_counts"),
      outputIndices: try reader.require(reader.ints("ngram_indexes"), "ngram_indexes"),
      pool: pool, weights: try reader.floats("weights") ?? [])
  }

  // MARK: LabelEncoder

  private static func readLabelEncoder(_ reader: NodeReader) throws -> LabelEncoder {
    let keys = try readLabels("keys", reader)
    let values = try readLabels("values", reader)
    return LabelEncoder(
      keys: keys, values: values, fallback: try readDefault(of: values.dtype, reader))
  }

  /// The one of the attributes `NAME_strings`, `NAME_int64s`, `NAME_floats`, `NAME_tensor` that is
  /// there.
  private static func readLabels(_ name: String, _ reader: NodeReader) throws -> Tensor {
    let candidates = [
      try reader.strings("\(name)_strings").map { Tensor(strings: $0, shape: [$0.count]) },
      try reader.ints("\(name)_int64s")?.vector,
      try reader.floats("\(name)_floats").map { Tensor($0) },
      try reader.tensor("\(name)_tensor"),
    ].compactMap { $0 }
    guard let labels = candidates.first, candidates.count == 1 else {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "expects one attribute \"\(name)_…\", got \(candidates.count)")
    }
    return labels
  }

  private static func readDefault(
    of dtype: ElementType, _ reader: NodeReader
  ) throws -> Tensor {
    let text = try reader.string("default_string", default: "_Unused")
    let integer = try reader.int("default_int64", default: -1)
    let float = try reader.float("default_float", default: -0.0)
    if let tensor = try reader.tensor("default_tensor") { return tensor }
    if dtype == .string { return Tensor(strings: [text], shape: [1]) }
    if dtype.isFloatingPoint {
      return Tensor(doubles: [Double(float)], dtype: dtype, shape: [1])
    }
    return Tensor(int64s: [Int64(integer)], dtype: dtype, shape: [1])
  }

  private static func writeLabels(_ labels: Tensor, _ name: String, _ writer: NodeWriter) {
    switch labels.dtype {
    case .string: writer.set("\(name)_strings", labels.strings)
    case .int64: writer.set("\(name)_int64s", labels.int64s().map(Int.init))
    case .float32: writer.set("\(name)_floats", labels.array(of: Float.self))
    default:
      writer.requireOpset(4)
      writer.set("\(name)_tensor", labels)
    }
  }

  private static func writeDefault(_ fallback: Tensor, _ writer: NodeWriter) {
    switch fallback.dtype {
    case .string: writer.set("default_string", fallback.strings[0])
    case .int64: writer.set("default_int64", Int(fallback.integer(at: 0)))
    case .float32: writer.set("default_float", Float(fallback.double(at: 0)))
    default:
      writer.requireOpset(4)
      writer.set("default_tensor", fallback.reshaped(to: [1]))
    }
  }
}
