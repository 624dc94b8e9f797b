// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Testing

/// Damaged models give outputs or a clear error: no crash, no hang, no memory that the limits do
/// not allow.
///
/// `ESPALIER_MUTATIONS` asks for more models than the few of `swift test`, and
/// `ESPALIER_MUTATION_SEED` (the first of eight) for other ones; with
/// `ESPALIER_MUTATION_FILE` each model is written there before it is read, so that a crash leaves
/// its cause behind.
@Suite(.serialized) struct ModelMutationTests {
  static let seeds: [UInt64] = {
    let first = ProcessInfo.processInfo.environment["ESPALIER_MUTATION_SEED"].flatMap(UInt64.init)
    return (0..<8).map { (first ?? 1) &+ $0 }
  }()
  static let modelsPerSeed: Int = {
    let wanted = ProcessInfo.processInfo.environment["ESPALIER_MUTATIONS"].flatMap(Int.init)
    return ((wanted ?? 400) + seeds.count - 1) / seeds.count
  }()
  /// Longest time of a model: 5 s, more with `ESPALIER_MUTATION_SECONDS` where a sanitizer slows
  /// everything down.
  private static let longest =
    ProcessInfo.processInfo.environment["ESPALIER_MUTATION_SECONDS"].flatMap(Double.init) ?? 5
  private static let lastModel = ProcessInfo.processInfo.environment["ESPALIER_MUTATION_FILE"]

  /// What happened to the models of one seed.
  private struct Tally {
    var ran = 0
    var refused: [String: Int] = [:]
    var slowest = (seconds: 0.0, model: "")
    var largest = (bytes: 0, model: "")
  }

  /// What the mutator starts from is valid; `ESPALIER_MODEL_CORPUS` names a folder to write it to.
  @Test func `models run before they are mutated`() throws {
    let corpus = ProcessInfo.processInfo.environment["ESPALIER_MODEL_CORPUS"]
    let samples = BaseModels.operators.flatMap { sample in
      [sample.model { _ in false }, sample.model { _ in true }]
    }
    var refused: Set<String> = []
    for (number, model) in (BaseModels.networks + samples).enumerated() {
      let bytes = try model.bytes()
      do { _ = try ModelRun.outputs(of: bytes) } catch {
        refused.insert("\(error)")
      }
      if let corpus { try Data(bytes).write(to: URL(filePath: "\(corpus)/\(number).onnx")) }
    }
    #expect(refused.count < samples.count / 8, "\(refused.sorted().joined(separator: "\n"))")
  }

  @Test(arguments: seeds)
  func `a mutated model runs or is refused in one clear line`(seed: UInt64) throws {
    let folder = try HostileFolder()
    var mutator = ModelMutator(seed: seed)
    var tally = Tally()
    for number in 0..<Self.modelsPerSeed {
      let (bytes, origin) = try mutator.next()
      if let file = Self.lastModel { try Data(bytes).write(to: URL(filePath: file)) }
      let place = "seed \(seed), model \(number) of \(origin)"
      let memory = try startOfPeak()
      let start = ContinuousClock.now
      check(bytes, in: folder, place, &tally)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let growth = try peakMemory() - memory
      #expect(seconds <= Self.longest, "\(place) took \(seconds) s")
      #expect(growth <= 1 << 30, "\(place) took \(growth) bytes")
      if seconds > tally.slowest.seconds { tally.slowest = (seconds, place) }
      if growth > tally.largest.bytes { tally.largest = (growth, place) }
    }
    #expect(tally.ran > 0 && tally.refused.count > 3)
    if Self.modelsPerSeed > 200 { report(tally) }
  }

  private func check(
    _ bytes: [UInt8], in folder: HostileFolder, _ place: String, _ tally: inout Tally
  ) {
    do {
      _ = try ModelRun.outputs(of: bytes, folder: folder.model, writes: true)
      tally.ran += 1
    } catch {
      let code = (error as? ONNXError)?.code.description ?? (error as? GraphError)?.code.description
      #expect(code != nil, "\(place): \(type(of: error))")
      tally.refused[code ?? "", default: 0] += 1
      let line = "\(error)"
      let isOneLine =
        !line.isEmpty
        && !line.unicodeScalars.contains {
          $0.properties.generalCategory == .control
            || $0.properties.isPatternWhitespace && $0 != " "
        }
      #expect(isOneLine, "\(place): \(line)")
      #expect(line.utf8.count < 8000, "\(place): \(line.prefix(200))")
    }
  }

  private func report(_ tally: Tally) {
    let codes = tally.refused.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }
    print(
      "ran \(tally.ran), refused \(codes.joined(separator: ", ")); slowest "
        + "\(tally.slowest.seconds) s (\(tally.slowest.model)), largest \(tally.largest.bytes) "
        + "bytes (\(tally.largest.model))")
  }

  /// Lets the kernel measure the peak anew where it can; returns what the process holds now.
  private func startOfPeak() throws -> Int {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    return try peakMemory()
  }

  /// Largest resident memory of this process, in bytes.
  private func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    return (kibibytes.flatMap { Int($0) } ?? 0) << 10
  }
}
