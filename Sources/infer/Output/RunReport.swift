// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// What `infer run --json` prints; `docs/cli.md` describes it.
struct RunReport: Encodable {
  /// One image, or one element of the batch of a run without images.
  struct Result: Encodable {
    let file: String?
    let milliseconds: Double
    let top: [Classification.Entry]?
  }

  let model: String
  let threads: Int
  let isa: String
  let preprocess: String?
  var loadMs: Double
  var results: [Result] = []
  var outputs: [OutputReport] = []

  init(model: String, threads: Int, isa: String, preprocess: String?, loadMs: Double) {
    (self.model, self.threads, self.isa) = (model, threads, isa)
    (self.preprocess, self.loadMs) = (preprocess, loadMs)
  }

  /// Adds the results of a batch; its time is divided among its images.
  mutating func add(
    _ batch: RunRequest.Batch, milliseconds: Double, classes: [Classification]?
  ) {
    let count = batch.files == [""] ? classes?.count ?? 1 : batch.files.count
    for index in 0..<count {
      let file = batch.files.dropFirst(index).first
      results.append(
        Result(
          file: file == "" ? nil : file, milliseconds: milliseconds / Double(count),
          top: classes?[index].top))
    }
  }

  /// Prints the report for people.
  func printText(_ preprocessing: String?) {
    if let preprocessing { print("preprocessing: \(preprocessing)") }
    for result in results {
      if let file = result.file { print(oneLine(file)) }
      guard let top = result.top else { continue }
      for entry in top {
        let index =
          String(repeating: " ", count: max(5 - "\(entry.index)".count, 0)) + "\(entry.index)"
        print("\(index)  \(fixed(entry.probability * 100, 2)) %  \(entry.label ?? "")")
      }
    }
    if results.contains(where: { $0.top == nil }) || outputs.contains(where: { $0.file != nil }) {
      for output in outputs { print(output.text) }
    }
    // The median, because the first run also reads the weights from the disk.
    let times = results.map(\.milliseconds).sorted()
    let median = times.isEmpty ? 0 : (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
    print(
      "latency: \(fixed(median)) ms" + (results.count > 1 ? " an image, median" : "")
        + " (\(threads) thread\(threads == 1 ? "" : "s"), \(isa); load \(fixed(loadMs, 0)) ms)")
  }
}

/// An output in a few numbers.
struct OutputReport: Encodable {
  let name: String
  let type: String
  let shape: [Int]?
  let minimum: Double?
  let maximum: Double?
  let mean: Double?
  let file: String?

  init(_ name: String, _ value: RuntimeValue, file: String?) {
    self.name = name
    self.file = file
    guard let tensor = value.tensor else {
      (type, shape) = ("\(value.type)", nil)
      (minimum, maximum, mean) = (nil, nil, nil)
      return
    }
    (type, shape) = (tensor.dtype.rawValue, tensor.shape)
    let numbers = tensor.dtype == .string ? [] : tensor.doubles()
    minimum = numbers.min()
    maximum = numbers.max()
    mean = numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }

  /// One line for people.
  var text: String {
    var line = "\(oneLine(name)): \(type)\(shape.map { "\($0)" } ?? "")"
    if let minimum, let maximum, let mean {
      line += "  min \(fixed(minimum, 6))  max \(fixed(maximum, 6))  mean \(fixed(mean, 6))"
    }
    if let file { line += "  -> \(file)" }
    return line
  }
}
