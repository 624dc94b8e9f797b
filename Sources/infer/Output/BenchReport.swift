// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What `infer bench --json` prints; `docs/cli.md` describes it.
struct BenchReport: Encodable {
  /// One step of the plan.
  struct Node: Encodable {
    let name: String
    let op: String
    let shape: String
    let algorithm: String
    let ms: Double
    /// Part of the time of all steps, 0 ... 1.
    let share: Double
    /// 10⁹ operations of the definition in a second; an algorithm may do with fewer.
    let gflops: Double
    /// `gflops` as a part of the peak of all threads.
    let peakShare: Double
  }

  let medianMs: Double
  let minMs: Double
  let meanMs: Double
  let p90Ms: Double
  let p99Ms: Double
  let runs: Int
  let loadMs: Double
  let peakRssMb: Double
  let weightsMb: Double
  let arenaMb: Double
  let gmacs: Double
  let isa: String
  let threads: Int
  let batch: Int
  /// The measured peak of all threads; with a profile.
  let peakGflops: Double?
  let nodes: [Node]?

  /// A report of runs that took `times` milliseconds each.
  ///
  /// - Precondition: `times` is not empty.
  init(
    times: [Double], loadMs: Double, peakRssMb: Double, weightsMb: Double, arenaMb: Double,
    gmacs: Double, isa: String, threads: Int, batch: Int, peakGflops: Double?, nodes: [Node]?
  ) {
    let sorted = times.sorted()
    (minMs, runs) = (sorted[0], sorted.count)
    medianMs = (sorted[(runs - 1) / 2] + sorted[runs / 2]) / 2
    meanMs = sorted.reduce(0, +) / Double(runs)
    // Nearest rank: the smallest time that so many percent of the runs do not exceed.
    func percentile(_ percent: Double) -> Double {
      sorted[Int((Double(sorted.count) * percent / 100).rounded(.up)) - 1]
    }
    (p90Ms, p99Ms) = (percentile(90), percentile(99))
    (self.loadMs, self.peakRssMb, self.weightsMb) = (loadMs, peakRssMb, weightsMb)
    (self.arenaMb, self.gmacs, self.isa) = (arenaMb, gmacs, isa)
    (self.threads, self.batch, self.nodes) = (threads, batch, nodes)
    self.peakGflops = peakGflops
  }

  /// Prints the report for people.
  func printText() {
    if let nodes { printNodes(nodes) }
    print(
      "median \(fixed(medianMs, 3)) ms  min \(fixed(minMs, 3))  mean \(fixed(meanMs, 3))  "
        + "p90 \(fixed(p90Ms, 3))  p99 \(fixed(p99Ms, 3))  (\(runs) runs)")
    print(
      "batch \(batch), \(threads) thread\(threads == 1 ? "" : "s"), \(isa): "
        + "\(fixed(gmacs, 3)) GMAC, \(fixed(2 * gmacs / medianMs * 1e3, 1)) GFLOP/s")
    print(
      "load \(fixed(loadMs, 1)) ms, peak memory \(fixed(peakRssMb, 1)) MB "
        + "(weights \(fixed(weightsMb, 1)), arena \(fixed(arenaMb, 1)))")
  }

  private func printNodes(_ nodes: [Node]) {
    var table = TextTable([
      ("node", .left), ("op", .left), ("shape", .left), ("algorithm", .left), ("ms", .right),
      ("share", .right), ("GFLOP/s", .right), ("% of peak", .right),
    ])
    for node in nodes {
      table.add([
        node.name, node.op, node.shape, node.algorithm, fixed(node.ms, 4),
        fixed(node.share * 100, 1) + " %", node.gflops > 0 ? fixed(node.gflops, 1) : "",
        node.gflops > 0 ? fixed(node.peakShare * 100, 1) : "",
      ])
    }
    for line in table.lines { print(line) }
    if let peakGflops {
      print("measured peak \(fixed(peakGflops, 1)) GFLOP/s, \(threads) x one core's")
    }
  }
}

/// The high-water mark of this process's resident memory, in MB (10⁶ bytes); 0 where the system
/// does not tell.
func peakResidentMegabytes() -> Double { statusMegabytes("VmHWM:") }

/// This process's resident memory now, as ``peakResidentMegabytes()``.
func residentMegabytes() -> Double { statusMegabytes("VmRSS:") }

private func statusMegabytes(_ key: String) -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix(key) }
  let kibibytes = line?.split(separator: " ").dropLast().last.flatMap { Double($0) }
  return (kibibytes ?? 0) * 1024 / 1e6
}
