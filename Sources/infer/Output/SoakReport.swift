// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What `infer bench --soak --json` prints; `docs/cli.md` describes it.
struct SoakReport: Encodable {
  /// The state at one time.
  struct Sample: Encodable {
    /// Since the sessions began.
    let seconds: Double
    let rssMb: Double
    /// Of all sessions together.
    let runs: Int

    /// The sample as a line.
    var text: String {
      "\(fixed(seconds, 1).leftPadded(to: 8)) s \(fixed(rssMb, 2).leftPadded(to: 10)) MB "
        + "\(String(runs).leftPadded(to: 10)) runs"
    }
  }

  let isa: String
  let sessions: Int
  let threads: Int
  let runs: Int
  /// Milliseconds of one run of one session, on average.
  let meanMs: Double
  /// Resident memory at the last sample less that at the first.
  let growthMb: Double
  let peakRssMb: Double
  let samples: [Sample]

  /// A report of samples in the order of time.
  ///
  /// - Precondition: `samples` is not empty.
  init(_ samples: [Sample], isa: String, sessions: Int, threads: Int) {
    let last = samples[samples.count - 1]
    (self.samples, self.isa, self.sessions, self.threads) = (samples, isa, sessions, threads)
    runs = last.runs
    meanMs = last.seconds * 1e3 * Double(sessions) / Double(max(runs, 1))
    growthMb = last.rssMb - samples[0].rssMb
    peakRssMb = peakResidentMegabytes()
  }

  /// Prints what follows the samples.
  func printSummary() {
    print(
      "\(sessions) sessions of \(threads) thread\(threads == 1 ? "" : "s"), \(isa): \(runs) runs, "
        + "\(fixed(meanMs, 3)) ms each")
    print(
      "resident memory grew by \(fixed(growthMb, 2)) MB from the first sample to the last, "
        + "peak \(fixed(peakRssMb, 1)) MB")
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
