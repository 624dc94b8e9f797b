import Espalier

let model = try ONNX.read(contentsOf: CommandLine.arguments[1])
var graph = model.graph
try Pipeline.inference.run(on: &graph)
let session = Session(graph)

let photograph = try Image(contentsOf: CommandLine.arguments[2])
let preprocessing = try Preprocessing(model.metadata["espalier.preprocess"] ?? "imagenet")
let pixels = try preprocessing.apply(photograph, height: 224, width: 224)
let input = graph.name(of: graph.inputs[0])
let outputs = try session.run([input: Tensor(pixels, shape: [1, 3, 224, 224])])
for scores in outputs.values {
  let best = scores.doubles().enumerated().max { $0.element < $1.element }
  if let best { print("class \(best.offset)") }
}
