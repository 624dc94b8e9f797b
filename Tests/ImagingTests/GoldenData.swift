// SPDX-License-Identifier: Apache-2.0

import Foundation
import Imaging
import Testing

/// The files in `Tests/Golden/imaging`, which `generate/imaging.py` makes.
struct GoldenData: Sendable {
  struct Decoding: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let expectedOffset: Int
    let width: Int
    let height: Int
    let channels: Int
    let bits: Int
    var testDescription: String { file }
  }

  struct Resizing: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let expectedOffset: Int
    let width: Int
    let height: Int
    let filter: String
    var testDescription: String { "\(file) to \(width)x\(height), \(filter)" }
  }

  struct Manifest: Decodable, Sendable {
    let decoding: [Decoding]
    let resizing: [Resizing]
    let lumaOffset: Int
  }

  static let shared = GoldenData()

  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden/imaging")
  let manifest: Manifest
  let expected: [UInt8]

  private init() {
    do {
      let text = try Data(contentsOf: folder.appending(path: "manifest.json"))
      manifest = try JSONDecoder().decode(Manifest.self, from: text)
      expected = [UInt8](try Data(contentsOf: folder.appending(path: "expected.bin")))
    } catch {
      fatalError("the golden data cannot be read: \(error)")
    }
  }

  func path(of file: String) -> String { folder.appending(path: file).path() }

  func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(of: file))))
  }

  func samples(_ count: Int, at offset: Int) -> [UInt8] { Array(expected[offset..<offset + count]) }

  func words(_ count: Int, at offset: Int) -> [UInt16] {
    (0..<count).map {
      UInt16(expected[offset + $0 * 2]) | UInt16(expected[offset + $0 * 2 + 1]) << 8
    }
  }
}

/// The largest difference between two lists of samples.
func largestDifference(_ left: [UInt8], _ right: [UInt8]) -> Int {
  zip(left, right).map { abs(Int($0) - Int($1)) }.max() ?? 0
}

/// A seeded generator.
///
/// - Source: Steele, Lea and Flood, OOPSLA 2014 (SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// An image of random samples.
func randomImage(width: Int, height: Int, channels: Int, seed: UInt64) -> Image {
  var generator = SplitMix64(state: seed)
  let bytes = (0..<width * height * channels).map { _ in
    UInt8.random(in: 0...255, using: &generator)
  }
  return Image(width: width, height: height, channels: channels, bytes: bytes)
}
