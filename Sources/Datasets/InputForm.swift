// SPDX-License-Identifier: Apache-2.0
public import Imaging
public import Tensors

/// What one sample has to become for a model's input.
public struct InputForm: Hashable, Sendable {
  /// Where the rows, columns and channels of an image are.
  public struct ImageAxes: Hashable, Sendable {
    /// Rows.
    public var height: Int
    /// Columns.
    public var width: Int
    /// 1 for grey, 3 for colours.
    public var channels: Int
    /// Their order in memory.
    public var layout: Preprocessing.Layout

    /// Describes images.
    public init(height: Int, width: Int, channels: Int, layout: Preprocessing.Layout) {
      (self.height, self.width, self.channels, self.layout) = (height, width, channels, layout)
    }
  }

  /// The name of the input, for errors.
  public var name: String
  /// The element type.
  public var dtype: ElementType
  /// The shape of one sample, without the batch axis.
  public var shape: [Int]
  /// The image that the input holds, nil when it holds none.
  public var image: ImageAxes?

  /// The form of an input.
  public init(name: String, dtype: ElementType, shape: [Int], image: ImageAxes?) {
    (self.name, self.dtype, self.shape, self.image) = (name, dtype, shape, image)
  }
}
