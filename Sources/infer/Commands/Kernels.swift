// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KernelTypes
import Runtime

/// `infer kernels`: what this CPU runs.
struct Kernels: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the CPU's features and the kernels chosen for it.",
    discussion: """
      ESPALIER_ISA=portable|avx2|avx512|avx512vnni caps the instruction set.

      Example:
        ESPALIER_ISA=avx2 infer kernels
      """)

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  func run() throws {
    let report = KernelReport(selected: try KernelCatalog.selected.instructionSet)
    if json { try printJSON(report) } else { report.printText() }
  }
}

/// What `infer kernels --json` prints.
private struct KernelReport: Encodable {
  struct Entry: Encodable {
    let name: String
    let family: String
    let isa: String
    let isSupported: Bool
    let isSelected: Bool
  }

  let cpu: String
  let isa: String
  let instructionSets: [String]
  let extensions: [String]
  let level1DataBytes: Int
  let level2Bytes: Int
  let level3Bytes: Int
  let cores: Int
  let physicalCores: Int
  let kernels: [Entry]

  init(selected: InstructionSet) {
    let features = CPUFeatures.current
    (cpu, isa) = (features.modelName, selected.description)
    instructionSets = features.instructionSets.map(\.description)
    extensions = [
      ("avx512-vnni", features.hasAVX512VNNI), ("avx-vnni", features.hasAVXVNNI),
      ("avx512-bf16", features.hasAVX512BF16), ("avx512-vpopcntdq", features.hasAVX512VPOPCNTDQ),
    ].filter(\.1).map(\.0)
    (level1DataBytes, level2Bytes) = (features.level1DataBytes, features.level2Bytes)
    level3Bytes = features.level3Bytes
    (cores, physicalCores) = (features.availableCores, features.availablePhysicalCores)
    kernels = KernelCatalog.all.map { kernel in
      Entry(
        name: kernel.name, family: kernel.family, isa: kernel.instructionSet.description,
        isSupported: features.supports(kernel.instructionSet),
        isSelected: kernel.instructionSet == selected)
    }
  }

  func printText() {
    print("CPU: \(cpu), \(physicalCores) physical of \(cores) cores")
    print("instruction sets: \((instructionSets + extensions).joined(separator: ", "))")
    let caches = [("L1d", level1DataBytes), ("L2", level2Bytes), ("L3", level3Bytes)]
    print("caches: " + caches.map { "\($0) \($1 / 1024) KiB" }.joined(separator: ", "))
    print("kernels: \(isa)")
    var names: [String] = []
    var sets: [String: [String]] = [:]
    for kernel in kernels {
      if sets[kernel.name] == nil { names.append(kernel.name) }
      sets[kernel.name, default: []].append(kernel.isSelected ? "[\(kernel.isa)]" : kernel.isa)
    }
    var table = TextTable([("kernel", .left), ("compiled for, [chosen]", .left)])
    for name in names { table.add([name, (sets[name] ?? []).joined(separator: " ")]) }
    for line in table.lines { print(line) }
  }
}
