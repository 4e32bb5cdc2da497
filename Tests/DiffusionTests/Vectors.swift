import Foundation
import Testing

@testable import Diffusion

/// Reference values computed by independent libraries, which the engine is held against.
///
/// The full set is looked for where the environment variable `STIPPLE_VECTORS` says, else at
/// `../shared/vectors` beside the package or any folder above it. Files found in neither come
/// from the subset kept in `Resources/vectors`; a test whose file is in neither is skipped and
/// says so.
enum Vectors {
  /// The folder of the full set, where there is one.
  static let fullSet: URL? = {
    let named = ProcessInfo.processInfo.environment["STIPPLE_VECTORS"]
    let candidates = named.map { [URL(filePath: $0)] } ?? neighbours
    return candidates.first { isFile($0.appending(path: "inputs/noise64.csv")) }
  }()

  /// The folder of the subset that is part of the repository.
  static let subset = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "Resources/vectors")

  /// Where a reference file is, or nil where neither set has it.
  static func location(of path: String) -> URL? {
    [fullSet, subset].compactMap { $0?.appending(path: path) }.first(where: isFile)
  }

  /// A CSV file.
  static func table(_ path: String) throws -> Table {
    try Table(csv: String(decoding: contents(of: path), as: UTF8.self), name: path)
  }

  /// A JSON file; `inf`, `-inf` and `nan` may stand as strings.
  static func json<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: contents(of: path))
  }

  /// A mixture of the folder `inputs`, such as `ring8`.
  static func mixture(_ name: String) throws -> GaussianMixture {
    struct File: Decodable {
      let weights: [Double]
      let means: [Point]
      let covariances: [[Point]]
      let labels: [Int]?
    }
    let file = try json("inputs/mixture_\(name).json", as: File.self)
    return try GaussianMixture(
      components: file.weights.indices.map { k in
        let rows = file.covariances[k]
        return GaussianMixture.Component(
          weight: file.weights[k], mean: file.means[k],
          covariance: Covariance(xx: rows[0].x, xy: rows[0].y, yy: rows[1].y),
          label: "\(file.labels?[k] ?? k)")
      })
  }

  private static var neighbours: [URL] {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    var found: [URL] = []
    while folder.path(percentEncoded: false) != "/" {
      found.append(folder.appending(path: "shared/vectors"))
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
    return found
  }

  private static func isFile(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
  }

  private static func contents(of path: String) throws -> Data {
    guard let url = location(of: path) else { throw Missing(path: path) }
    return try Data(contentsOf: url)
  }

  /// A reference file that is nowhere.
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "no reference file \(path); \(Vectors.advice)" }
  }

  static let advice = "set STIPPLE_VECTORS to the folder of the full set of reference vectors"
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, with the reason, unless all these reference files are at hand.
  static func vectors(_ paths: String...) -> Self {
    let missing = paths.filter { Vectors.location(of: $0) == nil }
    return .enabled(
      if: missing.isEmpty,
      "no reference file \(missing.joined(separator: ", ")); \(Vectors.advice)")
  }
}
