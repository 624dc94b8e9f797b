// SPDX-License-Identifier: Apache-2.0

/// The generator of NumPy's `RandomState`, for operators whose random numbers ONNX's reference
/// implementation draws from it.
///
/// - Source: Matsumoto and Nishimura, MT19937, ACM TOMACS 8(1), 1998; seeding of 2002.
struct MersenneTwister {
  private static let length = 624
  private static let middle = 397
  private var state: [UInt32]
  private var position = MersenneTwister.length

  /// A generator at the start of the sequence of `seed`.
  init(seed: UInt32) {
    state = [seed]
    for index in 1..<Self.length {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
    }
  }

  private mutating func refill() {
    for index in 0..<Self.length {
      let next = state[(index + 1) % Self.length]
      let mixed = state[index] & 0x8000_0000 | next & 0x7FFF_FFFF
      let twist: UInt32 = mixed & 1 == 0 ? 0 : 0x9908_B0DF
      state[index] = state[(index + Self.middle) % Self.length] ^ (mixed >> 1) ^ twist
    }
    position = 0
  }

  /// The next 32 random bits.
  mutating func next() -> UInt32 {
    if position == Self.length { refill() }
    var y = state[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// A number from [0, 1) with 53 random bits.
  mutating func nextUniform() -> Double {
    let (high, low) = (next() >> 5, next() >> 6)
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }
}
