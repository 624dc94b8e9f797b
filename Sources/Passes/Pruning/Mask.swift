// SPDX-License-Identifier: Apache-2.0
import IR
public import Tensors

/// Which weights of a tensor stay.
///
/// A graph has no masks beside its weights: a weight that is zero is masked. So masks outlive files,
/// and every later pass can keep them, which ``MaskPreservation`` checks.
public struct Mask: Hashable, Sendable {
  /// Shape of the weights.
  public let shape: [Int]
  /// Whether each weight stays, in row-major order.
  public let kept: [Bool]

  /// A mask.
  ///
  /// - Precondition: `kept.count` is the product of `shape`.
  public init(keeping kept: [Bool], shape: [Int]) {
    precondition(kept.count == shape.reduce(1, *))
    (self.kept, self.shape) = (kept, shape)
  }

  /// The mask that the zeros of a tensor of numbers are.
  public init(zerosOf tensor: Tensor) {
    if tensor.dtype == .float32 {
      self.init(
        keeping: tensor.withElements(of: Float.self) { $0.map { $0 != 0 } }, shape: tensor.shape)
    } else {
      self.init(keeping: tensor.doubles().map { $0 != 0 }, shape: tensor.shape)
    }
  }

  /// Number of weights that stay.
  public var keptCount: Int { kept.count { $0 } }

  /// Fraction of the weights that do not stay, 0 for an empty mask.
  public var sparsity: Double {
    kept.isEmpty ? 0 : Double(kept.count - keptCount) / Double(kept.count)
  }

  /// The weights with zeros where the mask says so.
  ///
  /// - Precondition: the shapes are equal and the type is floating-point.
  public func applied(to weights: Tensor) -> Tensor {
    precondition(weights.shape == shape)
    var numbers = weights.doubles()
    for position in numbers.indices where !kept[position] { numbers[position] = 0 }
    return Tensor(doubles: numbers, dtype: weights.dtype, shape: shape)
  }

  /// Positions that this mask removes and `weights` fill.
  public func violations(in weights: Tensor) -> Int {
    guard weights.shape == shape else { return 0 }
    return zip(kept, Mask(zerosOf: weights).kept).count { !$0 && $1 }
  }
}

/// Which weights are removed together. Sizes and positions are those of a ``WeightLayer``; blocks at
/// the edge are smaller where sizes do not divide.
public enum MaskPattern: Hashable, Sendable {
  /// Each weight for itself.
  case element
  /// A row of a kernel: neighbours along its last axis.
  case row
  /// A column of a kernel: all positions of one index of its last axis.
  case column
  /// A whole kernel: what one filter has for one channel.
  case kernel
  /// One position of one channel in all filters of a group.
  case shape
  /// All weights of a filter.
  case filter
  /// All weights for a channel, in all filters of its group.
  case channel
  /// Neighbouring filters by neighbouring channels at one position, each 1 or more: 4 × 1 and
  /// 16 × 1 for vectors of filters, 1 × 4 for products of four 8-bit integers.
  case block(filters: Int, channels: Int)
  /// Of each `of` neighbouring channels, `kept` stay: 2 of 4. No ratio applies.
  case nOfM(kept: Int, of: Int)
  /// The whole layer.
  case layer

  /// Checks the numbers.
  ///
  /// - Throws: `invalidAttribute`.
  func check() throws(GraphError) {
    switch self {
    case .block(let filters, let channels) where filters < 1 || channels < 1:
      throw GraphError(
        .invalidAttribute, "a block is \(filters) × \(channels), expected extents from 1")
    case .nOfM(let kept, let of) where of < 1 || kept < 0 || kept > of:
      throw GraphError(.invalidAttribute, "\(kept) of \(of) is no pattern")
    default: break
    }
  }

  /// The unit of each weight in the order `[filters, channels, taps]`, and how many there are.
  func units(of layer: WeightLayer) -> (numbers: [Int32], count: Int) {
    let (taps, channels) = (layer.taps, layer.channels)
    let perGroup = layer.filtersPerGroup
    let last = layer.kernel.last ?? 1
    var numbers: [Int32] = []
    numbers.reserveCapacity(layer.count)
    var count = 0
    for filter in 0..<layer.filters {
      let group = filter / perGroup
      for channel in 0..<channels {
        let pair = filter * channels + channel
        for tap in 0..<taps {
          let unit: Int
          switch self {
          case .element: unit = pair * taps + tap
          case .row: unit = pair * (taps / last) + tap / last
          case .column: unit = pair * last + tap % last
          case .kernel: unit = pair
          case .shape: unit = (group * channels + channel) * taps + tap
          case .filter: unit = filter
          case .channel: unit = group * channels + channel
          case .block(let tall, let wide):
            let (high, broad) = ((perGroup + tall - 1) / tall, (channels + wide - 1) / wide)
            let block = (group * high + filter % perGroup / tall) * broad + channel / wide
            unit = block * taps + tap
          case .nOfM(_, let of):
            let broad = (channels + of - 1) / of
            unit = (filter * broad + channel / of) * taps + tap
          case .layer: unit = 0
          }
          numbers.append(Int32(unit))
          count = max(count, unit + 1)
        }
      }
    }
    return (numbers, count)
  }
}
