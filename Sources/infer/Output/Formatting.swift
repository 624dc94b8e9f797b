// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A number with so many digits after the point, whatever the locale.
func fixed(_ value: Double, _ digits: Int = 2) -> String {
  guard value.isFinite else { return "\(value)" }
  return String(format: "%.\(digits)f", value)
}

/// A count with a decimal unit: `12.3 M`.
func scaled(_ count: Int) -> String {
  let value = Double(count)
  for (unit, size) in [("T", 1e12), ("G", 1e9), ("M", 1e6), ("k", 1e3)] where value >= size {
    return "\(fixed(value / size)) \(unit)"
  }
  return "\(count)"
}

extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double { self / .milliseconds(1) }
}
