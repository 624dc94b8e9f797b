// SPDX-License-Identifier: Apache-2.0
import Tensors
import Testing

import Runtime

@Suite struct MemoryPlanTests {
  @Test(arguments: Array(0..<50) as [UInt64])
  func `buffers that live at the same time do not overlap`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let requests = (0..<40).map { _ in
      let first = Int.random(in: 0..<30, using: &generator)
      return MemoryPlan.Request(
        size: Int.random(in: 0..<5000, using: &generator), firstStep: first,
        lastStep: first + Int.random(in: 0..<10, using: &generator))
    }
    let plan = MemoryPlan(requests)
    for (i, a) in requests.enumerated() {
      #expect(plan.offsets[i] % MemoryPlan.alignment == 0)
      #expect(plan.offsets[i] + a.size <= plan.size)
      for (j, b) in requests.enumerated()
      where i < j && a.firstStep <= b.lastStep && b.firstStep <= a.lastStep {
        let isApart =
          plan.offsets[i] + MemoryPlan.aligned(a.size) <= plan.offsets[j]
          || plan.offsets[j] + MemoryPlan.aligned(b.size) <= plan.offsets[i]
        #expect(isApart, "buffers \(i) and \(j) overlap")
      }
    }
    // No plan is smaller than what is alive at one step.
    let bound = (0..<40).map { step in
      requests.filter { $0.firstStep <= step && step <= $0.lastStep }
        .reduce(0) { $0 + MemoryPlan.aligned($1.size) }
    }.max()
    #expect(plan.size >= bound ?? 0)
  }

  @Test func `very many buffers do not overlap either, and take little more`() {
    var generator = SeededGenerator(seed: 1)
    let count = MemoryPlan.greedyRequests + 1
    let requests = (0..<count).map { step in
      MemoryPlan.Request(
        size: Int.random(in: 0..<5000, using: &generator), firstStep: step / 2,
        lastStep: step / 2 + Int.random(in: 0..<20, using: &generator))
    }
    let start = ContinuousClock.now
    let plan = MemoryPlan(requests)
    #expect(ContinuousClock.now - start < .seconds(2))
    var highest = 0
    for (i, a) in requests.enumerated() {
      highest = max(highest, plan.offsets[i] + MemoryPlan.aligned(a.size))
      // Requests begin in order, so those that live with this one are near.
      for j in i + 1..<min(i + 60, count) where requests[j].firstStep <= a.lastStep {
        let isApart =
          plan.offsets[i] + MemoryPlan.aligned(a.size) <= plan.offsets[j]
          || plan.offsets[j] + MemoryPlan.aligned(requests[j].size) <= plan.offsets[i]
        #expect(isApart, "buffers \(i) and \(j) overlap")
      }
    }
    #expect(plan.size == highest)
    #expect(plan.size < 2 * MemoryPlan(Array(requests[..<20_000])).size)
  }

  @Test func `a chain needs two buffers`() {
    let chain = (0..<10).map { MemoryPlan.Request(size: 640, firstStep: $0, lastStep: $0 + 1) }
    #expect(MemoryPlan(chain).size == 2 * 640)
  }
}
