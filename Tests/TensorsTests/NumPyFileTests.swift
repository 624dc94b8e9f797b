// SPDX-License-Identifier: Apache-2.0
import Tensors
import Testing

@Suite struct NumPyFileTests {
  /// A file as NumPy lays it out, with any header and data.
  private func file(_ header: String, _ data: [UInt8], version: UInt8 = 1) -> [UInt8] {
    let count = header.utf8.count
    let length: [UInt8] =
      version == 1
      ? [UInt8(count & 255), UInt8(count >> 8)]
      : [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16), 0]
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + data
  }

  private func header(_ type: String, _ shape: String, fortran: String = "False") -> String {
    "{'descr': '\(type)', 'fortran_order': \(fortran), 'shape': \(shape), }   \n"
  }

  @Test(arguments: [
    Tensor([1.5, -2, .infinity] as [Float]), Tensor([1, 2, 3, 4] as [Double], shape: [2, 2]),
    Tensor([0.5] as [Float16], shape: [1, 1]), Tensor(scalar: Int64.min),
    Tensor([1, -1] as [Int32]), Tensor([300] as [Int16]), Tensor([-128] as [Int8]),
    Tensor([UInt64.max]), Tensor([7] as [UInt32]), Tensor([65535] as [UInt16]),
    Tensor([255, 0] as [UInt8]), Tensor([true, false]), Tensor(zeros: .float32, shape: [0, 3]),
  ])
  func `what is written is read again`(tensor: Tensor) throws {
    let bytes = try NumPyFile.bytes(of: tensor, name: "x")
    #expect(try NumPyFile.read(bytes, name: "x") == tensor)
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 1
    #expect(start % 64 == 0)
  }

  @Test func `types that NumPy lacks are written as wider ones`() throws {
    let tensor = Tensor(int64s: [-8, 7, 3], dtype: .int4, shape: [3])
    let bytes = try NumPyFile.bytes(of: tensor, name: "x")
    #expect(try NumPyFile.read(bytes, name: "x") == Tensor([-8, 7, 3] as [Int8]))
    let brain = Tensor(doubles: [1.5, -3], dtype: .bfloat16, shape: [2])
    let floats = try NumPyFile.read(NumPyFile.bytes(of: brain, name: "x"), name: "x")
    #expect(floats == Tensor([1.5, -3] as [Float]))
  }

  @Test func `strings are refused`() {
    #expect(
      throws: NumPyError(.unsupported, at: "x", "holds strings, which are not written as .npy")
    ) { try NumPyFile.bytes(of: Tensor(strings: ["a"], shape: [1]), name: "x") }
  }

  @Test(arguments: [1, 2, 3] as [UInt8])
  func `every version is read, in big-endian order too`(version: UInt8) throws {
    let bytes = file(header(">i4", "(2,)"), [0, 0, 1, 2, 255, 255, 255, 254], version: version)
    #expect(try NumPyFile.read(bytes, name: "x") == Tensor([258, -2] as [Int32]))
  }

  @Test func `Fortran order is turned into row-major order`() throws {
    let bytes = file(header("|u1", "(2, 3)", fortran: "True"), [1, 4, 2, 5, 3, 6])
    let expected = Tensor([1, 2, 3, 4, 5, 6] as [UInt8], shape: [2, 3])
    #expect(try NumPyFile.read(bytes, name: "x") == expected)
  }

  @Test func `any byte but zero is true`() throws {
    let bytes = file(header("|b1", "(3,)"), [0, 2, 255])
    #expect(try NumPyFile.read(bytes, name: "x") == Tensor([false, true, true]))
  }

  @Test(arguments: [
    ("{\"shape\":(1L,),\"descr\":\"<f4\",\"fortran_order\":False}", true),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1), }", false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } x", false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': 1}", false),
    ("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", false),
    ("{'descr': '<f4', 'shape': (1,), }", false),
    ("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)", false),
    ("{'descr': '<f4, }", false),
    ("__import__('os')", false),
    ("", false),
  ])
  func `the header is read strictly`(text: String, isGood: Bool) throws {
    let bytes = file(text, [0, 0, 128, 63])
    if isGood {
      #expect(try NumPyFile.read(bytes, name: "x") == Tensor([1] as [Float]))
    } else {
      let error = #expect(throws: NumPyError.self) { try NumPyFile.read(bytes, name: "x") }
      #expect(error?.code == .malformed)
    }
  }

  @Test(arguments: ["O", "<c8", "|S3", "<U4", "|f4", "<M8[ns]", "<f16"])
  func `other element types are unsupported`(type: String) {
    let error = #expect(throws: NumPyError.self) {
      try NumPyFile.read(file(header(type, "(1,)"), [0, 0, 0, 0]), name: "x")
    }
    #expect(error?.code == .unsupported)
  }

  @Test func `sizes that the file does not hold are refused before they are allocated`() {
    #expect(
      throws: NumPyError(
        .malformed, at: "x",
        "float32 of shape [1000000000000] takes 4000000000000 bytes, the file has 4")
    ) { try NumPyFile.read(file(header("<f4", "(1000000000000,)"), [0, 0, 0, 0]), name: "x") }
    #expect(
      throws: NumPyError(
        .malformed, at: "x",
        "the size of shape [4611686018427387904, 4611686018427387904, 0] overflows")
    ) {
      try NumPyFile.read(
        file(header("<f4", "(4611686018427387904, 4611686018427387904, 0)"), []), name: "x")
    }
  }

  @Test func `headers and ranks have limits`() {
    let long = [0x93] + Array("NUMPY".utf8) + [2, 0, 0, 0, 0, 255]
    #expect(
      throws: NumPyError(
        .limitExceeded, at: "x", "the header takes 4278190080 bytes, the limit is 65536")
    ) { try NumPyFile.read(long, name: "x") }
    let axes = String(repeating: "1,", count: 65)
    #expect(throws: NumPyError(.limitExceeded, at: "x", "has more than 64 axes")) {
      try NumPyFile.read(file(header("<f4", "(\(axes))"), [0, 0, 0, 0]), name: "x")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `damaged files give an error or an array, never a trap`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let original = try NumPyFile.bytes(
      of: Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3]), name: "x")
    for _ in 0..<500 {
      var bytes = original
      for _ in 0...Int(generator.next() % 4) {
        let place = Int(generator.next() % UInt64(bytes.count))
        switch generator.next() % 3 {
        case 0: bytes[place] ^= 1 << UInt8(generator.next() % 8)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        default: bytes.removeLast(min(place, bytes.count - 1))
        }
      }
      do throws(NumPyError) { _ = try NumPyFile.read(bytes, name: "x") } catch {
        #expect(!error.description.contains("\n"))
      }
    }
  }
}
