// SPDX-License-Identifier: Apache-2.0
import ONNXFormat
import Testing

@Suite struct ONNXErrorTests {
  @Test func `is printed on one line, with the place first`() {
    let error = ONNXError(.malformed, at: "offset 3, graph", "length 2, 1 bytes left")
    #expect("\(error)" == "offset 3, graph: length 2, 1 bytes left")
    #expect("\(ONNXError(.io, "no space"))" == "no space")
    #expect("\(error.code)" == "malformed")
  }

  @Test func `control characters of a name are escaped`() {
    let error = ONNXError(.invalidModel, at: "node 'a\n\u{1b}[31m'", "naïve")
    #expect("\(error)" == "node 'a\\n\\u{1B}[31m': naïve")
  }
}
