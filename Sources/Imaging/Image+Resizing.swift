// SPDX-License-Identifier: Apache-2.0

extension Image {
  /// The image at another size, with 8-bit samples.
  ///
  /// Filters rows first and columns then, rounds to 8 bits in between, and premultiplies alpha
  /// while it filters: the procedure of Pillow's `resize` (with `reducing_gap=None`), to which the
  /// result is equal. (Pillow 13 has the columns first where the height shrinks much more than the
  /// width; this does not.)
  ///
  /// - Parameters:
  ///   - width: the new width in pixels.
  ///   - height: the new height in pixels.
  ///   - filter: how pixels are weighed.
  /// - Precondition: `width` and `height` are positive.
  /// - Complexity: O(samples of the result * reach of the filter).
  public func resized(width: Int, height: Int, filter: ResizeFilter) -> Image {
    precondition(width > 0 && height > 0, "an image has at least one pixel")
    let whole = PixelRectangle(x: 0, y: 0, width: width, height: height)
    return resized(width: width, height: height, filter: filter, part: whole)
  }

  /// The part of the resized image that `part` says, at the cost of that part only: a thin strip
  /// that is enlarged to cover a square may be gigabytes wide, were it made whole.
  func resized(width: Int, height: Int, filter: ResizeFilter, part: PixelRectangle) -> Image {
    let (columns, rows) = (part.x..<part.x + part.width, part.y..<part.y + part.height)
    if filter == .nearest {
      return sampled(
        columns: nearestIndices(source: self.width, target: width, part: columns),
        rows: nearestIndices(source: self.height, target: height, part: rows))
    }
    let vertical = ResizeWeights(source: self.height, target: height, part: rows, filter: filter)
    let resizesRows = width != self.width
    let resizesColumns = height != self.height
    // Only the source rows that take part, and as they are where nothing is to be mixed.
    let kept = resizesColumns ? vertical.reach : rows
    var image = cropped(
      x: resizesRows ? 0 : part.x, y: kept.lowerBound,
      width: resizesRows ? self.width : part.width, height: kept.count
    ).convertedToEightBits()
    let premultiplies = channels % 2 == 0 && (resizesRows || resizesColumns)
    if premultiplies { image = image.premultiplied() }
    if resizesRows {
      image = image.resizedRows(
        ResizeWeights(source: self.width, target: width, part: columns, filter: filter))
    }
    if resizesColumns { image = image.resizedColumns(vertical, from: kept.lowerBound) }
    return premultiplies ? image.unpremultiplied() : image
  }

  private func sampled(columns: [Int], rows: [Int]) -> Image {
    let source = bytes
    var result: [UInt8] = []
    result.reserveCapacity(columns.count * rows.count * channels)
    for row in rows {
      for column in columns {
        let pixel = (row * width + column) * channels
        for channel in 0..<channels { result.append(source[pixel + channel]) }
      }
    }
    return Image(width: columns.count, height: rows.count, channels: channels, bytes: result)
  }

