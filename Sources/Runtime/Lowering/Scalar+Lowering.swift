// SPDX-License-Identifier: Apache-2.0
internal import Glibc
import IR
import Tensors

// Functions without vector code: element by element as in the reference, but over threads and
// without lists.

/// `aᵇ`, computed in double precision and rounded once.
func power(_ a: Float, _ b: Float) -> Float { Float(pow(Double(a), Double(b))) }

/// An elementwise operator that is computed by its own scalar function.
protocol ScalarLowerable: Lowerable {
  /// The function.
  func apply(_ x: Double) -> Double
}

extension ScalarLowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.all(are: .float32) else { return nil }
    let count = context.shape(0).reduce(1, *)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "scalars") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(count, grain: 256) { range, _ in
        for index in range { py[index] = Float(apply(Double(px[index]))) }
      }
    }
  }
}

extension Sin: ScalarLowerable {}
extension Cos: ScalarLowerable {}
extension Tan: ScalarLowerable {}
extension Asin: ScalarLowerable {}
extension Acos: ScalarLowerable {}
extension Atan: ScalarLowerable {}
extension Sinh: ScalarLowerable {}
extension Cosh: ScalarLowerable {}
extension Asinh: ScalarLowerable {}
extension Acosh: ScalarLowerable {}
extension Atanh: ScalarLowerable {}
extension Sign: ScalarLowerable {}
