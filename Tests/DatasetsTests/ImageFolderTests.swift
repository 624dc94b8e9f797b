// SPDX-License-Identifier: Apache-2.0
import Datasets
import Testing

@Suite struct ImageFolderTests {
  @Test func `classes are the names of the folders in byte order`() throws {
    let folder = try TemporaryFolder()
    for (grey, name) in ["dog/b.png", "cat/z.PNG", "dog/a.png", "Zebra/x.png"].enumerated() {
      try folder.writePicture(UInt8(grey), name)
    }
    try folder.write([1], "cat/notes.txt")
    try folder.write([1], "dog/.hidden.png")
    let data = try ImageFolder(folder: folder.path)
    #expect(data.classNames == ["Zebra", "cat", "dog"])
    let samples = try (0..<data.count).map { try data.sample(at: $0) }
    #expect(samples.map(\.label) == [0, 1, 2, 2])
    #expect(samples.map { $0.bytes[0] } == [3, 1, 2, 0])
  }

  @Test func `names that are numbers are the classes`() throws {
    let folder = try TemporaryFolder()
    for name in ["967/a.png", "5/a.png"] { try folder.writePicture(0, name) }
    let data = try ImageFolder(folder: folder.path)
    #expect(data.classNames == nil && data.hasLabels)
    #expect(try (0..<2).map { try data.sample(at: $0).label } == [5, 967])
  }

  @Test func `a flat folder has no labels`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.png", "a.png"] { try folder.writePicture(UInt8(name.utf8.first ?? 0), name) }
    let data = try ImageFolder(folder: folder.path)
    #expect(!data.hasLabels && data.holdsPhotographs)
    #expect(try data.sample(at: 0).bytes[0] == UInt8(ascii: "a"))
    #expect(try data.sample(at: 0).label == nil)
  }

  @Test func `what cannot be meant is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(failure { _ = try ImageFolder(folder: folder.path) }?.code == .malformed)
    try folder.writePicture(0, "a.png")
    try folder.write([1], "cat/notes.txt")
    let both = failure { _ = try ImageFolder(folder: folder.path) }
    #expect(both?.message.contains("a.png") == true && both?.message.contains("cat") == true)
    #expect(failure { _ = try ImageFolder(folder: folder.path + "/none") }?.code == .noSuchFile)
    #expect(failure { _ = try ImageFolder(folder: folder.path + "/a.png") }?.code == .io)
    let broken = try TemporaryFolder()
    try broken.write([1, 2, 3], "x.png")
    let data = try ImageFolder(folder: broken.path)
    let error = failure { _ = try data.sample(at: 0) }
    #expect(error?.code == .malformed && error?.place.hasSuffix("x.png") == true)
  }
}
