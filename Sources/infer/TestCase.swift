// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Passes
import Runtime
import Tensors

/// One ONNX test case: a model and its data sets.
struct TestCase {
  enum Outcome {
    case passed
    case failed(String)
    case skipped(String)

    /// The outcome in JSON.
    var word: String {
      switch self {
      case .passed: "passed"
      case .failed: "failed"
      case .skipped: "skipped"
      }
    }

    /// The outcome at the beginning of a line.
    var label: String {
      switch self {
      case .passed: "pass"
      case .failed: "FAIL"
      case .skipped: "skip"
      }
    }

    /// Why the case does not pass.
    var reason: String? {
      switch self {
      case .passed: nil
      case .failed(let reason), .skipped(let reason): reason
      }
    }
  }

  /// Cases of onnx 1.17.0 whose expected outputs contradict the specification, with what is wrong.
  private static let wrongData: [String: String] = {
    var reasons = [
      "test_adam_multiple": "the data was made with an epsilon that the model does not have"
    ]
    for shape in ["2D", "3D"] {
      for type in ["float16", "float32"] {
        reasons["test_qlinearmatmul_\(shape)_int8_\(type)"] =
          "the data wraps around where the specification saturates"
      }
    }
    return reasons
  }()

  /// Cases of onnx 1.17.0 whose data has zeros with the rounding noise of terms of up to 54 in
  /// `float32`: the absolute difference that they allow.
  private static let noise = ["test_dft_inverse": 1e-6, "test_dft_inverse_opset19": 1e-6]

  let folder: String
  let absolute: Double
  let relative: Double
  /// How the session runs; nil: by reference evaluation, without passes.
  let options: SessionOptions?

  /// The test-case folders in `path`, itself or below it, sorted by name.
  ///
  /// - Throws: `noInput` when there are none.
  static func folders(in path: String) throws -> [String] {
    let manager = FileManager.default
    if manager.fileExists(atPath: path + "/model.onnx") { return [path] }
    guard let entries = try? manager.contentsOfDirectory(atPath: path) else {
      throw CommandError(.noInput, "\(path): no such folder")
    }
    let folders = entries.sorted().map { "\(path)/\($0)" }.filter {
      manager.fileExists(atPath: $0 + "/model.onnx")
    }
    guard !folders.isEmpty else {
      throw CommandError(
        .noInput, "\(path): expected a folder with model.onnx, or a folder of such folders")
    }
    return folders
  }

  /// The folder's own name, by which the suite calls the case.
  private var name: String { folder.split(separator: "/").last.map(String.init) ?? folder }

  func outcome() -> Outcome {
    do {
      let model = try ONNX.read(contentsOf: folder + "/model.onnx")
      if model.graph.nodes.contains(where: \.operation.isNondeterministic) {
        return .skipped("the output is random")
      }
      let sets = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        $0.hasPrefix("test_data_set_")
      }
      for set in sets.sorted() {
        if let difference = try run(model.graph, dataSet: "\(folder)/\(set)") {
          if let reason = Self.wrongData[name] { return .skipped(reason) }
          return .failed("\(set): \(difference)")
        }
      }
      return .passed
    } catch let error as ONNXError where error.code == .unsupported {
      return .skipped("\(error)")
    } catch let error as GraphError where error.code == .unsupported {
      return .skipped("\(error)")
    } catch {
      return .failed("\(error)")
    }
  }

  /// What is wrong with the outputs, nil when nothing.
  private func run(_ graph: Graph, dataSet: String) throws -> String? {
    var inputs: [RuntimeValue?] = []
    for (index, input) in graph.inputs.enumerated() {
      let path = "\(dataSet)/input_\(index).pb"
      guard FileManager.default.fileExists(atPath: path) else {
        inputs.append(nil)
        continue
      }
      inputs.append(try ONNX.readValue(contentsOf: path, type: graph.type(of: input)))
    }
    let outputs = try evaluate(graph, inputs)
    for (index, (output, actual)) in zip(graph.outputs, outputs).enumerated() {
      let path = "\(dataSet)/output_\(index).pb"
      let expected = try ONNX.readValue(
        contentsOf: path, type: graph.type(of: output.value))
      if let difference = difference(actual, expected) {
        return "output \"\(output.name)\" \(difference)"
      }
    }
    return nil
  }

  private func evaluate(_ graph: Graph, _ inputs: [RuntimeValue?]) throws -> [RuntimeValue] {
    guard let options else { return try graph.evaluate(inputs) }
    var simplified = graph
    try Pipeline.inference.run(on: &simplified)
    return try Session(simplified, options: options).run(inputs)
  }

  private func difference(_ actual: RuntimeValue, _ expected: RuntimeValue) -> String? {
    switch (actual, expected) {
    case (.tensor(let a), .tensor(let b)): return difference(a, b)
    case (.sequence(_, let a), .sequence(_, let b)):
      guard a.count == b.count else { return "has \(a.count) items, expected \(b.count)" }
      for (index, (x, y)) in zip(a, b).enumerated() {
        if let text = difference(x, y) { return "item \(index) \(text)" }
      }
      return nil
    case (.optional(_, let a), .optional(_, let b)):
      guard let a, let b else { return a == nil && b == nil ? nil : "differs in being present" }
      return difference(a, b)
    case (.optional(_, let a?), let b): return difference(a, b)
    default: return "is \(actual.type), expected \(expected.type)"
    }
  }

  private func difference(_ actual: Tensor, _ expected: Tensor) -> String? {
    guard actual.dtype == expected.dtype, actual.shape == expected.shape else {
      return "is \(actual.dtype)\(actual.shape), expected \(expected.dtype)\(expected.shape)"
    }
    guard actual.dtype.isFloatingPoint else {
      return actual == expected ? nil : "is \(actual), expected \(expected)"
    }
    // Neighbouring bfloat16 numbers are up to 2^-7 apart, and the suite of onnx 1.17 makes its
    // bfloat16 data by cutting off bits where a cast rounds: one unit apart is equal.
    let relative = actual.dtype == .bfloat16 ? max(relative, 0x1p-7) : relative
    let absolute = max(absolute, Self.noise[name] ?? 0)
    for (index, (a, b)) in zip(actual.doubles(), expected.doubles()).enumerated() {
      if a == b || (a.isNaN && b.isNaN) || abs(a - b) <= absolute + relative * abs(b) { continue }
      return "[\(index)] is \(a), expected \(b)"
    }
    return nil
  }
}
