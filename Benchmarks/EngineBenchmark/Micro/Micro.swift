// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KernelTypes
import Runtime

/// `EngineBenchmark micro`: kernels against what the CPU can do, one thread, warm caches.
struct Micro: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure kernels against the peak of one core, of copies and of memory.")

  @Option(
    parsing: .upToNextOption,
    help: "Instruction sets (default: all that this CPU has): portable, avx2, avx512.")
  var isa: [String] = []

  func validate() throws {
    for name in isa where !InstructionSet.allCases.contains(where: { "\($0)" == name }) {
      throw ValidationError("--isa: expected portable, avx2 or avx512, got '\(name)'")
    }
  }

  func run() throws {
    let features = CPUFeatures.current
    let sets = KernelCatalog.sets.filter {
      features.supports($0.instructionSet) && (isa.isEmpty || isa.contains("\($0.instructionSet)"))
    }
    try printJSON(sets.reversed().map(MicroReport.init))
  }
}

/// The figures of one instruction set.
struct MicroReport: Encodable {
  let isa: String
  /// The peak of multiply-adds of one core.
  let peakGflops: Double
  /// Bytes that one core reads from memory, in 10⁹ a second.
  let memoryGbps: Double
  let sections: [MicroSection]

  init(_ kernels: KernelSet) {
    isa = "\(kernels.instructionSet)"
    let limits = Limits(kernels)
    peakGflops = limits.peak / 1e9
    memoryGbps = limits.memory / 1e9
    sections = [
      directSection(kernels, limits), stemSection(kernels, limits),
      filteringSection(kernels, limits), depthwiseSection(kernels, limits),
      poolSection(kernels), vectorSection(kernels, limits),
    ]
  }
}

/// Kernels of one family.
struct MicroSection: Encodable {
  let name: String
  /// What `percent` is relative to.
  let limit: String
  let rows: [MicroRow]
}

/// One kernel on one shape.
struct MicroRow: Encodable {
  let kernel: String
  let shape: String
  let microseconds: Double
  /// 10⁹ operations of the definition in a second.
  var gflops: Double?
  /// 10⁹ bytes read and written in a second.
  var gbps: Double?
  /// Part of the section's limit.
  let percent: Double
  /// Of minimal filtering: part of the time that the products take, and what they reach of the peak.
  var productShare: Double?
  var productPercent: Double?
}

/// What the CPU can do at best, measured with the kernels of one instruction set.
struct Limits {
  /// Operations in a second.
  let peak: Double
  /// Bytes read from memory in a second.
  let memory: Double

  init(_ kernels: KernelSet) {
    peak = kernels.measuredPeak()
    // Larger than any cache. More streams keep more lines on their way, fewer are easier to
    // foresee: the best counts.
    let values = Floats(1 << 26)
    var sum: Float = 0
    let times = [1, 2, 4, 8].map { streams in
      shortest { sum += Self.sum(values, streams: streams) }
    }
    // Nothing is measured of sums that nobody reads.
    precondition(sum > 0)
    memory = Double(values.count * MemoryLayout<Float>.stride) / (times.min() ?? .infinity)
  }

  /// The sum of all, read as so many streams side by side.
  private static func sum(_ values: Floats, streams: Int) -> Float {
    let length = values.count / streams
    var (first, second) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
    for index in stride(from: 0, to: length, by: 32) {
      for stream in 0..<streams {
        let place = UnsafeRawPointer(values.pointer + stream * length + index)
        first += place.load(as: SIMD16<Float>.self)
        second += place.load(fromByteOffset: 64, as: SIMD16<Float>.self)
      }
    }
    return (first + second).sum()
  }
}
