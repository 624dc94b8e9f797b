// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A complex number in double precision.
struct ComplexNumber {
  var real: Double
  var imaginary: Double

  static let zero = ComplexNumber(real: 0, imaginary: 0)

  static func + (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(real: a.real + b.real, imaginary: a.imaginary + b.imaginary)
  }

  static func * (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(
      real: a.real * b.real - a.imaginary * b.imaginary,
      imaginary: a.real * b.imaginary + a.imaginary * b.real)
  }
}

/// The discrete Fourier transform of sequences of one length.
///
/// `X[k] = Σ x[n] exp(∓2 π i k n / N)`, the upper sign forward, without a factor in front.
///
/// - Complexity: O(N · sum of the prime factors of N).
struct FourierTransform {
  /// Length of the sequences, N.
  let length: Int
  /// `exp(∓2 π i k / N)`.
  private let roots: [ComplexNumber]

  /// The transform of sequences of `length`, at least 1.
  init(length: Int, isInverse: Bool) {
    self.length = length
    let sign: Double = isInverse ? 1 : -1
    roots = (0..<length).map { k in
      let angle = 2 * Double.pi * Double(k) / Double(length)
      return ComplexNumber(real: cos(angle), imaginary: sign * sin(angle))
    }
  }

  /// The transform of a sequence of N numbers.
  func callAsFunction(_ values: [ComplexNumber]) -> [ComplexNumber] {
    transform(values, start: 0, stride: 1, count: length)
  }

  /// The transform of every `stride`-th value from `start` on: Cooley and Tukey's decimation in time
  /// by the smallest factor of `count`.
  private func transform(
    _ values: [ComplexNumber], start: Int, stride: Int, count: Int
  ) -> [ComplexNumber] {
    if count == 1 { return [values[start]] }
    let factor = Self.smallestFactor(count)
    let part = count / factor
    let parts = (0..<factor).map { index in
      transform(values, start: start + index * stride, stride: stride * factor, count: part)
    }
    return (0..<count).map { k in
      var sum = parts[0][k % part]
      for index in 1..<factor {
        // The root of order `count` is the `stride`-th one of order N.
        sum = sum + parts[index][k % part] * roots[k * index % count * stride]
      }
      return sum
    }
  }

  private static func smallestFactor(_ number: Int) -> Int {
    var factor = 2
    while factor * factor <= number {
      if number % factor == 0 { return factor }
      factor += 1
    }
    return number
  }
}
