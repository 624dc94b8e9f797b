// SPDX-License-Identifier: Apache-2.0
import Imaging
import Tensors

/// Random parts of the images of another data set, so that a few photographs give any number of inputs.
///
/// Sample `i` is a part of image `i mod n`. Its size, 0.4 to 1 of the largest part that has the
/// proportions of the input, and its place depend on the seed and on `i` alone.
public struct RandomCrops: Dataset {
  private static let leastScale = 0.4

  public let count: Int
  public var name: String { "\(count) random crops of \(base.name)" }
  public var hasLabels: Bool { base.hasLabels }
  public var classNames: [String]? { base.classNames }
  public var holdsPhotographs: Bool { base.holdsPhotographs }
  public var usesWholeImages: Bool { true }
  private let base: any Dataset
  private let seed: UInt64
  private let aspect: Double

  /// Crops of a data set.
  ///
  /// - Parameters:
  ///   - base: A data set that is not empty.
  ///   - count: How many crops in all.
  ///   - aspect: Width of the parts divided by their height.
  ///   - seed: The same seed makes the same parts.
  public init(of base: any Dataset, count: Int, aspect: Double = 1, seed: UInt64) {
    precondition(base.count > 0 && count >= 0 && aspect > 0)
    (self.base, self.count, self.aspect, self.seed) = (base, count, aspect, seed)
  }

  public func sample(at index: Int) throws(DataError) -> Sample {
    var sample = try base.sample(at: index % base.count)
    guard case .image(let image) = sample.content else {
      throw DataError(.mismatch, at: base.name, "holds arrays, of which no crops can be made")
    }
    // Neighbouring seeds of SplitMix64 give unrelated sequences once they are mixed.
    var mixer = SeededGenerator(seed: seed &+ UInt64(index))
    var generator = SeededGenerator(seed: mixer.next())
    let scale = Self.leastScale + (1 - Self.leastScale) * generator.nextUniform()
    let height = min(Double(image.height), Double(image.width) / aspect) * scale
    let rows = min(image.height, max(1, Int(height.rounded())))
    let columns = min(image.width, max(1, Int((height * aspect).rounded())))
    let y = Int(generator.nextUniform() * Double(image.height - rows + 1))
    let x = Int(generator.nextUniform() * Double(image.width - columns + 1))
    sample.content = .image(image.cropped(x: x, y: y, width: columns, height: rows))
    return sample
  }
}
