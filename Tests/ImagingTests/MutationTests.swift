// SPDX-License-Identifier: Apache-2.0

import Foundation
import Imaging
import Testing

@Suite struct MutationTests {
  /// Mutated files for each seed; `ESPALIER_MUTATED_IMAGES` asks for more in all.
  static let filesPerSeed: Int = {
    let wanted = ProcessInfo.processInfo.environment["ESPALIER_MUTATED_IMAGES"].flatMap(Int.init)
    return ((wanted ?? 600) + seeds.count - 1) / seeds.count
  }()
  static let seeds: [UInt64] = [1, 2, 3, 4]

  @Test(arguments: seeds)
  func `mutated files give an image or a clear error`(seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let golden = GoldenData.shared
    let files = golden.manifest.decoding.map(\.file)
    let expectedCodes: [ImageError.Code] = [.corrupt, .unsupported, .tooLarge, .notAnImage]
    let clock = ContinuousClock()
    for index in 0..<Self.filesPerSeed {
      let name = files.randomElement(using: &generator) ?? files[0]
      let other = files.randomElement(using: &generator) ?? files[0]
      let file = mutated(
        try golden.bytes(of: name), with: try golden.bytes(of: other), using: &generator)
      let start = clock.now
      do {
        let image = try Image(decoding: file, name: name)
        let values = try Preprocessing("imagenet").apply(image, height: 32, width: 24)
        #expect(values.count == 3 * 32 * 24)
        let areFinite = values.allSatisfy(\.isFinite)
        #expect(areFinite)
      } catch {
        let isExpected = expectedCodes.contains(error.code)
        #expect(isExpected, "mutation \(index) of \(name): \(error)")
        let isOneLine = !error.description.contains { $0.isNewline }
        #expect(isOneLine)
      }
      #expect(clock.now - start < .seconds(5), "mutation \(index) of \(name)")
    }
  }

  /// Changes a file in 1 to 4 ways; most PNG files get right check values, to come past them.
  private func mutated(
    _ original: [UInt8], with other: [UInt8], using generator: inout SplitMix64
  ) -> [UInt8] {
    var file = original
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !file.isEmpty else { break }
      let at = Int.random(in: 0..<file.count, using: &generator)
      let length = min(Int.random(in: 1...16, using: &generator), file.count - at)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: file[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: file[at] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF].randomElement(using: &generator) ?? 0
      case 2: file[at] = .random(in: 0...255, using: &generator)
      case 3: file.removeSubrange(at..<at + length)
      case 4: file.insert(contentsOf: file[at..<at + length], at: at)
      case 5:
        let from = Int.random(in: 0..<other.count, using: &generator)
        file.insert(contentsOf: other[from..<min(from + 64, other.count)], at: at)
      case 6:  // a field of four bytes near the start becomes huge
        let field = min(at % 64, max(0, file.count - 4))
        for index in field..<min(field + 4, file.count) {
          file[index] = .random(in: 0...255, using: &generator)
        }
      default:
        if Bool.random(using: &generator) { file.removeLast(file.count - at) }
      }
    }
    let isPNG = original.first == 0x89
    return isPNG && Int.random(in: 0..<4, using: &generator) > 0 ? withRightChecksums(file) : file
  }
}
