// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same rules.
let rules: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target under `Sources`, by its rules.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: rules)
}

/// The tests of one target, under `Tests`.
func tests(
  of name: String, _ others: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + others, resources: resources,
    swiftSettings: rules)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gradus",
  products: [
    .executable(name: "gradus", targets: ["gradus"]),
    .library(name: "Engine", targets: ["Engine"]),
    .library(name: "Notebook", type: .dynamic, targets: ["Notebook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CBLAS"),
    .systemLibrary(name: "CCmark"),
    .systemLibrary(name: "CCrypto"),
    .systemLibrary(name: "CDuktape"),
    .systemLibrary(name: "CLinux"),

    // What a cell imports.
    module("Engine", ["CBLAS"]),
    module("Charts"),
    module("Records", ["Charts"]),
    module("Notebook", ["Engine", "Records", "Charts"]),

    // The stages of a build, in order.
    module("Lessons", ["CCmark", yams]),
    module("Laboratory", ["Lessons", "Records", subprocess, system]),
    module("Markup"),
    module("Drawing", ["Charts", "Markup"], resources: [.embedInCode("drawing.css")]),
    module("Hashing", ["CCrypto"]),
    module(
      "Typesetting", ["CDuktape", "Hashing", "Markup"],
      resources: [.embedInCode("Formulas/formulas.js"), .embedInCode("Listings/listings.js")]),
    module(
      "Pages", ["Lessons", "Records", "Charts", "Drawing", "Markup", "Typesetting"],
      resources: [.embedInCode("page.css")]),
    .executableTarget(
      name: "gradus",
      dependencies: [
        "CLinux", "Lessons", "Laboratory", "Records", "Typesetting", "Pages", arguments,
      ],
      swiftSettings: rules),

    // What times the engine's training steps.
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Charts", "Drawing", "Engine", "Lessons", "Markup", "Pages", "Typesetting",
      ],
      swiftSettings: rules),

    tests(of: "Engine", resources: [.copy("reference.json"), .copy("record")]),
    tests(of: "Charts"),
    tests(of: "Markup"),
    tests(of: "Drawing", ["Charts", "Markup"], resources: [.copy("Golden")]),
    tests(of: "Hashing"),
    tests(of: "Typesetting", ["Markup"], resources: [.copy("Golden")]),
    tests(of: "Records", ["Charts"]),
    tests(of: "Notebook", ["Records", "Charts"]),
    tests(of: "Lessons", resources: [.copy("format.md")]),
    tests(of: "Laboratory", ["Lessons", "Records", "Charts"]),
    tests(of: "Pages", ["CCmark", "Lessons", "Records", "Charts", "Typesetting"]),
    tests(of: "gradus"),
  ],
  swiftLanguageModes: [.v6]
)
