// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Picks the boxes of highest score that do not overlap better ones of the same class.
///
/// - Inputs: `boxes`, `float32` `[N, B, 4]`; `scores`, `float32` `[N, C, B]`; all optional scalars:
///   `limit`, `int64`, most boxes a class, default 0; `overlap`, `float32` in 0 ... 1: a box whose
///   intersection over union with a picked one is greater is dropped, default 0; `threshold`,
///   `float32`: lower scores are ignored, default none.
/// - Outputs: `int64` `[M, 3]`: image, class, box; by image, class and descending score.
/// - Source: ONNX `NonMaxSuppression`, opset 11.
public struct NonMaxSuppression: Operation {
  public static let opType = "NonMaxSuppression"

  /// Whether boxes are (centre x, centre y, width, height), else (y1, x1, y2, x2) of any two
  /// opposite corners. Default false.
  public var usesCenters: Bool

  /// The operator.
  public init(usesCenters: Bool = false) { self.usesCenters = usesCenters }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...5)
    let boxes = try inputs.tensor(0, in: [.float32])
    let scores = try inputs.tensor(1, in: [.float32])
    _ = try inputs.scalar(2, in: [.int64])
    for index in 3...4 { _ = try inputs.scalar(index, in: [.float32]) }
    let isRight = boxes.rank ?? 3 == 3 && scores.rank ?? 3 == 3
    guard isRight else {
      throw GraphError(
        .shapeMismatch, "expects boxes [N, B, 4] and scores [N, C, B], got \(boxes), \(scores)")
    }
    if let box = boxes.dimensions, let score = scores.dimensions {
      guard box[2].isCompatible(with: .fixed(4)), box[0].isCompatible(with: score[0]),
        box[1].isCompatible(with: score[2])
      else {
        throw GraphError(
          .shapeMismatch, "expects boxes [N, B, 4] and scores [N, C, B], got \(boxes), \(scores)")
      }
    }
    return [.tensor(.int64, dimensions: [.unknown, .fixed(3)])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (boxes, scores) = (try inputs.tensor(0), try inputs.tensor(1))
    let limit = try inputs.integers(2)?.first ?? 0
    let overlap = try inputs.optionalTensor(3)?.double(at: 0) ?? 0
    let threshold = try inputs.optionalTensor(4)?.double(at: 0)
    guard overlap >= 0, overlap <= 1 else {
      throw GraphError(.invalidAttribute, "iou_threshold \(overlap) is outside 0 ... 1")
    }
    let corners = corners(boxes.doubles())
    let values = scores.doubles()
    let (images, classes, count) = (scores.shape[0], scores.shape[1], scores.shape[2])
    var selected: [Int64] = []
    guard limit > 0, !values.isEmpty else {
      return [.tensor(Tensor(selected, shape: [0, 3]))]
    }
    for image in 0..<images {
      for category in 0..<classes {
        let base = (image * classes + category) * count
        let candidates = (0..<count).filter { box in
          threshold.map { values[base + box] > $0 } ?? !values[base + box].isNaN
        }.sorted { values[base + $0] > values[base + $1] }
        let picked = try pick(
          candidates, corners[(image * count)..<((image + 1) * count)], limit: limit,
          overlap: overlap, context)
        for box in picked { selected += [Int64(image), Int64(category), Int64(box)] }
        try context.limits.check(.int64, [selected.count])
      }
    }
    return [.tensor(Tensor(selected, shape: [selected.count / 3, 3]))]
  }

  private struct Box {
    var top, left, bottom, right: Double
    var area: Double { (bottom - top) * (right - left) }

    func overlap(with other: Box) -> Double {
      let height = min(bottom, other.bottom) - max(top, other.top)
      let width = min(right, other.right) - max(left, other.left)
      guard height > 0, width > 0 else { return 0 }
      let common = height * width
      return common / (area + other.area - common)
    }
  }

  private func corners(_ values: [Double]) -> [Box] {
    (0..<values.count / 4).map { index in
      let (a, b, c, d) = (
        values[4 * index], values[4 * index + 1], values[4 * index + 2], values[4 * index + 3]
      )
      if usesCenters {
        return Box(top: b - d / 2, left: a - c / 2, bottom: b + d / 2, right: a + c / 2)
      }
      return Box(top: min(a, c), left: min(b, d), bottom: max(a, c), right: max(b, d))
    }
  }

  private func pick(
    _ candidates: [Int], _ boxes: ArraySlice<Box>, limit: Int, overlap: Double,
    _ context: EvaluationContext
  ) throws(GraphError) -> [Int] {
    var picked: [Int] = []
    for (number, box) in candidates.enumerated() where picked.count < limit {
      if number % 256 == 0 { try context.checkDeadline() }
      let candidate = boxes[boxes.startIndex + box]
      let isFree = picked.allSatisfy {
        candidate.overlap(with: boxes[boxes.startIndex + $0]) <= overlap
      }
      if isFree { picked.append(box) }
    }
    return picked
  }
}
