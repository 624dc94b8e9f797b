// SPDX-License-Identifier: Apache-2.0

/// Divides a product of two bytes by 255 and rounds to the nearest, without a division.
///
/// Exact for 0 ... 255 * 255.
@inline(__always)
func dividedBy255(_ product: Int) -> Int {
  let biased = product + 128
  return (biased + biased >> 8) >> 8
}