  private func resizedRows(_ table: ResizeWeights) -> Image {
    let newWidth = table.starts.count
    let source = bytes
    let size = newWidth * height * channels
    let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      initialized = size
      source.withUnsafeBufferPointer { source in
        for row in 0..<height {
          filterRow(
            UnsafeBufferPointer(rebasing: source[(row * width * channels)...]),
            into: UnsafeMutableBufferPointer(rebasing: buffer[(row * newWidth * channels)...]),
            channels: channels, table)
        }
      }
    }
    return Image(width: newWidth, height: height, channels: channels, bytes: result)
  }

  /// Mixes rows, of which the first is row `first` to the weights.
  private func resizedColumns(_ table: ResizeWeights, from first: Int) -> Image {
    let newHeight = table.starts.count
    let length = width * channels
    let source = bytes
    let result = [UInt8](unsafeUninitializedCapacity: length * newHeight) { buffer, initialized in
      initialized = length * newHeight
      source.withUnsafeBufferPointer { source in
        for row in 0..<newHeight {
          mixRows(
            UnsafeBufferPointer(rebasing: source[((table.starts[row] - first) * length)...]),
            into: UnsafeMutableBufferPointer(rebasing: buffer[(row * length)...]), length: length,
            weights: table.weights[row * table.stride..<row * table.stride + table.counts[row]])
        }
      }
    }
    return Image(width: width, height: newHeight, channels: channels, bytes: result)
  }

  /// Grey or colours multiplied by alpha, which stays.
  private func premultiplied() -> Image {
    mapColours { colour, alpha in dividedBy255(colour * alpha) }
  }

  /// The reverse of `premultiplied()`; loses colour where alpha is small.
  private func unpremultiplied() -> Image {
    mapColours { colour, alpha in
      alpha == 0 || alpha == 255 ? colour : min(255, 255 * colour / alpha)
    }
  }

  private func mapColours(_ transform: (_ colour: Int, _ alpha: Int) -> Int) -> Image {
    var bytes = self.bytes
    for pixel in stride(from: 0, to: bytes.count, by: channels) {
      let alpha = Int(bytes[pixel + channels - 1])
      for index in pixel..<pixel + channels - 1 {
        bytes[index] = UInt8(transform(Int(bytes[index]), alpha))
      }
    }
    return Image(width: width, height: height, channels: channels, bytes: bytes)
  }
}

/// A part of an image, in whole pixels.
struct PixelRectangle: Hashable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
}

/// The source pixel that holds the centre of each of the new pixels `part` out of `target`.
private func nearestIndices(source: Int, target: Int, part: Range<Int>) -> [Int] {
  let scale = Double(source) / Double(target)
  // Adding up, where a product would be more exact, decides ties as Pillow does.
  var center = scale * 0.5
  for _ in 0..<part.lowerBound { center += scale }
  return part.map { _ in
    defer { center += scale }
    return min(Int(center), source - 1)
  }
}

private let half: Int32 = 1 << (ResizeWeights.fractionBits - 1)

@inline(__always)
private func clipped(_ sum: Int32) -> UInt8 {
  UInt8(truncatingIfNeeded: min(max(sum >> ResizeWeights.fractionBits, 0), 255))
}

/// Filters one row of interleaved samples.
private func filterRow(
  _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>,
  channels: Int, _ table: ResizeWeights
) {
  table.weights.withUnsafeBufferPointer { weights in
    for column in 0..<table.starts.count {
      let first = table.starts[column] * channels
      let row = column * table.stride
      if channels == 3 {
        // The common case, by itself because three sums in registers are twice as fast.
        var (red, green, blue) = (half, half, half)
        var index = first
        for offset in 0..<table.counts[column] {
          let weight = weights[row + offset]
          red &+= Int32(source[index]) &* weight
          green &+= Int32(source[index + 1]) &* weight
          blue &+= Int32(source[index + 2]) &* weight
          index += 3
        }
        target[column * 3] = clipped(red)
        target[column * 3 + 1] = clipped(green)
        target[column * 3 + 2] = clipped(blue)
        continue
      }
      for channel in 0..<channels {
        var sum = half
        for offset in 0..<table.counts[column] {
          sum &+= Int32(source[first + offset * channels + channel]) &* weights[row + offset]
        }
        target[column * channels + channel] = clipped(sum)
      }
    }
  }
}

/// Adds up as many consecutive rows as there are weights.
private func mixRows(
  _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>,
  length: Int, weights: ArraySlice<Int32>
) {
  // Row by row over a strip of sums, which vectorizes; sample by sample does not.
  withUnsafeTemporaryAllocation(of: Int32.self, capacity: length) { sums in
    sums.initialize(repeating: half)
    var start = 0
    for weight in weights {
      for index in 0..<length { sums[index] &+= Int32(source[start + index]) &* weight }
      start += length
    }
    for index in 0..<length { target[index] = clipped(sums[index]) }
  }
}
