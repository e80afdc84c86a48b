// swift-tools-version: 6.2
import Foundation
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func fixtures(_ target: String) -> [String] {
  FileManager.default.fileExists(atPath: Context.packageDirectory + "/Tests/\(target)/Fixtures") ? ["Fixtures"] : []
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  // Fixtures are read by path, beside the tests: no bundle, and a test may list a folder.
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
    exclude: fixtures(name + "Tests"), swiftSettings: strict)
}

let package = Package(
  name: "bloggraph",
  products: [
    .executable(name: "bloggraph", targets: ["bloggraph"]),
    // The standards stand on their own: none of them knows of a blog.
    .library(name: "RDFModel", targets: ["RDFModel"]),
    .library(name: "RDFSyntax", targets: ["RDFSyntax"]),
    .library(name: "JSONLD", targets: ["JSONLD"]),
    .library(name: "SHACL", targets: ["SHACL"]),
    .library(name: "SPARQL", targets: ["SPARQL"]),
    .library(name: "SPARQLClient", targets: ["SPARQLClient"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // System libraries: headers only.
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CRaptor2", pkgConfig: "raptor2", providers: [.apt(["libraptor2-dev"])]),
    // The one that libraptor2 is linked to as well.
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-gnutls-dev"])]),

    // What the program knows as data, in the binary.
    .target(name: "COntologyData"),
    stage("OntologyData", ["COntologyData"]),

    // The standards.
    stage("RDFModel", []),
    stage("RDFSyntax", ["RDFModel", "CRaptor2"]),
    stage("JSONLD", ["RDFModel"]),
    stage("SHACL", ["RDFModel"]),
    stage("SPARQL", ["RDFModel"]),
    .target(name: "CTransfer", dependencies: ["CCurl"]),
    stage("SPARQLClient", ["RDFModel", "SPARQL", "CTransfer"]),

    // The stages, each of which imports earlier ones only.
    stage("Posts", ["CLibxml2", "CCMarkGFM", "CCrypto", yams, toml]),
    stage("Mentions", ["Posts", "OntologyData"]),
    stage("Entities", ["Mentions"]),
    stage("Statements", ["Entities"]),
    stage("KnowledgeGraph", ["Posts", "Mentions", "Entities", "Statements", "RDFModel", "OntologyData"]),
    // The explorer's templates, texts, style and script, in the binary.
    .target(name: "CExplorerData"),
    stage("Explorer", ["KnowledgeGraph", "RDFModel", "CExplorerData", mustache]),
    .target(name: "CFileSystem"),
    // The pack of queries, in the binary.
    .target(name: "CQueryData"),
    stage(
      "Publishing",
      [
        "Posts", "Entities", "Statements", "KnowledgeGraph", "RDFModel", "RDFSyntax", "JSONLD", "SHACL", "OntologyData",
        "CFileSystem", "CQueryData", "SPARQL", "Explorer",
      ]),

    stage("StoreSync", ["Publishing", "KnowledgeGraph", "RDFModel", "RDFSyntax", "SPARQLClient"]),

    // The command line.
    stage(
      "BloggraphCommands",
      [
        "Posts", "Mentions", "Entities", "Statements", "KnowledgeGraph", "Publishing", "RDFModel", "RDFSyntax",
        "JSONLD",
        "SHACL", "SPARQL", "OntologyData", "SPARQLClient", "StoreSync", argumentParser,
      ]),
    .executableTarget(name: "bloggraph", dependencies: ["BloggraphCommands"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests(of: "OntologyData"),
    tests(of: "RDFModel"),
    tests(of: "RDFSyntax", ["RDFModel"]),
    tests(of: "JSONLD", ["RDFModel", "RDFSyntax"]),
    tests(of: "SHACL", ["RDFModel", "RDFSyntax"]),
    tests(of: "SPARQL", ["RDFModel"]),
    tests(of: "SPARQLClient", ["RDFModel"]),
    tests(of: "Posts"),
    tests(of: "Mentions", ["Posts", "OntologyData"]),
    tests(of: "Entities", ["Mentions", "Posts"]),
    tests(of: "Statements", ["Entities", "Mentions", "Posts", "OntologyData"]),
    tests(of: "KnowledgeGraph", ["Statements", "Entities", "Posts", "RDFModel", "OntologyData"]),
    tests(of: "Explorer", ["Entities", "KnowledgeGraph", "RDFModel", "Publishing"]),
    tests(
      of: "Publishing",
      [
        "Posts", "Entities", "Statements", "KnowledgeGraph", "RDFModel", "RDFSyntax", "JSONLD", "SHACL", "OntologyData",
        "SPARQL",
      ]),
    tests(of: "StoreSync", ["Publishing", "KnowledgeGraph", "RDFModel", "RDFSyntax", "SPARQLClient"]),
    tests(of: "BloggraphCommands", ["bloggraph", "OntologyData"]),
  ],
  cLanguageStandard: .c2x
)
