// SPDX-License-Identifier: Apache-2.0

import Imaging
import Testing

@Suite struct ConversionTests {
  @Test func `RGB replicates grey and drops alpha`() {
    let grey = Image(width: 2, height: 1, channels: 1, bytes: [7, 200])
    #expect(grey.convertedToRGB().bytes == [7, 7, 7, 200, 200, 200])
    let greyAlpha = Image(width: 2, height: 1, channels: 2, bytes: [7, 0, 200, 128])
    #expect(greyAlpha.convertedToRGB().bytes == [7, 7, 7, 200, 200, 200])
    let rgba = Image(width: 1, height: 1, channels: 4, bytes: [1, 2, 3, 0])
    #expect(rgba.convertedToRGB().bytes == [1, 2, 3])
    let deep = Image(width: 1, height: 1, channels: 3, samples: .words([0x01FF, 0x0200, 0xFFFF]))
    #expect(deep.convertedToRGB().bytes == [1, 2, 255])
  }

  @Test func `grey equals Pillow's L`() throws {
    let golden = GoldenData.shared
    let image = try Image(contentsOf: golden.path(of: "rgb-8.png"))
    let expected = golden.samples(image.width * image.height, at: golden.manifest.lumaOffset)
    #expect(image.convertedToGrey().bytes == expected)
  }

  @Test func `grey drops alpha`() {
    let greyAlpha = Image(width: 2, height: 1, channels: 2, bytes: [7, 0, 200, 128])
    #expect(greyAlpha.convertedToGrey().bytes == [7, 200])
    let rgba = Image(width: 1, height: 1, channels: 4, bytes: [255, 255, 255, 0])
    #expect(rgba.convertedToGrey().bytes == [255])
  }
}
