// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import SwiftProtobuf
import Tensors
import Testing

@Suite struct WireMutationTests {
  /// Flips, overwrites, inserts, deletes, copies and cuts, one to four of them.
  static func mutated(_ original: [UInt8], by random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = [0, 0x7f, 0x80, 0xff].randomElement(using: &random) ?? 0
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 3: bytes.remove(at: place)
      case 4:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...place, using: &random))
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  /// 2,000 files in all. What the scanner accepts the decoder accepts, with the same tensors as
  /// the decoder alone; writing it again and reading that changes nothing.
  @Test(arguments: 0..<20)
  func `a damaged model gives an error or the same model`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let original = try serialized(sampleModel(large: 20))
    var accepted = 0
    for _ in 0..<100 {
      let bytes = Self.mutated(original, by: &random)
      let scanned: ScannedFile
      do throws(ONNXError) {
        scanned = try WireScanner.scan(MappedFile(copying: bytes), threshold: 16)
      } catch {
        let known: [ONNXError.Code] = [.malformed, .truncated, .limitExceeded]
        #expect(known.contains(error.code))
        continue
      }
      accepted += 1
      let decoded = try scanned.decode(as: Wire_ModelProto.self)
      let plain = try decodedPlainly(bytes)
      for (actual, expected) in zip(tensors(of: decoded), tensors(of: plain)) {
        let data = scanned.payload(of: actual).map { Data(scanned.file, in: $0) }
        #expect((data ?? actual.rawData) == expected.rawData)
      }
      #expect(tensors(of: decoded).count == tensors(of: plain).count)
      // As bytes, because a NaN differs from itself.
      let again = try decodedPlainly(rewritten(bytes, threshold: 16))
      #expect(try serialized(again) == serialized(plain))
    }
    #expect(accepted > 0)
  }
}
