// SPDX-License-Identifier: Apache-2.0
internal import Glibc
import FoundationEssentials
public import IR
package import KernelTypes

/// How a model is to be run.
public struct SessionOptions: Hashable, Sendable {
  /// Threads that one run uses, at least 1. Default: the cores that this process may use.
  public var threads: Int
  /// What a model may ask for. `runBytes` defaults to 75 % of the memory that the process may use.
  public var limits: ResourceLimits
  /// Longest time of one run, nil for no limit.
  public var runSeconds: Double?
  /// Seed of operators that draw random numbers.
  public var seed: UInt64
  /// Whether only algorithms are used whose rounding error is that of the definition. Default: no;
  /// minimal filtering with large tiles loses up to three bits and is several times faster.
  public var isExact = false
  /// What decides which algorithm computes a layer.
  public var planning = Planning.measured
  /// The instruction set whose kernels are used, nil for the one that the process has chosen. The CPU
  /// must have it.
  package var instructionSet: InstructionSet?
  /// What decides the layout of images between operators.
  package var layout = LayoutChoice.estimated
  /// The algorithm of the convolutions that it can compute, by the name that profiles print; nil
  /// for the fastest.
  package var convolutionAlgorithm: String?

  /// What decides which algorithm computes a layer.
  public enum Planning: Hashable, Sendable {
    /// Measurement while planning where estimates are close, unless ``Wisdom`` knows. Two processes
    /// may choose differently, and so round differently, unless they share wisdom.
    case measured
    /// Estimates alone: the same choice at every time on every machine.
    case estimated
  }

  /// Where images are in blocks of channels.
  package enum LayoutChoice: Hashable, Sendable {
    /// Where it is estimated to be faster.
    case estimated
    /// Wherever it is possible.
    case blocks
    /// Nowhere.
    case planes
  }

  /// The defaults.
  public init(
    threads: Int = SessionOptions.availableCores, limits: ResourceLimits? = nil,
    runSeconds: Double? = nil, seed: UInt64 = 0
  ) {
    self.threads = max(threads, 1)
    self.limits = limits ?? Self.machineLimits
    (self.runSeconds, self.seed) = (runSeconds, seed)
  }

  /// Processors that this process may use.
  public static var availableCores: Int { CPUFeatures.current.availableCores }

  /// Default limits with `runBytes` lowered to 75 % of the control group's or machine's memory.
  public static var machineLimits: ResourceLimits {
    var limits = ResourceLimits()
    var memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    let group = try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8)
    // The file says "max" where there is no limit.
    if let text = group?.split(separator: "\n").first, let bytes = Int(text) {
      memory = min(memory, bytes)
    }
    if memory > 0 { limits.runBytes = memory / 4 * 3 }
    limits.tensorBytes = min(limits.tensorBytes, limits.runBytes)
    return limits
  }
}
