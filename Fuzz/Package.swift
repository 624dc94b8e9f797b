// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Programs that run libFuzzer's driver; built by run.sh with the sanitizers' flags.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "espalier", path: "..")],
  targets: [.systemLibrary(name: "CFuzzer")]
    + ["FuzzModel", "FuzzImage"].map { name in
      .executableTarget(
        name: name, dependencies: ["CFuzzer", .product(name: "Espalier", package: "espalier")],
        swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
    }
)
