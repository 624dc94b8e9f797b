// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Tensors

/// Chooses for each weight whether it is rounded up or down, so that the layer's results on real
/// activations change least: better than the nearest code, above all below 8 bits.
///
/// Layer by layer, a variable `v` for each weight goes through a stretched sigmoid to `h`, from 0 to
/// 1, and the weight is `floor(w / scale) + h` codes. Adam minimizes the mean squared change of the
/// layer's results on sampled inputs plus a term that drives every `h` to 0 or 1; the exponent of that
/// term falls, so that it decides late.
///
/// - Source: Nagel et al., ICML 2020, equations 21 to 25, arXiv:2004.10568. The sampled inputs are
///   those of the original network.
public struct AdaptiveRounding: Hashable, Sendable {
  /// Steps of Adam for each layer. Default 1000.
  public var iterations: Int
  /// Inputs that are sampled for each layer: patches of a convolution, rows of a matrix product.
  /// Default 1024. They are in memory for all layers at once.
  public var samples: Int
  /// Samples of one step. Default 32.
  public var batch: Int
  /// Step size of Adam. Default 0.01.
  public var learningRate: Float
  /// Weight of the term that decides, relative to the error of rounding at random. Default 0.01.
  public var regularization: Float
  /// Seed of the sampling.
  public var seed: UInt64

  /// The settings.
  public init(
    iterations: Int = 1000, samples: Int = 1024, batch: Int = 32, learningRate: Float = 0.01,
    regularization: Float = 0.01, seed: UInt64 = 0
  ) {
    (self.iterations, self.samples, self.batch) = (iterations, samples, batch)
    (self.learningRate, self.regularization, self.seed) = (learningRate, regularization, seed)
  }

  /// The codes of all layers, rounded so that their results change least.
  ///
  /// - Throws: what the source throws.
  func rounded(
    _ codes: [NodeID: QuantizedTensor], _ layers: [QuantizableLayer], of graph: Graph,
    on source: any ActivationSource
  ) throws(GraphError) -> [NodeID: QuantizedTensor] {
    var sampler = PatchSampler(layers, count: max(samples, 1), seed: seed)
    let inputs = Set(layers.map(\.input)).sorted()
    try source.observe(inputs, of: graph, with: &sampler)
    var result = codes
    for layer in layers {
      guard var tensor = result[layer.node.id], let patches = sampler.patches[layer.node.id] else {
        continue
      }
      let matrix = WeightMatrix(layer)
      var generator = SeededGenerator(seed: seed &+ UInt64(truncatingIfNeeded: layer.channels))
      let shifts = matrix.groups.indices.flatMap { group in
        optimize(
          matrix.problem(group, of: layer.weightTensor, tensor), patches[group], &generator)
      }
      tensor.codes = matrix.codes(tensor, shifts)
      result[layer.node.id] = tensor
    }
    return result
  }

  // MARK: One problem

  /// The codes that each weight of a problem gets.
  private func optimize(
    _ problem: RoundingProblem, _ samples: [Float], _ generator: inout SeededGenerator
  ) -> [Int64] {
    let (inputs, outputs) = (problem.inputs, problem.outputs)
    let sampleCount = inputs > 0 ? samples.count / inputs : 0
    var state = RoundingState(problem)
    guard sampleCount > 0, iterations > 0 else { return state.decided(problem) }
    // Rows of the batch come in fours, which share each pass over the weights.
    let rows = max(batch, 4) / 4 * 4
    var chosen = [Float](repeating: 0, count: rows * inputs)
    var errors = [Float](repeating: 0, count: rows * outputs)
    let strength = regularization * problem.roundingNoise(samples)
    for iteration in 0..<iterations {
      for row in 0..<rows {
        let pick = Int(generator.next() % UInt64(sampleCount)) * inputs
        for index in 0..<inputs { chosen[row * inputs + index] = samples[pick + index] }
      }
      state.relax(problem)
      errors.withUnsafeMutableBufferPointer { errors in
        chosen.withUnsafeBufferPointer { chosen in
          problem.multiply(chosen, state.differences, rows: rows, into: errors)
          state.collectGradient(chosen, UnsafeBufferPointer(errors), rows: rows, problem)
        }
      }
      let progress = Float(iteration) / Float(max(iterations - 1, 1))
      let isWarm = progress >= 0.2
      // From 20, where all but the middle is flat, to 2.
      let exponent = 2 + 9 * (1 + cos(Float.pi * max(0, progress - 0.2) / 0.8))
      state.step(
        learningRate, strength: isWarm ? strength : 0, exponent: exponent,
        iteration: iteration + 1, problem)
    }
    return state.decided(problem)
  }
}

