// SPDX-License-Identifier: Apache-2.0

import Foundation
import Imaging
import Testing

@Suite struct PNGWritingTests {
  @Test(arguments: [1, 2, 3, 4], [(1, 1), (13, 7), (64, 65)])
  func `what is written reads back equal`(channels: Int, size: (Int, Int)) throws {
    let image = randomImage(width: size.0, height: size.1, channels: channels, seed: 9)
    #expect(try Image(decoding: image.encodedAsPNG()) == image)
  }

  @Test func `a file appears under its name, and no other remains`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "espalier-png-writing")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.png").path()
    let images = [3, 4].map { randomImage(width: 5, height: $0, channels: 3, seed: 1) }
    for image in images { try image.writePNG(to: path) }
    #expect(try Image(contentsOf: path) == images[1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["a.png"])
  }

  @Test func `a folder that is missing is an error`() {
    let image = randomImage(width: 1, height: 1, channels: 1, seed: 1)
    #expect(
      throws: ImageError(
        .io, place: "/nowhere/a.png", "cannot be created: No such file or directory")
    ) { try image.writePNG(to: "/nowhere/a.png") }
  }
}
