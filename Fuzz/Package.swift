// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Targets of libFuzzer, which brings `main`; built by run.sh with the sanitizers' flags.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "espalier", path: "..")],
  targets: ["FuzzModel", "FuzzImage"].map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "Espalier", package: "espalier")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  }
)
