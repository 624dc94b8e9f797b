// SPDX-License-Identifier: Apache-2.0

import Imaging
import Testing

@Suite struct ResizingTests {
  static let golden = GoldenData.shared

  @Test(arguments: golden.manifest.resizing)
  func `resizing equals Pillow's`(_ entry: GoldenData.Resizing) throws {
    let image = try Image(contentsOf: Self.golden.path(of: entry.file))
    let filter = try #require(ResizeFilter(rawValue: entry.filter))
    let resized = image.resized(width: entry.width, height: entry.height, filter: filter)
    #expect(resized.width == entry.width)
    #expect(resized.height == entry.height)
    #expect(resized.channels == image.channels)
    let count = entry.width * entry.height * image.channels
    let expected = Self.golden.samples(count, at: entry.expectedOffset)
    #expect(largestDifference(resized.bytes, expected) == 0)
  }

  @Test(arguments: ResizeFilter.allCases, [1, 2, 3, 4])
  func `the same size changes nothing`(filter: ResizeFilter, channels: Int) {
    let image = randomImage(width: 7, height: 5, channels: channels, seed: 1)
    #expect(image.resized(width: 7, height: 5, filter: filter) == image)
  }

  @Test(arguments: ResizeFilter.allCases)
  func `an even surface stays even`(filter: ResizeFilter) {
    let image = Image(
      width: 31, height: 17, channels: 3, bytes: Array(repeating: 201, count: 31 * 17 * 3))
    for (width, height) in [(7, 40), (64, 3), (1, 1)] {
      let resized = image.resized(width: width, height: height, filter: filter)
      #expect(resized.bytes.allSatisfy { $0 == 201 })
    }
  }

  @Test func `16-bit images lose their low byte`() {
    let words: [UInt16] = [0x12FF, 0x3400, 0xFF01, 0x00FF]
    let image = Image(width: 2, height: 2, channels: 1, samples: .words(words))
    #expect(image.resized(width: 2, height: 2, filter: .box).bytes == [0x12, 0x34, 0xFF, 0])
  }

  @Test func `cropping takes the rows and columns asked for`() {
    let image = Image(width: 4, height: 3, channels: 1, bytes: Array(0..<12))
    #expect(image.cropped(x: 1, y: 1, width: 2, height: 2).bytes == [5, 6, 9, 10])
    let words = Image(width: 4, height: 3, channels: 1, samples: .words(Array(0..<12)))
    #expect(words.cropped(x: 3, y: 0, width: 1, height: 3).samples == .words([3, 7, 11]))
  }

  @Test(arguments: [(6, 5, 0), (8, 5, 2), (7, 5, 1), (10, 5, 2), (5, 5, 0)])
  func `half a margin rounds to even, as in torchvision`(whole: Int, part: Int, start: Int) {
    let image = Image(width: whole, height: 1, channels: 1, bytes: (0..<whole).map { UInt8($0) })
    let cropped = image.centerCropped(width: part, height: 1)
    #expect(cropped.bytes == (start..<start + part).map { UInt8($0) })
  }
}
