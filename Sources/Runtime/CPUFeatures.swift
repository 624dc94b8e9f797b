// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import FoundationEssentials
internal import Glibc
public import KernelTypes

/// What the CPU that this process runs on can do, and how large its caches are.
public struct CPUFeatures: Sendable {
  /// The CPU's own name, such as "AMD EPYC 9R14"; "unknown" where it does not tell.
  public var modelName: String
  /// The instruction sets that the CPU has and the operating system saves, slowest first.
  public var instructionSets: [InstructionSet]
  /// AVX-512 VNNI: 8-bit dot products in zmm registers.
  public var hasAVX512VNNI: Bool
  /// AVX-VNNI: 8-bit dot products in ymm registers, VEX-encoded.
  public var hasAVXVNNI: Bool
  /// AVX-512 BF16: bfloat16 dot products.
  public var hasAVX512BF16: Bool
  /// AVX-512 VPOPCNTDQ: bit counts of 64-bit lanes.
  public var hasAVX512VPOPCNTDQ: Bool
  /// First-level data cache of one core, in bytes; 0 if unknown.
  public var level1DataBytes: Int
  /// Second-level cache of one core, in bytes; 0 if unknown.
  public var level2Bytes: Int
  /// Third-level cache, shared, in bytes; 0 if unknown.
  public var level3Bytes: Int
  /// CPUs that this process may run on.
  public var availableCores: Int
  /// Physical cores among them: hardware threads of one core count once.
  public var availablePhysicalCores: Int

  /// The features of this CPU, read once.
  public static let current = CPUFeatures.detect()

  /// Whether this CPU runs kernels of `instructionSet`.
  public func supports(_ instructionSet: InstructionSet) -> Bool {
    instructionSets.contains(instructionSet)
  }

  private static func detect() -> CPUFeatures {
    var features = CPUFeatures(
      modelName: "unknown", instructionSets: [.portable], hasAVX512VNNI: false,
      hasAVXVNNI: false, hasAVX512BF16: false, hasAVX512VPOPCNTDQ: false, level1DataBytes: 0,
      level2Bytes: 0, level3Bytes: 0, availableCores: countAvailableCores(),
      availablePhysicalCores: countAvailablePhysicalCores())
    #if arch(x86_64)
      features.identify()
    #else
      features.level1DataBytes = max(0, sysconf(Int32(_SC_LEVEL1_DCACHE_SIZE)))
      features.level2Bytes = max(0, sysconf(Int32(_SC_LEVEL2_CACHE_SIZE)))
      features.level3Bytes = max(0, sysconf(Int32(_SC_LEVEL3_CACHE_SIZE)))
    #endif
    return features
  }

  private static func countAvailableCores() -> Int {
    let cpus = availableCPUs().count
    return cpus > 0 ? cpus : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  private static func countAvailablePhysicalCores() -> Int {
    let siblings = availableCPUs().map { cpu in
      let path = "/sys/devices/system/cpu/cpu\(cpu)/topology/thread_siblings_list"
      return (try? String(contentsOfFile: path, encoding: .utf8)) ?? "\(cpu)"
    }
    return siblings.isEmpty ? countAvailableCores() : Set(siblings).count
  }

  /// The numbers of the CPUs that this thread may run on; empty if the system does not tell.
  static func availableCPUs() -> [Int] {
    var mask = [UInt8](repeating: 0, count: 1024)
    let size = espalier_affinity(&mask, mask.count)
    return (0..<max(0, size) * 8).filter { mask[$0 / 8] >> UInt8($0 % 8) & 1 == 1 }
  }
}

#if arch(x86_64)
  extension CPUFeatures {
    private mutating func identify() {
      let basic = espalier_cpuid(1, 0)
      let extended = espalier_cpuid(7, 0)
      let extended1 = espalier_cpuid(7, 1)
      let amd = espalier_cpuid(0x8000_0001, 0)
      // The registers count only if the operating system saves them: bits 1 and 2 of XCR0 for
      // ymm, 5 to 7 for zmm and the masks.
      let saved = basic.ecx.hasBit(27) ? espalier_xgetbv() : 0
      let savesYMM = saved & 0x06 == 0x06
      let savesZMM = saved & 0xe6 == 0xe6

      // What clang may use under -march=haswell: AVX, AVX2, FMA, BMI1, BMI2, F16C, MOVBE, LZCNT.
      let isHaswell =
        basic.ecx.hasBits(12, 22, 28, 29) && extended.ebx.hasBits(3, 5, 8) && amd.ecx.hasBit(5)
      if savesYMM && isHaswell { instructionSets.append(.avx2) }
      // And under x86-64-v4: AVX-512 F, DQ, CD, BW, VL.
      let isV4 = isHaswell && extended.ebx.hasBits(16, 17, 28, 30, 31)
      if savesZMM && isV4 {
        instructionSets.append(.avx512)
        hasAVX512VNNI = extended.ecx.hasBit(11)
        if hasAVX512VNNI { instructionSets.append(.avx512vnni) }
        hasAVX512VPOPCNTDQ = extended.ecx.hasBit(14)
        hasAVX512BF16 = extended1.eax.hasBit(5)
      }
      hasAVXVNNI = savesYMM && isHaswell && extended1.eax.hasBit(4)
      modelName = Self.brand()
      readCaches(leaf: amd.ecx.hasBit(22) ? 0x8000_001d : 4)
    }

    /// The 48 characters of leaves 0x80000002 to 0x80000004.
    private static func brand() -> String {
      var bytes: [UInt8] = []
      for leaf: UInt32 in 0x8000_0002...0x8000_0004 {
        let r = espalier_cpuid(leaf, 0)
        for register in [r.eax, r.ebx, r.ecx, r.edx] {
          for shift in stride(from: 0, to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: register >> UInt32(shift)))
          }
        }
      }
      let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      let words = text.split(separator: " ")
      return words.isEmpty ? "unknown" : words.joined(separator: " ")
    }

    /// Intel's leaf 4 and AMD's 0x8000001d describe one cache in each subleaf, in the same form.
    private mutating func readCaches(leaf: UInt32) {
      for subleaf: UInt32 in 0..<8 {
        let r = espalier_cpuid(leaf, subleaf)
        let type = r.eax & 0x1f
        if type == 0 { return }
        let ways = Int(r.ebx >> 22) + 1
        let partitions = Int(r.ebx >> 12 & 0x3ff) + 1
        let lineSize = Int(r.ebx & 0xfff) + 1
        let size = ways * partitions * lineSize * (Int(r.ecx) + 1)
        switch (r.eax >> 5 & 7, type) {
        case (1, 1): level1DataBytes = size
        case (2, _): level2Bytes = size
        case (3, _): level3Bytes = size
        default: break
        }
      }
    }
  }

  extension UInt32 {
    fileprivate func hasBit(_ index: UInt32) -> Bool { self >> index & 1 == 1 }

    fileprivate func hasBits(_ indices: UInt32...) -> Bool { indices.allSatisfy(hasBit) }
  }
#endif
