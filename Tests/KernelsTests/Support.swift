// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

/// A small seeded generator (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  mutating func floats(_ count: Int, in range: ClosedRange<Float> = -3...3) -> [Float] {
    (0..<count).map { _ in Float.random(in: range, using: &self) }
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// Values that simple vector code gets wrong.
let specials: [Float] = [
  .nan, -.nan, 0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
  .leastNormalMagnitude / 3, -.leastNormalMagnitude / 3, .leastNormalMagnitude,
  -.leastNormalMagnitude, .greatestFiniteMagnitude,
  -.greatestFiniteMagnitude, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3, 6, 88.7, 89, -87, -88.5, -103,
  -104.5, 8_388_607.5, 8_388_609, -8_388_607.5, 3e9, 1e-20, -1e-20, 20, -20,
]

/// Sizes around the vector and unrolling lengths of all instruction sets, and primes.
let sizes = [0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 61, 64, 65, 127, 131]

/// How far a result may be from the reference, which is computed in `Double`.
struct Tolerance {
  /// Relative to the magnitude of the reference.
  var relative: Double
  /// On top, in units of the result.
  var absolute: Double

  /// The reference rounded to `Float`.
  static let exact = Tolerance(relative: 0, absolute: 0)
  /// A few roundings; the absolute part is two of the smallest subnormals.
  static let roundings = Tolerance(relative: 6e-7, absolute: 3e-45)
}

/// Expects equal NaNs and infinities and close numbers; reports the first that differs.
func expectClose(
  _ actual: [Float], _ expected: [Double], _ tolerance: Tolerance, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(what)", sourceLocation: sourceLocation)
  for (index, (a, e)) in zip(actual, expected).enumerated() where !isClose(a, e, tolerance) {
    #expect(
      Bool(false), "\(what): element \(index) is \(a), expected \(e) (\(tolerance))",
      sourceLocation: sourceLocation)
    return
  }
}

private func isClose(_ actual: Float, _ expected: Double, _ tolerance: Tolerance) -> Bool {
  let rounded = Float(expected)
  if rounded.isNaN { return actual.isNaN }
  if actual == rounded { return true }
  if rounded.isInfinite {
    // Just below the border of overflow one rounding decides.
    return tolerance.relative > 0 && expected.isFinite && abs(actual) > 3.402e38
  }
  let bound = tolerance.absolute + tolerance.relative * abs(expected)
  return abs(Double(actual) - expected) <= bound
}

/// Runs a kernel with both placements of its buffers and compares all of its output.
func check(
  inputs: [[Float]], outputCount: Int, expected: [Double], _ tolerance: Tolerance, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ run: ([UnsafePointer<Float>], UnsafeMutablePointer<Float>) -> Void
) throws {
  for side in GuardedBuffer.Side.allCases {
    let buffers = try inputs.map { try GuardedBuffer($0, side) }
    let output = try GuardedBuffer(count: outputCount, side)
    // Optimized code lets go of the buffers after the last mention, which is not the last use.
    withExtendedLifetime((buffers, output)) {
      run(buffers.map { UnsafePointer($0.floats) }, output.floats)
    }
    expectClose(output.values, expected, tolerance, what, sourceLocation: sourceLocation)
    output.expectIntact(what, sourceLocation: sourceLocation)
  }
}

/// The output size of a sliding window.
func outputSize(
  input: Int, kernel: Int, stride: Int, dilation: Int, before: Int, after: Int, roundsUp: Bool
) -> Int {
  let span = input + before + after - dilation * (kernel - 1) - 1
  if span < 0 { return 0 }
  var size = span / stride + 1
  // The last window must start inside of the plane or the padding before it.
  if roundsUp && span % stride != 0 && size * stride < input + before { size += 1 }
  return size
}

/// Windows of all kinds: a fixed list of usual ones and random ones.
func windows(seed: UInt64) -> [WindowGeometry] {
  var random = Random(seed: seed)
  var list: [WindowGeometry] = []
  for (kernel, stride, pad, size) in [
    (1, 1, 0, 7), (3, 1, 1, 7), (3, 1, 1, 40), (3, 2, 1, 56), (3, 2, 0, 35), (5, 1, 2, 28),
    (5, 2, 2, 33), (7, 2, 3, 64), (2, 2, 0, 32), (11, 4, 2, 47), (7, 7, 0, 7), (3, 3, 0, 50),
  ] {
    let out = outputSize(
      input: size, kernel: kernel, stride: stride, dilation: 1, before: pad, after: pad,
      roundsUp: false)
    list.append(
      WindowGeometry(
        inputHeight: size, inputWidth: size, outputHeight: out, outputWidth: out,
        kernelHeight: kernel, kernelWidth: kernel, strideHeight: stride, strideWidth: stride,
        padTop: pad, padLeft: pad, padBottom: pad, padRight: pad))
  }
  while list.count < 52 {
    var g = WindowGeometry(
      inputHeight: random.int(1...9), inputWidth: random.int(1...70), outputHeight: 0,
      outputWidth: 0, kernelHeight: random.int(1...4), kernelWidth: random.int(1...6),
      strideHeight: random.int(1...3), strideWidth: random.int(1...4), padTop: random.int(0...2),
      padLeft: random.int(0...4), padBottom: random.int(0...2), padRight: random.int(0...4),
      dilationHeight: random.int(1...2), dilationWidth: random.int(1...3),
      countIncludePadding: random.int(0...1) == 1)
    let roundsUp = random.int(0...1) == 1
    g.outputHeight = outputSize(
      input: g.inputHeight, kernel: g.kernelHeight, stride: g.strideHeight,
      dilation: g.dilationHeight, before: g.padTop, after: g.padBottom, roundsUp: roundsUp)
    g.outputWidth = outputSize(
      input: g.inputWidth, kernel: g.kernelWidth, stride: g.strideWidth,
      dilation: g.dilationWidth, before: g.padLeft, after: g.padRight, roundsUp: roundsUp)
    if g.outputHeight > 0 && g.outputWidth > 0 { list.append(g) }
  }
  return list
}
