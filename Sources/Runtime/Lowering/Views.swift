// SPDX-License-Identifier: Apache-2.0
import IR

// Operators whose output has the bytes of their first input: they cost nothing.
extension Reshape: ViewOperation {}
extension Flatten: ViewOperation {}
extension Squeeze: ViewOperation {}
extension Unsqueeze: ViewOperation {}
extension Identity: ViewOperation {}

extension Concat: ConcatenationOperation {
  func concatenationAxis(rank: Int) -> Int { axis < 0 ? axis + rank : axis }
}
