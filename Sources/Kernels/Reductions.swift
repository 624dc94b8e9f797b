// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// A reduction as a fold over `Lanes`.
protocol LaneReducer {
  /// What is folded into first, in every lane.
  static var start: Lanes { get }
  /// Folds elements into `sum`.
  static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes
  /// Joins two folds.
  static func join(_ a: Lanes, _ b: Lanes) -> Lanes
  /// Joins the lanes.
  static func finish(_ sum: Lanes) -> Float
}

enum SumReducer: LaneReducer {
  @inline(always) static var start: Lanes { splat(0) }
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { sum + x }
  @inline(always) static func join(_ a: Lanes, _ b: Lanes) -> Lanes { a + b }
  @inline(always) static func finish(_ sum: Lanes) -> Float { horizontalSum(sum) }
}

enum SquareReducer: LaneReducer {
  @inline(always) static var start: Lanes { splat(0) }
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { multiplyAdd(x, x, sum) }
  @inline(always) static func join(_ a: Lanes, _ b: Lanes) -> Lanes { a + b }
  @inline(always) static func finish(_ sum: Lanes) -> Float { horizontalSum(sum) }
}

enum MagnitudeReducer: LaneReducer {
  @inline(always) static var start: Lanes { splat(0) }
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { sum + absolute(x) }
  @inline(always) static func join(_ a: Lanes, _ b: Lanes) -> Lanes { a + b }
  @inline(always) static func finish(_ sum: Lanes) -> Float { horizontalSum(sum) }
}

enum MaximumReducer: LaneReducer {
  @inline(always) static var start: Lanes { splat(-.infinity) }
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { maximum(sum, x) }
  @inline(always) static func join(_ a: Lanes, _ b: Lanes) -> Lanes { maximum(a, b) }
  @inline(always) static func finish(_ sum: Lanes) -> Float { horizontalMaximum(sum) }
}

enum MinimumReducer: LaneReducer {
  @inline(always) static var start: Lanes { splat(.infinity) }
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { minimum(sum, x) }
  @inline(always) static func join(_ a: Lanes, _ b: Lanes) -> Lanes { minimum(a, b) }
  @inline(always) static func finish(_ sum: Lanes) -> Float { horizontalMinimum(sum) }
}

/// Folds `count` contiguous elements, in four sums to hide the latency of the addition.
@inline(always)
func reduce<R: LaneReducer>(_: R.Type, _ x: UnsafePointer<Float>, _ count: Int) -> Float {
  var s0 = R.start
  var s1 = R.start
  var s2 = R.start
  var s3 = R.start
  var i = 0
  while i &+ 4 &* laneCount <= count {
    s0 = R.fold(s0, load(x + i))
    s1 = R.fold(s1, load(x + (i &+ laneCount)))
    s2 = R.fold(s2, load(x + (i &+ 2 &* laneCount)))
    s3 = R.fold(s3, load(x + (i &+ 3 &* laneCount)))
    i &+= 4 &* laneCount
  }
  while i &+ laneCount <= count {
    s0 = R.fold(s0, load(x + i))
    i &+= laneCount
  }
  let rest = count &- i
  if rest > 0 {
    s1 = keep(R.fold(s1, load(x + i, 0, rest)), 0, rest, fill: s1)
  }
  return R.finish(R.join(R.join(s0, s1), R.join(s2, s3)))
}

@inline(always)
private func reduceEachRow<R: LaneReducer>(
  _: R.Type, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int,
  _ columns: Int
) {
  var r = 0
  while r < rows {
    y[r] = reduce(R.self, x + r &* columns, columns)
    r &+= 1
  }
}

@inline(always)
private func reduceEachColumn<R: LaneReducer>(
  _: R.Type, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int,
  _ columns: Int
) {
  var c = 0
  while c &+ laneCount <= columns {
    var sum = R.start
    var r = 0
    while r < rows {
      sum = R.fold(sum, load(x + (r &* columns &+ c)))
      r &+= 1
    }
    store(sum, y + c)
    c &+= laneCount
  }
  let rest = columns &- c
  if rest > 0 {
    var sum = R.start
    var r = 0
    while r < rows {
      sum = R.fold(sum, load(x + (r &* columns &+ c), 0, rest))
      r &+= 1
    }
    store(sum, y + c, count: rest)
  }
}

/// Divides `count` sums by the number of elements in each.
@inline(always)
private func divide(_ y: UnsafeMutablePointer<Float>, _ count: Int, by elements: Int) {
  let divisor = Float(elements)
  var i = 0
  while i < count {
    y[i] /= divisor
    i &+= 1
  }
}

func reduceRows(
  _ kind: ReductionKind, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int,
  _ columns: Int
) {
  switch kind {
  case .sum: reduceEachRow(SumReducer.self, x, y, rows, columns)
  case .mean:
    reduceEachRow(SumReducer.self, x, y, rows, columns)
    divide(y, rows, by: columns)
  case .maximum: reduceEachRow(MaximumReducer.self, x, y, rows, columns)
  case .minimum: reduceEachRow(MinimumReducer.self, x, y, rows, columns)
  case .sumOfSquares: reduceEachRow(SquareReducer.self, x, y, rows, columns)
  case .sumOfMagnitudes: reduceEachRow(MagnitudeReducer.self, x, y, rows, columns)
  }
}

func reduceColumns(
  _ kind: ReductionKind, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int,
  _ columns: Int
) {
  switch kind {
  case .sum: reduceEachColumn(SumReducer.self, x, y, rows, columns)
  case .mean:
    reduceEachColumn(SumReducer.self, x, y, rows, columns)
    divide(y, columns, by: rows)
  case .maximum: reduceEachColumn(MaximumReducer.self, x, y, rows, columns)
  case .minimum: reduceEachColumn(MinimumReducer.self, x, y, rows, columns)
  case .sumOfSquares: reduceEachColumn(SquareReducer.self, x, y, rows, columns)
  case .sumOfMagnitudes: reduceEachColumn(MagnitudeReducer.self, x, y, rows, columns)
  }
}
