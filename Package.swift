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
  of name: String, _ others: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + others, exclude: exclude,
    resources: resources, swiftSettings: rules)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let http: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let sockets: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")

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
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CBLAS"),
    .systemLibrary(name: "CCmark"),
    .systemLibrary(name: "CCrypto"),
    .target(name: "CCurl"),
    .systemLibrary(name: "CDuktape"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib"),

    // What a cell imports.
    module("Engine", ["CBLAS"]),
    module("Charts"),
    module("Records", ["Charts"]),
    module("Notebook", ["Engine", "Records", "Charts"]),

    // The stages of a build, in order.
    module("Lessons", ["CCmark", yams]),
    module("Symbols"),
    module(
      "Laboratory",
      ["CLinux", "Hashing", "Lessons", "Records", "Sharing", "Symbols", subprocess, system]),
    module("Differences", ["Records", "Charts"]),
    module("Markup"),
    module("Drawing", ["Charts", "Markup"], resources: [.embedInCode("drawing.css")]),
    module("Hashing", ["CCrypto"]),
    module("Sharing", ["CCurl", "Hashing"]),
    module(
      "Typesetting", ["CDuktape", "Hashing", "Markup"],
      resources: [.embedInCode("Formulas/formulas.js"), .embedInCode("Listings/listings.js")]),
    module(
      "Pages",
      [
        "CZlib", "Lessons", "Records", "Charts", "Differences", "Drawing", "Markup", "Symbols",
        "Typesetting",
      ],
      resources: [
        .embedInCode("Words/words.md"), .embedInCode("Styles/frame.css"),
        .embedInCode("Styles/text.css"), .embedInCode("Styles/results.css"),
        .embedInCode("Styles/navigation.css"), .embedInCode("Styles/print.css"),
        .embedInCode("Styles/handbook.css"), .embedInCode("Styles/favicon.svg"),
        .embedInCode("Scripts/element.js"), .embedInCode("Scripts/fonts.js"),
        .embedInCode("Scripts/copy.js"), .embedInCode("Scripts/explore.js"),
        .embedInCode("Scripts/walk.js"), .embedInCode("Scripts/claims.js"),
        .embedInCode("Scripts/marks.js"),
        .embedInCode("Scripts/search.js"),
      ]),
    module("Publishing", ["CLinux", system]),

    // What shows a site while it is written.
    module(
      "Serving", ["Lessons", "Markup", http, sockets],
      resources: [.embedInCode("preview.js"), .embedInCode("preview.css")]),
    .executableTarget(
      name: "gradus",
      dependencies: [
        "Lessons", "Laboratory", "Records", "Differences", "Sharing", "Symbols", "Typesetting",
        "Pages", "Publishing", "Serving", "CLinux", "Hashing", arguments,
      ],
      swiftSettings: rules),

    // What every lesson's program runs under, in C: between fork and exec nothing else is safe.
    .executableTarget(name: "keeper"),

    // What times training steps and builds.
    module("GeneratedCourses", ["Engine"]),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Charts", "Drawing", "Engine", "GeneratedCourses", "Lessons", "Markup", "Pages",
        "Typesetting", arguments,
      ],
      swiftSettings: rules),

    // What breaks the engine on purpose and sees which claims notice.
    .executableTarget(
      name: "mutations", path: "Tests/Mutations", exclude: ["mutations.json"],
      swiftSettings: rules),

    // What looks at every link and file of a site, for the tests.
    .target(name: "SiteWalking", path: "Tests/SiteWalking", swiftSettings: rules),

    // Temporary folders and golden files, for the tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: rules),

    tests(of: "Engine", ["TestSupport"], resources: [.copy("reference.json"), .copy("record")]),
    tests(of: "Charts"),
    tests(of: "Markup"),
    tests(
      of: "Drawing", ["Charts", "Markup", "TestSupport"], exclude: ["gallery"],
      resources: [.copy("Golden")]),
    tests(of: "Hashing"),
    tests(of: "Sharing", ["Hashing"]),
    tests(of: "Typesetting", ["Markup", "TestSupport"], resources: [.copy("Golden")]),
    tests(of: "Records", ["Charts"]),
    tests(of: "Notebook", ["Records", "Charts", "TestSupport"]),
    tests(of: "Differences", ["Lessons", "Records", "Charts"]),
    tests(of: "Lessons", ["TestSupport"], resources: [.copy("format.md")]),
    tests(of: "Symbols"),
    tests(of: "Laboratory", ["Lessons", "Records", "Charts", "Symbols", "TestSupport"]),
    tests(
      of: "Pages",
      [
        "CCmark", "Lessons", "Records", "Charts", "SiteWalking", "Symbols", "TestSupport",
        "Typesetting",
      ]),
    tests(of: "Publishing", ["TestSupport", system]),
    tests(of: "Serving", ["Lessons", "TestSupport"]),
    tests(of: "GeneratedCourses", ["Laboratory", "Lessons", "TestSupport"]),
    tests(
      of: "gradus", ["GeneratedCourses", "Laboratory", "SiteWalking", "TestSupport", yams],
      resources: [.copy("Browser"), .copy("SampleCourse")]),
  ],
  swiftLanguageModes: [.v6]
)
