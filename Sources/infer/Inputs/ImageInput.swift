// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Imaging
import Runtime
import Tensors

/// The input of a model that takes images, and how images become its values.
struct ImageInput {
  /// The metadata entry in which a model remembers its preprocessing.
  static let metadataKey = "espalier.preprocess"

  let value: ValueID
  let name: String
  let preprocessing: Preprocessing
  /// Where the preprocessing comes from, for people.
  let origin: String
  /// The batch that the model fixes, nil when it takes any.
  let fixedBatch: Int?
  private let dtype: ElementType
  private let layout: Preprocessing.Layout
  private let channels: Int
  private let height: Int
  private let width: Int

  /// The preprocessing in words, for people: what, from where, to which size.
  var summary: String { "\(preprocessing) (\(origin)), \(channels) x \(height) x \(width)" }

  /// What one image becomes.
  var form: InputForm {
    InputForm(
      name: name, dtype: dtype,
      shape: layout == .planar ? [channels, height, width] : [height, width, channels],
      image: InputForm.ImageAxes(
        height: height, width: width, channels: channels, layout: layout))
  }

  /// Looks at an input.
  ///
  /// - Parameters:
  ///   - value: An input of the model's graph.
  ///   - model: The model.
  ///   - given: The preprocessing of the command line.
  /// - Throws: `badData` when the input cannot hold an image, or the model's own preprocessing is
  ///   malformed.
  init(_ value: ValueID, of model: Model, given: Preprocessing?) throws {
    let (name, type) = (model.graph.name(of: value), model.graph.type(of: value))
    self.value = value
    self.name = name
    func mismatch(_ expected: String) -> CommandError {
      CommandError(
        .badData,
        "the input '\(name)' is \(type), an image needs \(expected); give it as "
          + "--input \(name)=FILE.npy")
    }
    guard let tensor = type.tensorType, let dimensions = tensor.dimensions, dimensions.count == 4
    else { throw mismatch("4 dimensions, [N, C, H, W] or [N, H, W, C]") }
    guard [.float32, .float16, .float64, .uint8].contains(tensor.dtype) else {
      throw mismatch("float32, float16, float64 or uint8")
    }
    dtype = tensor.dtype
    fixedBatch = dimensions[0].value
    // Planes first, unless only the last dimension can be the channels.
    let isChannelsLast =
      ![1, 3].contains(dimensions[1].value) && [1, 3].contains(dimensions[3].value)
    layout = isChannelsLast ? .channelsLast : .planar
    channels = dimensions[isChannelsLast ? 3 : 1].value ?? 3
    guard channels == 1 || channels == 3 else { throw mismatch("1 or 3 channels") }

    if let given {
      (preprocessing, origin) = (given, "--preprocess")
    } else if let text = model.metadata[Self.metadataKey] {
      (preprocessing, origin) = (try Preprocessing(text), "the model's own")
    } else if dtype == .uint8 {
      (preprocessing, origin) = (try Preprocessing("raw"), "the input is uint8")
    } else {
      (preprocessing, origin) = (try Preprocessing("imagenet"), "default, change by --preprocess")
    }
    let spatial = isChannelsLast ? dimensions[1...2] : dimensions[2...3]
    height = spatial.first?.value ?? preprocessing.size?.height ?? 224
    width = spatial.last?.value ?? preprocessing.size?.width ?? 224
    guard fixedBatch != 0, height > 0, width > 0 else { throw mismatch("at least one pixel") }
  }

  /// Reads images into one batch. The last one is repeated up to `count`.
  ///
  /// - Throws: `limitExceeded` before memory is taken; what reading and preprocessing throw.
  func batch(_ paths: ArraySlice<String>, count: Int) throws -> Tensor {
    let count = max(count, paths.count)
    let shape =
      [count] + (layout == .planar ? [channels, height, width] : [height, width, channels])
    do throws(GraphError) {
      try SessionOptions.machineLimits.check(.float32, shape)
    } catch { throw error.at("input \"\(name)\"") }
    var values: [Float] = []
    var last: [Float] = []
    for path in paths {
      last = try preprocessing.apply(
        Image(contentsOf: path), height: height, width: width, channels: channels, layout: layout)
      values += last
    }
    for _ in paths.count..<count { values += last }
    let tensor = Tensor(values, shape: shape)
    return dtype == .float32
      ? tensor : Tensor(doubles: tensor.doubles(), dtype: dtype, shape: shape)
  }
}
