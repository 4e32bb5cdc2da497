import Foundation
import TextScreen

@testable import stipple

/// What a fuzzer makes: a byte that says of which kind the rest is, and a file of that kind or what a
/// terminal sends.
struct FuzzInput {
  private static let kinds = FileKind.allCases

  /// The kind of the file; nil for what a terminal sends.
  let kind: FileKind?
  let content: [UInt8]

  init(_ kind: FileKind?, _ content: [UInt8]) {
    self.kind = kind
    self.content = content
  }

  /// - Returns: nil where there is not even a kind.
  init?(bytes: [UInt8]) {
    guard let first = bytes.first else { return nil }
    let number = Int(first) % (Self.kinds.count + 1)
    kind = number < Self.kinds.count ? Self.kinds[number] : nil
    content = Array(bytes.dropFirst())
  }

  var bytes: [UInt8] {
    let number = kind.flatMap { Self.kinds.firstIndex(of: $0) } ?? Self.kinds.count
    return [UInt8(number)] + content
  }

  /// What is wrong with how it is taken: a file is read or refused in one line with a place, and what
  /// a terminal sends means the same whole as byte by byte.
  func faults() throws -> [String] {
    guard let kind else { return isTheSameInPieces ? [] : ["cuts change what it means"] }
    let folder = try Scratch()
    let path = folder.file(kind.fileName)
    try Data(content).write(to: URL(filePath: path))
    guard let refusal = try Refusal(of: { try kind.read(path) }) else { return [] }
    let tellsLines = kind.tellsLines && !isArrayOrPacked
    return refusal.faults(tellsLines: tellsLines).map { "\($0): \(refusal.text)" }
  }

  /// What can stand in place of a table, and has no lines.
  private var isArrayOrPacked: Bool {
    if Gzip.isPacked(content) { return true }
    do { return try ArrayFile(content, name: "in") != nil } catch { return true }
  }

  private var isTheSameInPieces: Bool {
    var (whole, slow) = (InputParser(), InputParser())
    return whole.take(content) == content.flatMap { slow.take([$0]) }
  }
}

// MARK: - What to begin with

extension FuzzInput {
  /// Longer ones are tried too seldom for what they cost.
  private static let mostBytes = 16 << 10

  /// Whole files of every kind, hostile ones, and what terminals send.
  static func seeds() throws -> [FuzzInput] {
    let whole = try MutatedKind.all.flatMap { kind in
      try kind.files().map { FuzzInput(kind.kind, $0) }
    }
    let hostile = HostileInput.corpus.map { FuzzInput($0.kind, $0.bytes) }
    var torture = TortureInput(seed: 1)
    let typed = (0..<200).map { _ in FuzzInput(nil, torture.event(columns: 80, rows: 24)) }
    return (whole + hostile + typed).filter { $0.content.count <= mostBytes }
  }
}
