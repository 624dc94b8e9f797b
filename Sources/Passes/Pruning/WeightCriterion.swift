// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// How important each weight of a layer is.
///
/// Scores only rank: a ``WeightPruning`` decides and applies. A criterion that needs gradients of a
/// loss conforms with gradients that it was given.
public protocol WeightCriterion: Sendable {
  /// The name in recipes and reports, in kebab-case.
  static var name: String { get }
  /// What must be known about the layer's inputs.
  var needs: InputStatistics.Kind { get }
  /// A score of 0 or more for each weight in the order `[filters, channels, taps]`: the less, the
  /// sooner it goes.
  ///
  /// - Throws: `missingInput` when statistics are needed and absent; `unsupported`.
  func scores(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double]
  /// New weights for those that stay, when the others become zero. Default: as they were.
  ///
  /// - Parameters:
  ///   - weights: All weights, in the order `[filters, channels, taps]`.
  ///   - kept: Whether each stays.
  func adjusted(
    _ weights: [Double], keeping kept: [Bool], of layer: WeightLayer,
    _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double]
}

extension WeightCriterion {
  public var needs: InputStatistics.Kind { .none }

  public func adjusted(
    _ weights: [Double], keeping kept: [Bool], of layer: WeightLayer,
    _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] { weights }
}

/// Large weights matter.
///
/// - Source: Han et al., NeurIPS 2015, section 3, arXiv:1506.02626.
public struct MagnitudeCriterion: WeightCriterion, Hashable {
  public static let name = "magnitude"
  /// The norm that joins the weights of a unit.
  public enum Norm: String, Hashable, Sendable, CaseIterable {
    /// The sum of magnitudes.
    case l1
    /// The sum of squares.
    case l2
  }
  /// The norm. Default ``Norm/l1``.
  public var norm: Norm

  /// The criterion.
  public init(norm: Norm = .l1) { self.norm = norm }

  public func scores(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] {
    layer.canonicalWeights().map { norm == .l1 ? abs($0) : $0 * $0 }
  }
}

/// Chance: the control that any other criterion has to beat.
public struct RandomCriterion: WeightCriterion, Hashable {
  public static let name = "random"
  /// Seed; each layer continues from its own name. Default 0.
  public var seed: UInt64

  /// The criterion.
  public init(seed: UInt64 = 0) { self.seed = seed }

  public func scores(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] {
    var generator = SeededGenerator(seed: seed ^ layer.name.stableHash)
    return (0..<layer.count).map { _ in generator.nextUniform() }
  }
}

/// A weight's magnitude times the norm of the input that it meets.
///
/// - Source: Sun et al. (Wanda), ICLR 2024, section 3, arXiv:2306.11695.
public struct ActivationNormCriterion: WeightCriterion, Hashable {
  public static let name = "activation-norm"
  public var needs: InputStatistics.Kind { .squares }

  /// The criterion.
  public init() {}

  public func scores(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] {
    let squares = try InputStatistics.required(statistics, for: layer).squares
    return layer.weighing { abs($0) * squares[$1].squareRoot() }
  }
}

/// Optimal brain damage, layer by layer: `h w² / 2` with `h` the diagonal of the Hessian of the
/// layer's squared output error, which is the mean square of the input that the weight meets.
///
/// - Source: LeCun et al., NeurIPS 1989, equation 3, for the error of Dong et al., NeurIPS 2017,
///   arXiv:1705.07565.
public struct BrainDamageCriterion: WeightCriterion, Hashable {
  public static let name = "optimal-brain-damage"
  public var needs: InputStatistics.Kind { .squares }

  /// The criterion.
  public init() {}

  public func scores(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] {
    let squares = try InputStatistics.required(statistics, for: layer).squares
    return layer.weighing { squares[$1] * $0 * $0 / 2 }
  }
}

extension WeightLayer {
  /// A number for each weight, from the weight and the number of the group's input column.
  func weighing(_ body: (_ weight: Double, _ column: Int) -> Double) -> [Double] {
    let columns = channels * taps
    return canonicalWeights().enumerated().map { position, weight in
      let group = position / columns / filtersPerGroup
      return body(weight, group * columns + position % columns)
    }
  }
}

extension String {
  /// A hash that is the same in every process (FNV-1a).
  var stableHash: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