/// Weights of one group of channels as a matrix, inputs by outputs.
struct RoundingProblem {
  let inputs: Int
  let outputs: Int
  /// The weights.
  let weights: [Float]
  /// The scale of each.
  let scales: [Float]
  /// The code below each weight, less the zero point.
  let floors: [Float]
  /// The zero point of each.
  let points: [Int64]
  /// Smallest and largest code.
  let range: ClosedRange<Int64>

  /// The mean squared error of results when each weight is off by up to half a code.
  func roundingNoise(_ samples: [Float]) -> Float {
    var squares = [Float](repeating: 0, count: inputs)
    for (index, value) in samples.enumerated() { squares[index % inputs] += value * value }
    var sum: Float = 0
    for (index, scale) in scales.enumerated() { sum += squares[index / outputs] * scale * scale }
    return sum / 12 / Float(max(samples.count / inputs * outputs, 1))
  }

  /// `samples` `[rows, inputs]` times `matrix` `[inputs, outputs]`; `rows` is a multiple of four.
  func multiply(
    _ samples: UnsafeBufferPointer<Float>, _ matrix: [Float], rows: Int,
    into results: UnsafeMutableBufferPointer<Float>
  ) {
    results.update(repeating: 0)
    matrix.withUnsafeBufferPointer { matrix in
      for row in stride(from: 0, to: rows, by: 4) {
        for input in 0..<inputs {
          let (a, b) = (samples[row * inputs + input], samples[(row + 1) * inputs + input])
          let (c, d) = (samples[(row + 2) * inputs + input], samples[(row + 3) * inputs + input])
          let (base, out) = (input * outputs, row * outputs)
          for output in 0..<outputs {
            let weight = matrix[base + output]
            results[out + output] += a * weight
            results[out + outputs + output] += b * weight
            results[out + 2 * outputs + output] += c * weight
            results[out + 3 * outputs + output] += d * weight
          }
        }
      }
    }
  }
}

/// The variables of one problem and Adam's memory of them.
private struct RoundingState {
  /// Bounds of the stretched sigmoid.
  private static let (low, high): (Float, Float) = (-0.1, 1.1)
  private var variables: [Float]
  private var first: [Float]
  private var second: [Float]
  private var gradient: [Float]
  /// `h` of each weight.
  private var parts: [Float]
  /// Rounded weights less the weights.
  private(set) var differences: [Float]

  /// Starts where `h` is the fraction that each weight has.
  init(_ problem: RoundingProblem) {
    let zeros = [Float](repeating: 0, count: problem.weights.count)
    (first, second, gradient, parts, differences) = (zeros, zeros, zeros, zeros, zeros)
    variables = problem.weights.indices.map { index in
      let rest = problem.weights[index] / problem.scales[index] - problem.floors[index]
      let share = (min(max(rest, 0.001), 0.999) - Self.low) / (Self.high - Self.low)
      return -log(1 / share - 1)
    }
  }

  private static func part(_ variable: Float) -> Float {
    min(max((high - low) / (1 + exp(-variable)) + low, 0), 1)
  }

  /// The weights that the variables give now.
  mutating func relax(_ problem: RoundingProblem) {
    let (least, most) = (Float(problem.range.lowerBound), Float(problem.range.upperBound))
    for index in variables.indices {
      let part = Self.part(variables[index])
      parts[index] = part
      let point = Float(problem.points[index])
      let code = min(max(problem.floors[index] + part, least - point), most - point)
      differences[index] = code * problem.scales[index] - problem.weights[index]
    }
  }

  /// The gradient of the mean squared error by the differences.
  mutating func collectGradient(
    _ samples: UnsafeBufferPointer<Float>, _ errors: UnsafeBufferPointer<Float>, rows: Int,
    _ problem: RoundingProblem
  ) {
    let (inputs, outputs) = (problem.inputs, problem.outputs)
    let factor = 2 / Float(rows * max(outputs, 1))
    gradient.withUnsafeMutableBufferPointer { gradient in
      gradient.update(repeating: 0)
      for row in stride(from: 0, to: rows, by: 4) {
        for input in 0..<inputs {
          let a = samples[row * inputs + input] * factor
          let b = samples[(row + 1) * inputs + input] * factor
          let c = samples[(row + 2) * inputs + input] * factor
          let d = samples[(row + 3) * inputs + input] * factor
          let (base, out) = (input * outputs, row * outputs)
          for output in 0..<outputs {
            gradient[base + output] +=
              (a * errors[out + output] + b * errors[out + outputs + output])
              + (c * errors[out + 2 * outputs + output] + d * errors[out + 3 * outputs + output])
          }
        }
      }
    }
  }

