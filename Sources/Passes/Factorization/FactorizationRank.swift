// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR

/// How the rank of a factorization is chosen.
public enum FactorizationRank: Sendable {
  /// This rank, 1 or more, for every layer (and every mode), as far as the layer has it.
  case fixed(Int)
  /// The least rank that keeps this fraction of the squared singular values, in 0 ... 1.
  case energy(Double)
  /// The rank that analytic variational Bayes finds in the singular values.
  case variationalBayes
  /// The largest rank at which the layer has at most this fraction of its multiply-adds, in 0 ... 1.
  case multiplyAdds(Double)
  /// The largest energy, in steps of a 64th, at which the whole graph takes at most so many
  /// milliseconds, measured.
  case milliseconds(Double, any LatencyMeter)

  /// Checks the numbers.
  ///
  /// - Throws: `invalidAttribute`.
  func check() throws(GraphError) {
    switch self {
    case .fixed(let rank) where rank < 1:
      throw GraphError(.invalidAttribute, "the rank is \(rank), expected 1 or more")
    case .energy(let fraction) where !(fraction >= 0 && fraction <= 1),
      .multiplyAdds(let fraction) where !(fraction >= 0 && fraction <= 1):
      throw GraphError(.invalidAttribute, "the fraction is \(fraction), expected 0 to 1")
    case .milliseconds(let milliseconds, _) where !(milliseconds > 0):
      throw GraphError(.invalidAttribute, "the budget is \(milliseconds) ms")
    default: break
    }
  }

  /// The rank for a matrix of `rows` × `columns` with the given singular values.
  ///
  /// - Parameter cost: Multiply-adds of a rank as a fraction of those of the layer.
  func rank(
    of singularValues: [Double], rows: Int, columns: Int, cost: (Int) -> Double
  ) -> Int {
    let most = max(singularValues.count, 1)
    switch self {
    case .fixed(let rank): return min(rank, most)
    case .energy(let fraction): return Self.rank(of: singularValues, energy: fraction)
    case .variationalBayes:
      return max(1, VariationalBayes.rank(of: singularValues, rows: rows, columns: columns))
    case .multiplyAdds(let fraction):
      return (1...most).last { cost($0) <= fraction } ?? 1
    // The driver turns budgets of time into energies.
    case .milliseconds: return most
    }
  }

  /// The least rank that keeps a fraction of the squares, at least 1.
  static func rank(of singularValues: [Double], energy: Double) -> Int {
    let total = singularValues.reduce(0) { $0 + $1 * $1 }
    var sum = 0.0
    for (position, value) in singularValues.enumerated() {
      sum += value * value
      if sum >= energy * total { return position + 1 }
    }
    return max(singularValues.count, 1)
  }
}

/// The rank of a matrix under noise, by the global analytic solution of empirical variational Bayesian
/// matrix factorization.
///
/// With `L ≤ M` the extents, `α = L / M` and noise of variance `σ²`, the components stay whose
/// singular value exceeds `σ √(M (1 + τ) (1 + α / τ))` with `τ ≈ 2.5129 √α`. The variance minimizes
/// the free energy over the spectrum `x = s² / (M σ²)`.
///
/// - Source: Nakajima, Sugiyama, Babacan and Tomioka, JMLR 14 (2013), theorem 2, corollary 1 and
///   section 5; Kim et al., ICLR 2016, section 3.2, arXiv:1511.06530, for the use.
enum VariationalBayes {
  /// The rank, 0 when everything looks like noise.
  ///
  /// - Parameter singularValues: All singular values, largest first.
  /// - Complexity: O(singular values), some hundred times.
  static func rank(of singularValues: [Double], rows: Int, columns: Int) -> Int {
    let (small, large) = (Double(min(rows, columns)), Double(max(rows, columns)))
    let squares = singularValues.map { $0 * $0 }
    let total = squares.reduce(0, +)
    guard small > 0, total > 0 else { return 0 }
    let spectrum = Spectrum(squares: squares, small: small, large: large)
    // The true variance lies between these (section 5 of the source).
    let signals = min(Int((small / (1 + spectrum.alpha)).rounded(.up)) - 1, squares.count - 1)
    let first = min(max(signals, 0), squares.count - 1)
    let rest = squares[first...]
    let mean = rest.reduce(0, +) / Double(rest.count)
    let upper = total / (small * large)
    let lower = max(squares[first] / (large * spectrum.threshold), mean / large, upper * 1e-9)
    let variance = spectrum.bestVariance(lower, max(upper, lower))
    let limit = large * variance * spectrum.threshold
    return squares.count { $0 > limit }
  }

  private struct Spectrum {
    let squares: [Double]
    let large: Double
    let alpha: Double
    /// Largest eigenvalue, in units of the noise, that counts as noise.
    let threshold: Double
    private let small: Double

    init(squares: [Double], small: Double, large: Double) {
      (self.squares, self.small, self.large) = (squares, small, large)
      alpha = small / large
      let tau = 2.5129 * alpha.squareRoot()
      threshold = (1 + tau) * (1 + alpha / tau)
    }

    /// The free energy as a function of the variance, up to constants.
    private func energy(_ variance: Double) -> Double {
      var sum = (small - Double(squares.count)) * log(variance)
      for square in squares {
        let x = max(square / (large * variance), 1e-300)
        if x > threshold {
          let b = x - (1 + alpha)
          let tau = (b + max(b * b - 4 * alpha, 0).squareRoot()) / 2
          sum += x - tau + log((tau + 1) / x) + alpha * log(tau / alpha + 1)
        } else {
          sum += x - log(x)
        }
      }
      return sum
    }

    /// Searches a grid in the logarithm, for the energy has several minima, then by golden section.
    func bestVariance(_ lower: Double, _ upper: Double) -> Double {
      let (low, high) = (log(lower), log(upper))
      let steps = 128
      let grid = (0...steps).map { low + (high - low) * Double($0) / Double(steps) }
      let energies = grid.map { energy(exp($0)) }
      let best = energies.indices.min { energies[$0] < energies[$1] } ?? 0
      var (a, b) = (grid[max(best - 1, 0)], grid[min(best + 1, steps)])
      let ratio = (5.0.squareRoot() - 1) / 2
      for _ in 0..<60 {
        let (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
        if energy(exp(c)) < energy(exp(d)) { b = d } else { a = c }
      }
      return exp((a + b) / 2)
    }
  }
}
