// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Counts n-grams of a pool in rows of tokens.
///
/// - Inputs: `x` `[C]` or `[N, C]`, of the type of the pool: `string`, or `int32` or `int64`.
/// - Outputs: `float32` `[M]` or `[N, M]`, M the greatest of ``outputIndices`` plus 1.
/// - Source: ONNX `TfIdfVectorizer`, opset 9.
public struct TfIdfVectorizer: Operation {
  public static let opType = "TfIdfVectorizer"

  /// What the output holds.
  public enum Mode: String, CaseIterable, Sendable {
    /// Counts.
    case frequency = "TF"
    /// The n-gram's weight where it occurs.
    case inverseDocumentFrequency = "IDF"
    /// Counts times weights.
    case both = "TFIDF"
  }

  /// What the output holds.
  public var mode: Mode
  /// The lengths of n-grams that count, at least 1.
  public var shortest: Int
  /// See ``shortest``; at most the length of ``poolStarts``.
  public var longest: Int
  /// Most tokens skipped between two tokens of an n-gram, not negative.
  public var mostSkips: Int
  /// Where in the pool the 1-grams, 2-grams, … start; ascending.
  public var poolStarts: [Int]
  /// The output position of each n-gram of the pool.
  public var outputIndices: [Int]
  /// The tokens of all n-grams, `string` or `int64`.
  public var pool: Tensor
  /// The weight of each n-gram; empty: 1.
  public var weights: [Float]

  /// The operator.
  public init(
    mode: Mode, shortest: Int, longest: Int, mostSkips: Int, poolStarts: [Int],
    outputIndices: [Int], pool: Tensor, weights: [Float] = []
  ) {
    (self.mode, self.shortest, self.longest) = (mode, shortest, longest)
    (self.mostSkips, self.poolStarts, self.outputIndices) = (mostSkips, poolStarts, outputIndices)
    (self.pool, self.weights) = (pool, weights)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(
      0, in: pool.dtype == .string ? [.string] : ElementTypes.indices)
    let (size, overflow) = (outputIndices.max() ?? -1).addingReportingOverflow(1)
    guard !overflow, outputIndices.allSatisfy({ $0 >= 0 }) else {
      throw GraphError(.invalidAttribute, "output positions \(outputIndices) are out of range")
    }
    guard shortest >= 1, longest >= shortest, longest <= poolStarts.count, mostSkips >= 0 else {
      throw GraphError(
        .invalidAttribute,
        "n-grams of \(shortest) to \(longest) tokens with \(mostSkips) skips, "
          + "for a pool of 1- to \(poolStarts.count)-grams")
    }
    guard weights.isEmpty || weights.count == outputIndices.count else {
      throw GraphError(
        .invalidAttribute, "has \(weights.count) weights for \(outputIndices.count) n-grams")
    }
    _ = try ngrams()
    guard let rank = x.rank else { return [.tensor(.float32, dimensions: nil)] }
    guard rank <= 2 else { throw GraphError(.shapeMismatch, "expects [C] or [N, C], got \(x)") }
    let rows = rank == 2 ? x.dimensions?.prefix(1) ?? [] : []
    return [.tensor(.float32, dimensions: rows + [.fixed(size)])]
  }

  /// Tokens as numbers: the integers themselves, or positions of texts in the pool.
  private func poolTokens() -> (tokens: [Int64], numbers: [[UInt8]: Int64]) {
    guard pool.dtype == .string else { return (pool.int64s(), [:]) }
    var numbers: [[UInt8]: Int64] = [:]
    let tokens = pool.strings.map { text in
      let key = Array(text.utf8)
      let number = numbers[key] ?? Int64(numbers.count)
      numbers[key] = number
      return number
    }
    return (tokens, numbers)
  }

  /// The number of each n-gram that counts.
  ///
  /// - Throws: `invalidAttribute` when the pool does not fit its starts and output positions.
  private func ngrams() throws(GraphError) -> [[Int64]: Int] {
    let tokens = poolTokens().tokens
    var result: [[Int64]: Int] = [:]
    var number = 0
    for (index, start) in poolStarts.enumerated() {
      let end = index + 1 < poolStarts.count ? poolStarts[index + 1] : tokens.count
      let length = index + 1
      guard start >= 0, start <= end, end <= tokens.count, (end - start) % length == 0 else {
        throw GraphError(
          .invalidAttribute, "tokens \(start) ..< \(end) of \(tokens.count) are no \(length)-grams")
      }
      for first in stride(from: start, to: end, by: length) {
        guard number < outputIndices.count else {
          throw GraphError(
            .invalidAttribute, "has more n-grams than the \(outputIndices.count) output positions")
        }
        if (shortest...longest).contains(length) {
          result[Array(tokens[first..<first + length])] = number
        }
        number += 1
      }
    }
    return result
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    let size = shape.last ?? 0
    let ngrams = try ngrams()
    let tokens: [Int64]
    if x.dtype == .string {
      let numbers = poolTokens().numbers
      tokens = x.strings.map { numbers[Array($0.utf8)] ?? -1 }
    } else {
      tokens = x.int64s()
    }
    var output = [Double](repeating: 0, count: ShapeMath.elementCount(shape) ?? 0)
    let rows = shape.count == 2 ? shape[0] : 1
    guard !tokens.isEmpty, !output.isEmpty else {
      return [.tensor(Tensor(doubles: output, dtype: .float32, shape: shape))]
    }
    let length = tokens.count / rows
    for row in 0..<rows {
      let counts = try count(tokens[(row * length)..<((row + 1) * length)], ngrams, context)
      for (number, count) in counts {
        let weight = weights.isEmpty ? 1 : Double(weights[number])
        let position = row * size + outputIndices[number]
        switch mode {
        case .frequency: output[position] += Double(count)
        case .inverseDocumentFrequency: output[position] = weight
        case .both: output[position] += Double(count) * weight
        }
      }
    }
    return [.tensor(Tensor(doubles: output, dtype: .float32, shape: shape))]
  }

  /// How often each n-gram occurs in a row. Single tokens do not depend on skips and count once.
  private func count(
    _ row: ArraySlice<Int64>, _ ngrams: [[Int64]: Int], _ context: EvaluationContext
  ) throws(GraphError) -> [Int: Int] {
    let row = Array(row)
    var counts: [Int: Int] = [:]
    for length in shortest...longest {
      for distance in 1...(length == 1 ? 1 : min(mostSkips, row.count) + 1) {
        try context.checkDeadline()
        let (reach, overflow) = distance.multipliedReportingOverflow(by: length - 1)
        guard !overflow, reach < row.count else { break }
        for start in 0..<(row.count - reach) {
          let ngram = (0..<length).map { row[start + $0 * distance] }
          if let number = ngrams[ngram] { counts[number, default: 0] += 1 }
        }
      }
    }
    return counts
  }
}
