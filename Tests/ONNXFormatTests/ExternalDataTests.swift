// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import Testing

@Suite struct ExternalDataTests {
  typealias Resolution = ExternalData.Resolution

  /// A model's folder with honest files, links and pipes, and a secret beside it.
  static func withFolder(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { outer in
      let manager = FileManager.default
      let folder = "\(outer)/model"
      try manager.createDirectory(atPath: "\(folder)/sub", withIntermediateDirectories: true)
      for path in ["secret", "model/weights.bin", "model/sub/more.bin", "model/twin"] {
        try Data(path.utf8).write(to: URL(filePath: "\(outer)/\(path)"))
      }
      for (link, target) in [
        ("link", "weights.bin"), ("out", "../secret"), ("folder", "sub"), ("up", ".."),
      ] {
        try manager.createSymbolicLink(
          atPath: "\(folder)/\(link)", withDestinationPath: target)
      }
      try manager.linkItem(atPath: "\(folder)/twin", toPath: "\(folder)/other")
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      try body(folder)
    }
  }

  @Test(
    arguments: [
      ("weights.bin", "model/weights.bin"), ("./weights.bin", "model/weights.bin"),
      ("sub/more.bin", "model/sub/more.bin"), ("sub//./more.bin", "model/sub/more.bin"),
    ], Resolution.allCases)
  func `a file in the folder is opened`(sample: (String, String), resolution: Resolution) throws {
    try Self.withFolder { folder in
      let file = try ExternalData.openBeneath(
        folder: folder, relativePath: sample.0, resolution: resolution)
      #expect(String(decoding: Data(file, in: 0..<file.bytes.count), as: UTF8.self) == sample.1)
    }
  }

  @Test(
    arguments: [
      ("", "the location is empty"),
      ("/etc/passwd", "absolute path, expects one relative to the model's folder"),
      ("../secret", "'..' in the location, expects a path inside the model's folder"),
      ("sub/../../secret", "'..' in the location, expects a path inside the model's folder"),
      ("sub/..", "'..' in the location, expects a path inside the model's folder"),
      ("a\0b", "the location contains a zero byte"),
      (".", "not a file name"), ("weights.bin/", "not a file name"),
      ("sub", "not a regular file"), ("pipe", "not a regular file"),
      ("link", "a symbolic link, expects files and folders"),
      ("out", "a symbolic link, expects files and folders"),
      ("folder/more.bin", "a symbolic link, expects files and folders"),
      ("up/secret", "a symbolic link, expects files and folders"),
      ("other", "has 2 hard links, expects one; copy the file"),
    ], Resolution.allCases)
  func `what may leave the folder is refused`(
    sample: (String, String), resolution: Resolution
  ) throws {
    try Self.withFolder { folder in
      #expect(throws: ONNXError(.externalData, at: sample.0, sample.1)) {
        try ExternalData.openBeneath(
          folder: folder, relativePath: sample.0, resolution: resolution)
      }
    }
  }

  @Test(arguments: ["nothing", "nothing/more.bin", "weights.bin/more"], Resolution.allCases)
  func `a missing file is no such file`(path: String, resolution: Resolution) throws {
    try Self.withFolder { folder in
      #expect(throws: ONNXError(.noSuchFile, at: path, "no such file of external data")) {
        try ExternalData.openBeneath(folder: folder, relativePath: path, resolution: resolution)
      }
    }
  }

  @Test func `a missing folder is no such file`() {
    #expect(throws: ONNXError(.noSuchFile, at: "/nowhere", "no such file")) {
      try ExternalData.openBeneath(folder: "/nowhere", relativePath: "a")
    }
  }

  @Test func `a range inside the file is accepted`() throws {
    func range(_ offset: Int64, _ length: Int64?) throws -> Range<Int> {
      try ExternalData.range(offset: offset, length: length, fileSize: 100, path: "w")
    }
    #expect(try range(0, nil) == 0..<100)
    #expect(try range(40, nil) == 40..<100)
    #expect(try range(40, 60) == 40..<100)
    #expect(try range(100, 0) == 100..<100)
  }

  @Test(
    arguments: [
      (-1, 5, "offset -1 and length 5 must not be negative"),
      (0, -5, "offset 0 and length -5 must not be negative"),
      (101, nil, "offset 101 is beyond the file's 100 bytes"),
      (40, 61, "offset 40 and length 61 go beyond the file's 100 bytes"),
      (1, .max, "offset 1 and length \(Int64.max) go beyond the file's 100 bytes"),
      (.max, .max, "offset \(Int64.max) is beyond the file's 100 bytes"),
    ] as [(Int64, Int64?, String)])
  func `a range beyond the file is refused`(offset: Int64, length: Int64?, message: String) {
    #expect(throws: ONNXError(.externalData, at: "w", message)) {
      try ExternalData.range(offset: offset, length: length, fileSize: 100, path: "w")
    }
  }
}
