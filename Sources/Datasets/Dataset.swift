// SPDX-License-Identifier: Apache-2.0
public import Imaging
public import Tensors

/// Samples that are read one at a time, when they are asked for.
///
/// Reading the same index again gives the same sample; increasing indices are the fastest order.
public protocol Dataset: Sendable {
  /// What errors and reports call the data.
  var name: String { get }
  /// The number of samples.
  var count: Int { get }
  /// Whether samples have labels.
  var hasLabels: Bool { get }
  /// The names of the classes, class 0 first; nil when the data does not name them.
  var classNames: [String]? { get }
  /// Whether the samples are photographs of any size, not small images or arrays as networks take
  /// them.
  var holdsPhotographs: Bool { get }
  /// Whether images are used whole, whatever part of them the preprocessing would cut out; true
  /// unless they are photographs.
  var usesWholeImages: Bool { get }

  /// Reads a sample.
  ///
  /// - Precondition: `index` is in 0 ..< `count`.
  /// - Throws: what is wrong with the file, with its place.
  func sample(at index: Int) throws(DataError) -> Sample
}

extension Dataset {
  /// Classes without names.
  public var classNames: [String]? { nil }
  /// Small images.
  public var holdsPhotographs: Bool { false }
  /// All but photographs.
  public var usesWholeImages: Bool { !holdsPhotographs }
}

/// One sample of a data set.
public struct Sample: Sendable {
  /// What a model gets to see.
  public enum Content: Sendable {
    /// An image, to which preprocessing applies.
    case image(Image)
    /// An array that the model takes as it is.
    case array(Tensor)
  }

  /// What a model gets to see.
  public var content: Content
  /// The class, from 0; nil when the data has no labels.
  public var label: Int?

  /// Makes a sample.
  public init(_ content: Content, label: Int?) { (self.content, self.label) = (content, label) }
}

/// The part of a data set that is meant.
public enum DataSplit: String, Sendable, CaseIterable {
  /// What models are trained and calibrated on.
  case train
  /// What models are evaluated on.
  case test
}
