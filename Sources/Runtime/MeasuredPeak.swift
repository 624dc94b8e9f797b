// SPDX-License-Identifier: Apache-2.0
public import KernelTypes

extension KernelSet {
  /// Operations in a second of multiply-adds on registers alone, on one core: the limit of every
  /// kernel that multiplies. Measured anew at each call, which takes about a tenth of a second.
  ///
  /// - Precondition: The CPU supports ``instructionSet``.
  public func measuredPeak() -> Double {
    let rounds = 1_000_000
    var best = Duration.seconds(3600)
    // The best of several: whatever else the machine does only takes away.
    for _ in 0..<20 {
      let start = ContinuousClock.now
      _ = multiplyAddRounds(rounds)
      best = min(best, ContinuousClock.now - start)
    }
    return Double(24 * laneCount * rounds) / (best / .seconds(1))
  }
}
