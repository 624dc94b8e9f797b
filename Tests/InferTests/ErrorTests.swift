// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Tensors
import TestSupport
import Testing

/// Every failure has its exit code and one line on stderr that names what is wrong.
@Suite struct ErrorTests {
  private func expect(
    _ result: Execution, _ status: Int32, _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errorLines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errors.hasPrefix("infer: "), sourceLocation: sourceLocation)
    #expect(
      result.errors.contains(text), "\(result.errors) lacks '\(text)'",
      sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ([], "<model>"), (["run"], "see 'infer run --help'"), (["bench", "m", "--seconds", "0"], "0"),
    (["run", "m", "--top", "0"], "--top"), (["run", "m", "--input", "x"], "--input"),
    (["run", "m", "--preprocess", "nothing"], "expected a preset"),
    (["run", "m", "--threads", "0"], "1 to 1024"), (["bench", "m", "--batch", "-1"], "--batch"),
    (["run", "m", "--input", "x=a", "--input", "x=b"], "given twice"),
    (["inspect"], "<model>"), (["inspect", "m", "--limits"], "no model"),
    (["test"], "<folders>"), (["run", "m", "--nothing"], "--nothing"),
  ])
  func `wrong usage is 64 and names the help`(arguments: [String], text: String) throws {
    expect(try infer(arguments), 64, text)
  }

  @Test(arguments: ["run", "bench", "inspect"])
  func `a model that is not there is 66`(command: String) throws {
    expect(try infer([command, "/nonexistent/model.onnx"]), 66, "/nonexistent/model.onnx")
  }

  @Test(arguments: ["run", "bench", "inspect"])
  func `a file that is no model is 65, and a folder 74`(command: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("not a model".utf8), "m.onnx")
    expect(try infer([command, file]), 65, file)
    expect(try infer([command, folder.path]), 74, folder.path)
  }

  @Test func `an operator that is not there is 69 and named`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeReLU()
    // The name of the operator stands in the file as it is; another of the same length is unknown.
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: model)))
    let start = try #require(bytes.firstRange(of: Array("Relu".utf8))?.lowerBound)
    bytes.replaceSubrange(start..<start + 4, with: Array("Rely".utf8))
    let changed = try folder.write(bytes, "rely.onnx")
    let result = try infer(["inspect", changed])
    expect(result, 69, "Rely")
    #expect(result.errors.contains("opset 17"))
    #expect(result.errors.contains("\"relu\""))
  }

  @Test func `inputs that do not fit the model are told`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeReLU()
    let wrong = try folder.write(Tensor(zeros: .float32, shape: [3, 2]), "wrong.npy")
    expect(try infer([model]), 64, "--input x=FILE")
    expect(try infer([model, "--input", "z=\(wrong)"]), 64, "no input 'z'")
    expect(try infer([model, "--input", "x=\(wrong)"]), 65, "float32[3, 2]")
    let cut = try folder.write(Array("\u{93}NUMPY".utf8), "cut.npy")
    expect(try infer([model, "--input", "x=\(cut)"]), 65, cut)
    expect(try infer([model, "--input", "x=\(folder.file("none.npy"))"]), 66, "none.npy")
    let image = try folder.writeImage([1, 2, 3], "x.png")
    expect(try infer([model, image]), 65, "4 dimensions")
  }

  @Test func `images that cannot be used are told`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let gif = try folder.write(Array("GIF89a".utf8), "x.gif")
    let text = try folder.write(Array("hello".utf8), "x.txt")
    expect(try infer([model, gif]), 69, "GIF")
    expect(try infer([model, text]), 65, text)
    expect(try infer([model, folder.file("none.png")]), 66, "none.png")
    let four = try folder.writeClassifier(channels: 4)
    let image = try folder.writeImage([1, 2, 3], "x.png")
    expect(try infer([four, image]), 65, "1 or 3 channels")
  }

  @Test func `a batch that the model fixes is not changed`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier(batch: .fixed(1))
    expect(try infer(["bench", model, "--batch", "4"]), 64, "fixes the batch of 'image'")
    expect(try infer(["bench", model, "--shape", "image=1x3x9x9"]), 64, "--shape")
    expect(try infer(["bench", model, "--shape", "z=1"]), 64, "no input 'z'")
  }

  @Test func `an unknown instruction set is wrong usage`() throws {
    expect(try infer(["kernels"], environment: ["ESPALIER_ISA": "mmx"]), 64, "mmx")
  }

  @Test func `a full disk is 74`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeReLU()
    expect(try infer(["inspect", model, "--dot", "/dev/full/x.dot"]), 74, "/dev/full/x.dot")
  }
}
