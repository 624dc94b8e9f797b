// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import Testing

@Suite struct AtomicFileTests {
  @Test(arguments: [[], [1], [100, 200], [1 << 18, 1], [3, 1 << 18, 5], [1 << 19, 7, 1 << 18]])
  func `a committed file holds all that was written`(sizes: [Int]) throws {
    try withTemporaryFolder { folder in
      var file = try AtomicFile(path: "\(folder)/a")
      var expected: [UInt8] = []
      for (index, size) in sizes.enumerated() {
        let part = [UInt8](sampleBytes(size, index))
        try file.write(part)
        expected += part
      }
      #expect(file.byteCount == expected.count)
      try file.commit()
      #expect(try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/a"))) == expected)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }

  @Test func `without a commit the old file stays and nothing is left behind`() throws {
    try withTemporaryFolder { folder in
      try Data([1, 2]).write(to: URL(filePath: "\(folder)/a"))
      do {
        var file = try AtomicFile(path: "\(folder)/a")
        try file.write([UInt8](repeating: 9, count: 1 << 19))
      }
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/a")) == Data([1, 2]))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }

  @Test func `a link at the destination is replaced, not followed`() throws {
    try withTemporaryFolder { folder in
      try Data([1]).write(to: URL(filePath: "\(folder)/target"))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "target")
      var file = try AtomicFile(path: "\(folder)/link")
      try file.write([2])
      try file.commit()
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/target")) == Data([1]))
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/link")) == Data([2]))
    }
  }

  @Test(arguments: ["missing/a", "", "a/"])
  func `a destination that cannot be is refused at once`(name: String) throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: ONNXError.self) { _ = try AtomicFile(path: "\(folder)/\(name)") }
      #expect(error?.code == .io)
    }
  }

  @Test func `a folder in the place of the destination is an error of commit`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/a/b", withIntermediateDirectories: true)
      let error = #expect(throws: ONNXError.self) {
        var file = try AtomicFile(path: "\(folder)/a")
        try file.write([1])
        try file.commit()
      }
      #expect(error?.code == .io)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }
}