  /// One step of Adam.
  mutating func step(
    _ rate: Float, strength: Float, exponent: Float, iteration: Int, _ problem: RoundingProblem
  ) {
    let corrections = (
      1 - pow(0.9, Float(iteration)), 1 - pow(0.999, Float(iteration))
    )
    let share = strength / Float(max(problem.outputs, 1))
    for index in variables.indices {
      let part = parts[index]
      // Where the sigmoid is cut off, nothing pulls.
      guard part > 0, part < 1 else { continue }
      var slope = gradient[index] * problem.scales[index]
      if share > 0 {
        let distance = 2 * part - 1
        let size = abs(distance)
        slope -= share * 2 * exponent * pow(size, exponent - 1) * (distance < 0 ? -1 : 1)
      }
      let sigmoid = (part - Self.low) / (Self.high - Self.low)
      let pull = slope * (Self.high - Self.low) * sigmoid * (1 - sigmoid)
      first[index] = 0.9 * first[index] + 0.1 * pull
      second[index] = 0.999 * second[index] + 0.001 * pull * pull
      let scaled = (second[index] / corrections.1).squareRoot()
      variables[index] -= rate * (first[index] / corrections.0) / (scaled + 1e-12)
    }
  }

  /// The code of each weight.
  func decided(_ problem: RoundingProblem) -> [Int64] {
    variables.indices.map { index in
      let up: Float = Self.part(variables[index]) >= 0.5 ? 1 : 0
      let code = Int64(problem.floors[index] + up) + problem.points[index]
      return min(max(code, problem.range.lowerBound), problem.range.upperBound)
    }
  }
}

/// The weights of a layer as one matrix for each group of channels.
struct WeightMatrix {
  /// For each group, for each element of its matrix (inputs by outputs), the index of the weight.
  let groups: [[Int]]
  private let outputs: Int

  init(_ layer: QuantizableLayer) {
    let shape = layer.weightTensor.shape
    if let conv = layer.operation as? Conv {
      let inputs = layer.weightTensor.count / shape[0]
      let perGroup = shape[0] / conv.groups
      outputs = perGroup
      groups = (0..<conv.groups).map { group in
        (0..<inputs).flatMap { input in
          (0..<perGroup).map { (group * perGroup + $0) * inputs + input }
        }
      }
    } else {
      outputs = layer.channels
      let (rows, columns) = (shape[0], shape[1])
      groups = [
        layer.outputAxis == 1
          ? Array(0..<rows * columns)
          : (0..<columns).flatMap { input in (0..<rows).map { $0 * columns + input } }
      ]
    }
  }

  /// The problem of one group.
  func problem(_ group: Int, of weights: Tensor, _ codes: QuantizedTensor) -> RoundingProblem {
    let values = weights.array(of: Float.self)
    let (scales, points) = (codes.scales.array(of: Float.self), codes.zeroPoints.int64s())
    var groupOf = [Int](repeating: 0, count: values.count)
    codes.groups.forEachElement { index, group in groupOf[index] = group }
    let indices = groups[group]
    return RoundingProblem(
      inputs: indices.count / max(outputs, 1), outputs: outputs,
      weights: indices.map { values[$0] }, scales: indices.map { scales[groupOf[$0]] },
      floors: indices.map { (values[$0] / scales[groupOf[$0]]).rounded(.down) },
      points: indices.map { points[groupOf[$0]] }, range: codes.format.codes)
  }

  /// The tensor of codes, given those of all groups in turn.
  func codes(_ tensor: QuantizedTensor, _ codes: [Int64]) -> Tensor {
    var values = [Int64](repeating: 0, count: codes.count)
    for (code, index) in zip(codes, groups.joined()) { values[index] = code }
    return Tensor(int64s: values, dtype: tensor.codes.dtype, shape: tensor.codes.shape)
  }
}

