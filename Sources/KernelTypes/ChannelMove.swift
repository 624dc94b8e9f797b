// SPDX-License-Identifier: Apache-2.0

/// A range of channels that is copied from one NCHWc image to another, where it may start at
/// another lane.
public struct ChannelMove: Hashable, Sendable {
  /// Channels copied.
  public var channels: Int
  /// First channel in the source.
  public var inputLane: Int
  /// First channel in the target; the other lanes of the target keep their values.
  public var outputLane: Int
  /// Pixels copied.
  public var pixels: Int
  /// `Float`s between blocks of the source.
  public var inputBlockStride: Int
  /// `Float`s between blocks of the target.
  public var outputBlockStride: Int

  /// A move of whole images, or of a range of their pixels.
  public init(
    channels: Int, inputLane: Int, outputLane: Int, pixels: Int, inputBlockStride: Int,
    outputBlockStride: Int
  ) {
    self.channels = channels
    self.inputLane = inputLane
    self.outputLane = outputLane
    self.pixels = pixels
    self.inputBlockStride = inputBlockStride
    self.outputBlockStride = outputBlockStride
  }
}
