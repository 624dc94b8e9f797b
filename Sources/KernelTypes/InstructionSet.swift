// SPDX-License-Identifier: Apache-2.0

/// An instruction set that kernels are compiled for, from the slowest to the fastest.
public enum InstructionSet: Int, Sendable, CaseIterable, Comparable, CustomStringConvertible {
  /// Whatever the target's baseline has: SSE2 on x86-64, NEON on aarch64.
  case portable
  /// AVX2 and FMA (Haswell and later).
  case avx2
  /// AVX-512 F, BW, CD, DQ and VL (x86-64-v4).
  case avx512
  /// AVX-512 with VNNI, for kernels on codes; the others are those of ``avx512``.
  case avx512vnni

  /// Whether `left` is the older of the two.
  public static func < (left: InstructionSet, right: InstructionSet) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The name that `ESPALIER_ISA` takes and `infer kernels` prints.
  public var description: String {
    switch self {
    case .portable: "portable"
    case .avx2: "avx2"
    case .avx512: "avx512"
    case .avx512vnni: "avx512vnni"
    }
  }
}
