// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Runtime
import Testing

@Suite struct KernelCatalogTests {
  @Test func `names are unique`() {
    let names = KernelCatalog.all.map(\.description)
    #expect(Set(names).count == names.count)
    #expect(names.contains("unary.relu/portable"))
  }

  @Test func `blocks of channels are as long as a vector`() {
    for set in KernelCatalog.sets {
      #expect(set.laneCount == (set.instructionSet >= .avx512 ? 16 : 8))
    }
  }

  @Test(arguments: InstructionSet.allCases)
  func `the cap picks its own set or the next lower one`(cap: InstructionSet) throws {
    var features = CPUFeatures.current
    let built = KernelCatalog.sets.map(\.instructionSet)
    features.instructionSets = built
    let full = try KernelCatalog.select(cap: cap.description, features: features)
    #expect(full.instructionSet == built.last { $0 <= cap })
    features.instructionSets = [.portable]
    let poor = try KernelCatalog.select(cap: cap.description, features: features)
    #expect(poor.instructionSet == .portable)
  }

  @Test(arguments: [nil, ""] as [String?])
  func `no cap picks the fastest`(cap: String?) throws {
    let fastest = try KernelCatalog.select(cap: cap).instructionSet
    #expect(fastest == CPUFeatures.current.instructionSets.last)
  }

  @Test func `an unknown cap is an error that names the choices`() {
    let error = #expect(throws: InstructionSetError(value: "sse9")) {
      try KernelCatalog.select(cap: "sse9")
    }
    #expect(
      error?.description
        == "ESPALIER_ISA is 'sse9': expected one of portable, avx2, avx512, avx512vnni; unset it for"
        + " the fastest that this CPU has")
  }

  @Test func `the CPU is described`() {
    let features = CPUFeatures.current
    #expect(features.instructionSets.first == .portable)
    #expect(features.instructionSets == features.instructionSets.sorted())
    #expect(features.availableCores >= 1)
    #expect(!features.modelName.isEmpty)
  }
}
