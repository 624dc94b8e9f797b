// SPDX-License-Identifier: Apache-2.0
internal import Glibc
public import KernelTypes
internal import KernelsPortable

#if arch(x86_64)
  internal import KernelsAVX2
  internal import KernelsAVX512
  internal import KernelsVNNI
#endif

/// `ESPALIER_ISA` holds a word that is not the name of an instruction set.
public struct InstructionSetError: Error, Hashable, CustomStringConvertible {
  /// What the variable holds.
  public let value: String

  /// An error about `value`.
  public init(value: String) { self.value = value }

  /// What was expected and what came.
  public var description: String {
    let names = InstructionSet.allCases.map(\.description).joined(separator: ", ")
    return "\(KernelCatalog.environmentVariable) is '\(value)': expected one of \(names);"
      + " unset it for the fastest that this CPU has"
  }
}

/// Every kernel there is, and which of them this process uses.
public enum KernelCatalog {
  /// The variable that caps the instruction set: `portable`, `avx2`, `avx512` or
  /// `avx512vnni`.
  public static let environmentVariable = "ESPALIER_ISA"

  /// The kernels of each instruction set this package is built with, slowest first. Those that
  /// the CPU lacks are here too; calling them is an illegal instruction.
  public static let sets: [KernelSet] = {
    #if arch(x86_64)
      [KernelsPortable.kernels, KernelsAVX2.kernels, KernelsAVX512.kernels, vnni]
    #else
      [KernelsPortable.kernels]
    #endif
  }()

  #if arch(x86_64)
    /// The kernels of AVX-512, those on codes with VNNI.
    private static var vnni: KernelSet {
      var set = KernelsAVX512.kernels
      set.integer = KernelsVNNI.integerKernels
      set.instructionSet = .avx512vnni
      return set
    }
  #endif

  /// Every kernel of every instruction set. Tests, benchmarks and `infer kernels` walk this.
  public static let all: [Kernel] = sets.flatMap { set in
    // With VNNI only those on codes are others.
    let operations =
      set.instructionSet == .avx512vnni ? Kernel.Operation.codes : Kernel.Operation.all
    return operations.map { Kernel($0, in: set) }
  }

  /// The kernels of the fastest instruction set that the CPU has and `ESPALIER_ISA` allows, chosen
  /// once in a process.
  ///
  /// - Throws: `InstructionSetError` if the variable holds an unknown name.
  public static var selected: KernelSet {
    get throws(InstructionSetError) { try selection.get() }
  }

  /// Chooses among `sets`: the fastest one that `features` supports and that is not above the one
  /// named by `cap`. An empty or missing cap allows all; a cap that the CPU lacks gives the next
  /// lower one.
  ///
  /// - Throws: `InstructionSetError` if `cap` is an unknown name.
  public static func select(
    cap: String?, features: CPUFeatures = .current
  ) throws(InstructionSetError) -> KernelSet {
    var limit = InstructionSet.avx512vnni
    if let cap, !cap.isEmpty {
      guard let named = InstructionSet.allCases.first(where: { $0.description == cap }) else {
        throw InstructionSetError(value: cap)
      }
      limit = named
    }
    // The portable set comes first and is always supported.
    return sets.last { $0.instructionSet <= limit && features.supports($0.instructionSet) }
      ?? sets[0]
  }

  private static let selection: Result<KernelSet, InstructionSetError> = {
    let cap = getenv(environmentVariable).map { String(cString: $0) }
    do throws(InstructionSetError) {
      return .success(try select(cap: cap))
    } catch {
      return .failure(error)
    }
  }()
}
