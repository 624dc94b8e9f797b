// SPDX-License-Identifier: Apache-2.0

/// How a photograph becomes the input of a network: resizing, cropping and scaling of the samples.
///
/// Written as a text such as `imagenet`, `imagenet,crop=1` or `mean=0.5,std=0.25,order=bgr`, which a
/// model file keeps in its metadata; see ``init(_:)`` for the grammar.
public struct Preprocessing: Hashable, Sendable {
  /// How an image that is not shaped like the input is brought to its size.
  public enum Fit: String, Hashable, Sendable, CaseIterable {
    /// Keep the proportions, and cut off what sticks out around the middle.
    case crop
    /// Keep the whole image, and stretch it.
    case stretch
  }

  /// The order of the colour planes.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Red, green, blue.
    case rgb
    /// Blue, green, red, as by OpenCV and the Caffe models.
    case bgr
  }

  /// What the samples 0 ... 255 are scaled to before `mean` is subtracted: 1 for 0 ... 1, or 255.
  public var range: Float = 1
  /// Subtracted from each sample: one number for all planes, or one for each, in `order`.
  public var mean: [Float] = [0]
  /// What each difference is divided by: as many numbers as in `mean`, or one.
  public var std: [Float] = [1]
  /// The height and width of the input, where the model leaves them open; nil: none are proposed.
  public var size: Size?
  /// The part of the shorter side that cropping keeps, 0.1 ... 1.
  ///
  /// The image is resized until its shorter side is the input's divided by `crop`, rounded to the
  /// nearest (224 / 0.875 = 256), and the middle is cut out.
  public var crop: Double = 0.875
  /// How the image is brought to the size of the input.
  public var fit = Fit.crop
  /// The filter of the resizing.
  public var filter = ResizeFilter.bilinear
  /// The order of the planes, of `mean` and of `std`.
  public var order = Order.rgb

  /// A height and a width in pixels.
  public struct Size: Hashable, Sendable {
    /// Rows, at least 1.
    public var height: Int
    /// Columns, at least 1.
    public var width: Int

    /// Makes a size.
    public init(height: Int, width: Int) {
      self.height = height
      self.width = width
    }
  }

  /// Makes the preprocessing `unit`, to change from there.
  public init() {}

  private init(
    range: Float, mean: [Float], std: [Float], crop: Double = 0.875, filter: ResizeFilter
  ) {
    self.range = range
    self.mean = mean
    self.std = std
    self.crop = crop
    self.filter = filter
  }

  /// The presets by name; every other setting of a preset is as in ``init()``.
  ///
  /// | name | computes | crop | filter |
  /// |---|---|---|---|
  /// | `imagenet` | (x / 255 − mean) / std of the ImageNet training set | 0.875 | bilinear |
  /// | `inception` | (x − 127.5) / 127.5 | 0.875 | bicubic |
  /// | `efficientnet-lite` | (x − 127) / 128 | 1 | bicubic |
  /// | `unit` | x / 255 | 0.875 | bilinear |
  /// | `raw` | x | 0.875 | bilinear |
  public static let presets: [(name: String, preprocessing: Preprocessing)] = [
    (
      "imagenet",
      Preprocessing(
        range: 1, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], filter: .bilinear)
    ),
    ("inception", Preprocessing(range: 255, mean: [127.5], std: [127.5], filter: .bicubic)),
    (
      "efficientnet-lite",
      Preprocessing(range: 255, mean: [127], std: [128], crop: 1, filter: .bicubic)
    ),
    ("unit", Preprocessing()),
    ("raw", Preprocessing(range: 255, mean: [0], std: [1], filter: .bilinear)),
  ]

  /// The preset of a name; nil if there is none.
  public static func preset(named name: String) -> Preprocessing? {
    presets.first { $0.name == name }?.preprocessing
  }
}