/// Takes samples of what layers multiply with their weights: random patches, evenly from all batches.
private struct PatchSampler: ActivationObserver {
  /// Patches of each layer and group of channels, one after the other.
  private(set) var patches: [NodeID: [[Float]]] = [:]
  private let layers: [ValueID: [QuantizableLayer]]
  private let count: Int
  private var seen: [NodeID: Int] = [:]
  private var generator: SeededGenerator
  /// Patches taken of one batch, so that one large image does not give all of them.
  private static let perBatch = 16

  init(_ layers: [QuantizableLayer], count: Int, seed: UInt64) {
    self.layers = Dictionary(grouping: layers, by: \.input)
    self.count = count
    generator = SeededGenerator(seed: seed)
  }

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    for layer in layers[value] ?? [] {
      guard let reader = try PatchReader(layer, tensor.shape) else { continue }
      let id = layer.node.id
      var taken = patches.removeValue(forKey: id) ?? [[Float]](repeating: [], count: reader.groups)
      tensor.floats().withUnsafeBufferPointer { values in
        for _ in 0..<Self.perBatch {
          let position = Int(generator.next() % UInt64(reader.positions))
          let number = seen[id, default: 0]
          seen[id] = number + 1
          // A reservoir: each patch has the same chance to stay.
          var slot = number
          if number >= count {
            slot = Int(generator.next() % UInt64(number + 1))
            guard slot < count else { continue }
          }
          for group in 0..<reader.groups {
            reader.read(values, position, group, into: &taken[group], slot: slot)
          }
        }
      }
      patches[id] = taken
    }
  }
}

/// Reads what one position of a layer's output sees.
private struct PatchReader {
  let groups: Int
  /// Positions of all samples.
  let positions: Int
  private let length: Int
  private let geometry: WindowGeometry?
  private let channels: Int

  /// Nil when there is no position.
  init?(_ layer: QuantizableLayer, _ shape: [Int]) throws(GraphError) {
    guard let conv = layer.operation as? Conv else {
      guard let inputs = shape.last, inputs > 0 else { return nil }
      (groups, channels, geometry, length) = (1, inputs, nil, inputs)
      positions = shape.dropLast().reduce(1, *)
      if positions == 0 { return nil }
      return
    }
    let kernel = Array(layer.weightTensor.shape.dropFirst(2))
    let geometry = try conv.window.geometry(input: Array(shape.dropFirst(2)), kernel: kernel)
    (groups, channels, self.geometry) = (conv.groups, shape[1], geometry)
    length = shape[1] / conv.groups * kernel.reduce(1, *)
    positions = shape[0] * geometry.output.reduce(1, *)
    if positions == 0 || length == 0 { return nil }
  }

  /// Puts the patch at `position` into slot `slot` of `patches`, which may be the next free one.
  func read(
    _ values: UnsafeBufferPointer<Float>, _ position: Int, _ group: Int,
    into patches: inout [Float], slot: Int
  ) {
    let start = slot * length
    if patches.count < start + length {
      patches.append(contentsOf: repeatElement(0, count: start + length - patches.count))
    }
    guard let geometry else {
      for index in 0..<length { patches[start + index] = values[position * length + index] }
      return
    }
    let plane = geometry.input.reduce(1, *)
    let windows = geometry.output.reduce(1, *)
    let (sample, window) = (position / windows, position % windows)
    let offsets = tapOffsets(geometry, window)
    let perGroup = channels / groups
    for channel in 0..<perGroup {
      let base = ((sample * groups + group) * perGroup + channel) * plane
      for (tap, offset) in offsets.enumerated() {
        patches[start + channel * offsets.count + tap] = offset.map { values[base + $0] } ?? 0
      }
    }
  }

  /// Where in a plane each tap of a window lies; nil: in the padding.
  private func tapOffsets(_ geometry: WindowGeometry, _ window: Int) -> [Int?] {
    var rest = window
    var positions: [Int] = []
    for axis in geometry.axes.reversed() {
      positions.insert(rest % axis.output, at: 0)
      rest /= axis.output
    }
    var offsets: [Int?] = [0]
    for (axis, position) in zip(geometry.axes, positions) {
      let taps = axis.taps(at: position)
      offsets = offsets.flatMap { offset in
        (0..<axis.kernel).map { tap in
          guard let offset, taps.contains(tap) else { return nil }
          return offset * axis.input + axis.inputPosition(position, tap: tap)
        }
      }
    }
    return offsets
  }
}
