// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Tensors

/// The algorithm of each layer of a plan.
struct AlgorithmChoice: Sendable {
  private let options: SessionOptions
  /// Names by the layers' keys; what is missing is estimated.
  private let names: [String: String]

  /// Chooses by estimates alone.
  init(_ options: SessionOptions) { (self.options, names) = (options, [:]) }

  /// Chooses for the layers of a plan: as `wisdom` knows, by measurement where estimates are close,
  /// else by estimates.
  ///
  /// - Parameter layers: Those of the plan, each as often as it occurs.
  init(
    for layers: [ConvolutionLayer], _ options: SessionOptions, _ kernels: KernelSet,
    _ wisdom: Wisdom, _ weights: WeightCache
  ) {
    self.init(options)
    guard options.planning == .measured, options.convolutionAlgorithm == nil else { return }
    var names: [String: String] = [:]
    var contests: [String: Contest] = [:]
    for layer in layers {
      let key = layer.key
      if let known = wisdom[Self.wisdomKey(key, options, kernels)] {
        names[key] = known
      } else if contests[key] != nil {
        contests[key]?.occurrences += 1
      } else {
        contests[key] = Contest(layer, options)
      }
    }
    if !contests.isEmpty {
      let bytes = layers.reduce(0) {
        $0 + $1.fastest(options).packedCount * MemoryLayout<Float>.stride
      }
      let meter = AlgorithmMeter(options, kernels)
      let ordered = contests.sorted {
        ($0.value.seconds, $0.key) > ($1.value.seconds, $1.key)
      }
      meter.measure(ordered.map(\.value), weights, modelBytes: bytes) { index, name in
        let key = ordered[index].key
        names[key] = name
        wisdom[Self.wisdomKey(key, options, kernels)] = name
      }
    }
    self = AlgorithmChoice(options, names)
  }

  private init(_ options: SessionOptions, _ names: [String: String]) {
    (self.options, self.names) = (options, names)
  }

  /// The algorithm for a layer.
  func algorithm(for layer: ConvolutionLayer) -> any ConvolutionAlgorithm {
    guard let name = names[layer.key] else { return layer.fastest(options) }
    // A file may have been made by another version, which knew other algorithms.
    return layer.allowedAlgorithms(options).first { $0.name == name } ?? layer.fastest(options)
  }

  private static func wisdomKey(
    _ layer: String, _ options: SessionOptions, _ kernels: KernelSet
  ) -> Wisdom.Key {
    Wisdom.Key(
      cpu: CPUFeatures.current.modelName, isa: kernels.instructionSet.description,
      threads: options.threads, layer: layer, exact: options.isExact)
  }
}

/// A layer for which several algorithms might be the fastest.
struct Contest {
  let layer: ConvolutionLayer
  /// Those that are not estimated to be much slower than the first, the fastest.
  let algorithms: [any ConvolutionAlgorithm]
  private let estimate: Double
  var occurrences = 1

  /// Estimates are good to a tenth for most layers, and to a third for all that were measured.
  private static let margin = 1.5
  /// Below that a wrong choice costs less than finding it out.
  private static let leastSeconds = 5e-5

  /// Seconds of a run that the layer takes.
  var seconds: Double { estimate * Double(occurrences) }

  /// Nil when there is nothing to find out.
  init?(_ layer: ConvolutionLayer, _ options: SessionOptions) {
    let estimates = layer.allowedAlgorithms(options).map {
      (algorithm: $0, seconds: $0.estimatedSeconds(threads: options.threads))
    }.sorted { $0.seconds < $1.seconds }
    guard let best = estimates.first?.seconds, best >= Self.leastSeconds else { return nil }
    algorithms = estimates.prefix { $0.seconds <= best * Self.margin }.map(\.algorithm)
    guard algorithms.count > 1 else { return nil }
    (self.layer, estimate) = (layer, best)
  }
}

/// Measures algorithms as a run will meet them: images from the cache, weights from where the model's
/// weights are.
private struct AlgorithmMeter {
  private let options: SessionOptions
  private let kernels: KernelSet
  private let pool: ThreadPool

