// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import Testing

@Suite struct MappedFileTests {
  @Test(arguments: [0, 1, 4096, 70_001]) func `holds the bytes of the file`(count: Int) throws {
    try withTemporaryFolder { folder in
      let bytes = sampleBytes(count, 1)
      try bytes.write(to: URL(filePath: "\(folder)/a"))
      let file = try MappedFile(path: "\(folder)/a")
      #expect(Data(file, in: 0..<count) == bytes)
      #expect(Data(file, in: count / 2..<count) == bytes.dropFirst(count / 2))
      #expect(try Data(MappedFile(copying: bytes), in: 0..<count) == bytes)
    }
  }

  @Test func `a missing file is no such file`() {
    #expect(throws: ONNXError(.noSuchFile, at: "/nowhere/model.onnx", "no such file")) {
      try MappedFile(path: "/nowhere/model.onnx")
    }
  }

  @Test func `a folder is not a file`() throws {
    try withTemporaryFolder { folder in
      #expect(throws: ONNXError(.io, at: folder, "not a regular file")) {
        try MappedFile(path: folder)
      }
    }
  }

  @Test func `a pipe is not a file, and nobody waits for it`() throws {
    try withTemporaryFolder { folder in
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      #expect(throws: ONNXError(.io, at: "\(folder)/pipe", "not a regular file")) {
        try MappedFile(path: "\(folder)/pipe")
      }
    }
  }

  @Test func `a file above the limit is refused`() throws {
    try withTemporaryFolder { folder in
      try Data(count: 11).write(to: URL(filePath: "\(folder)/a"))
      #expect(try MappedFile(path: "\(folder)/a", maximumSize: 11).bytes.count == 11)
      #expect(
        throws: ONNXError(
          .limitExceeded, at: "\(folder)/a", "11 bytes, more than the limit of 10")
      ) { try MappedFile(path: "\(folder)/a", maximumSize: 10) }
    }
  }
}
