// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Warnings are errors where the environment says CI, and only there: a newer compiler with a new
// warning must not break the first command of somebody who just wants to see the program.
let environment = ProcessInfo.processInfo.environment
let isCI = environment["CI"] != nil

// The commit for `--version`, told by whoever packages the program. A build asks nobody: git need not
// be there, and the package manager keeps what its own question to git was once answered.
let commit = (environment["STIPPLE_COMMIT"] ?? "").filter {
  $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
}

// Debug builds compile a module in as many parts as there are processors, and not in parts of 25 files:
// every part expands all macros of its module and reads all of its files anew.
let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-driver-batch-size-limit", "1000"], .when(configuration: .debug)),
  ]
  + (isCI ? [.treatAllWarnings(as: .error)] : [])

// The engine is optimized in debug builds too: without it the tests, which train networks and run
// samplers, take four times as long, and nine times without that of its C kernels. What the language checks
// is checked all the same.
let optimizedKernels: [CSetting] = [.unsafeFlags(["-O2"], .when(configuration: .debug))]
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "stipple",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "stipple", targets: ["stipple"]),
    .library(name: "Diffusion", targets: ["Diffusion"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // MARK: - The engine
    .target(name: "CKernels", cSettings: optimizedKernels),
    .target(
      name: "Diffusion", dependencies: ["CKernels"], swiftSettings: swiftSettings + optimized),

    // MARK: - The front end
    .target(name: "TextScreen", swiftSettings: swiftSettings),
    .target(
      name: "Interface", dependencies: ["Diffusion", "TextScreen"], swiftSettings: swiftSettings),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(
      name: "CursesTerminal", dependencies: ["CNcurses", "TextScreen"],
      swiftSettings: swiftSettings),

    // MARK: - The program
    .target(
      name: "CProgram",
      cSettings: commit.isEmpty ? [] : [.define("STIPPLE_COMMIT", to: "\"\(commit)\"")]),
    .target(name: "CPresets"),
    .executableTarget(
      name: "stipple",
      dependencies: [
        "CPresets", "CProgram", "CursesTerminal", "Diffusion", "Interface", "TextScreen", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),

    // MARK: - Tests
    .testTarget(
      name: "DiffusionTests", dependencies: ["Diffusion"], exclude: ["Resources"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "TextScreenTests", dependencies: ["TextScreen"], swiftSettings: swiftSettings),
    .testTarget(
      name: "InterfaceTests", dependencies: ["Interface", "TextScreen"],
      swiftSettings: swiftSettings),
    .testTarget(name: "StippleTests", dependencies: ["stipple"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6],
  // The first with #embed.
  cLanguageStandard: .gnu2x
)