  /// Runs of each algorithm, of which the quickest counts.
  private static let rounds = 3
  /// Twice what caches hold, so that weights that were read longer ago come from memory.
  private static let sweptBytes = 64 << 20
  /// How long measuring may take in all; later contests are left to their estimates.
  private static let budget = Duration.milliseconds(150)
  /// What an algorithm must gain over the one estimated to be the fastest, and with larger weights.
  private static let advantage = 0.97
  private static let advantageOfLarger = 0.9

  init(_ options: SessionOptions, _ kernels: KernelSet) {
    (self.options, self.kernels) = (options, kernels)
    pool = ThreadPool(threadCount: options.threads)
  }

  /// Measures the contests in order and reports the winners by their index.
  ///
  /// - Parameter modelBytes: Packed weights of the whole model: one that fits the caches finds its
  ///   weights there at the next run.
  func measure(
    _ contests: [Contest], _ weights: WeightCache, modelBytes: Int,
    _ report: (Int, String) -> Void
  ) {
    let stride = MemoryLayout<Float>.stride
    let largest = contests.flatMap(\.algorithms).map { $0.packedCount * stride }.max() ?? 0
    let start = ContinuousClock.now
    weights.withSpareMemory(bytes: max(min(modelBytes, Self.sweptBytes), largest)) { memory in
      let count = memory.count / stride
      let floats = memory.bindMemory(to: Float.self)
      floats.update(repeating: 0)
      guard let base = floats.baseAddress else { return }
      var offset = 0
      pool.activate {
        for (index, contest) in contests.enumerated() {
          guard ContinuousClock.now - start < Self.budget else { return }
          let bench = LayerBench(contest.layer, options, kernels, pool)
          var best = [Double](repeating: .infinity, count: contest.algorithms.count)
          for _ in 0..<Self.rounds {
            for (number, algorithm) in contest.algorithms.enumerated() {
              if offset + algorithm.packedCount > count { offset = 0 }
              best[number] = min(best[number], bench.seconds(algorithm, weights: base + offset))
              offset += (algorithm.packedCount + 15) / 16 * 16
            }
          }
          var winner = 0
          for (number, algorithm) in contest.algorithms.enumerated() {
            let isLarger = algorithm.packedCount > contest.algorithms[0].packedCount
            let limit = best[0] * (isLarger ? Self.advantageOfLarger : Self.advantage)
            if best[number] < limit, best[number] < best[winner] { winner = number }
          }
          report(index, contest.algorithms[winner].name)
        }
      }
    }
  }
}

/// Images and scratch memory for one layer.
private struct LayerBench {
  private let layer: ConvolutionLayer
  private let kernels: KernelSet
  private let pool: ThreadPool
  private let threads: Int
  private let input: Tensor
  private let output: Tensor

  init(
    _ layer: ConvolutionLayer, _ options: SessionOptions, _ kernels: KernelSet, _ pool: ThreadPool
  ) {
    (self.layer, self.kernels, self.pool, threads) = (layer, kernels, pool, options.threads)
    input = Tensor(zeros: .float32, shape: [layer.batch * layer.inputImageStride])
    output = Tensor(zeros: .float32, shape: [layer.batch * layer.outputImageStride])
  }

  /// The seconds of one run.
  func seconds(_ algorithm: any ConvolutionAlgorithm, weights: UnsafePointer<Float>) -> Double {
    let stride = MemoryPlan.aligned(algorithm.scratchBytes(threads: threads))
    let scratch = TensorStorage(uninitialized: stride * threads, largePages: .atFirstTouch)
    // Its pages are there before the clock runs.
    scratch.baseAddress.initializeMemory(as: UInt8.self, repeating: 0, count: stride * threads)
    let body = algorithm.prepared(kernels)
    var written = output
    return input.withElements(of: Float.self) { x in
      written.withUnsafeMutableBytes { y in
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: 1) { refusal in
          withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: 1) { buffers in
            guard let x = x.baseAddress, let y = y.bindMemory(to: Float.self).baseAddress,
              let buffers = buffers.baseAddress, let refusal = refusal.baseAddress
            else { return .infinity }
            let run = RunContext(
              buffers: UnsafePointer(buffers), scratch: scratch.baseAddress, scratchStride: stride,
              pool: pool, refusal: refusal)
            let start = ContinuousClock.now
            body(run, x, weights, nil, y)
            return (ContinuousClock.now - start) / .seconds(1)
          }
        }
      }
    }
  }
}
