// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Runtime
import Tensors

/// Samples of a data set as the inputs on which passes see activations, one batch in memory at a time.
struct DataBatches: InputBatches {
  let reader: BatchReader

  var batchCount: Int { reader.batchCount }

  func batch(_ index: Int) throws(GraphError) -> [String: Tensor] {
    do throws(DataError) { return [reader.form.name: try reader.batch(index).input] } catch {
      let code: GraphError.Code = error.code == .unsupported ? .unsupported : .typeMismatch
      throw GraphError(code, node: error.place, error.message)
    }
  }
}
