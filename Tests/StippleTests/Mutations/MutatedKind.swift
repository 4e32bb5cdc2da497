import Diffusion
import Foundation
import Testing

@testable import stipple

/// A kind of file that the program reads: whole files of it, and what reads them.
struct MutatedKind: Sendable, CustomTestStringConvertible {
  let name: String
  /// The ending of a file's name.
  let ending: String
  let kind: FileKind
  /// Of how many mutated files of every kind one is of this: some cost more than others.
  var rarity = 1
  /// Whole files.
  let files: @Sendable () throws -> [[UInt8]]
  /// Makes another file of them.
  var change: @Sendable (inout Mutator, [[UInt8]]) -> [UInt8] = { $0.changed($1, isText: true) }
  /// Does more with the file at a path than its kind says.
  var reading: (@Sendable (_ path: String) throws -> Void)?

  /// Reads the file at a path, and does with what is in it what the program does first.
  func read(_ path: String) throws {
    if let reading { try reading(path) } else { try kind.read(path) }
  }

  var testDescription: String { name }

  static let all: [MutatedKind] =
    texts + pages + arrays + [weights, sessions]

  static func file(_ text: String) -> [UInt8] { Array(text.utf8) }
}

// MARK: - What people write

extension MutatedKind {
  private static let texts: [MutatedKind] = [
    MutatedKind(
      name: "presets", ending: "yaml", kind: .preset,
      files: { ShippedPresets.texts.sorted { $0.key < $1.key }.map(\.value) }),
    MutatedKind(
      name: "lessons", ending: "yaml", kind: .lesson, rarity: 4,
      files: { ShippedLessons.texts.map(\.bytes) }),
    MutatedKind(
      name: "assignments", ending: "yaml", kind: .assignment, rarity: 2,
      files: {
        [file(TinyAssignment.own), file(TinyAssignment.given), file(TinyAssignment.field)]
          + ShippedAssignments.order.compactMap { ShippedAssignments.texts[$0] }
      }),
    MutatedKind(
      name: "scripts", ending: "txt", kind: .script,
      files: {
        [
          file("# A tour\npause\nwait 0.1\ntime 0.5\nset steps 5\nview field exact\n"),
          file("set distribution two-moons\nparticle 3\nstep -1\nundo\nword HI\nwait 0\n"),
        ]
      }),
    MutatedKind(
      name: "grids", ending: "yaml", kind: .grid, rarity: 2,
      files: {
        [
          file("preset: two-moons\ncommand: evaluate\nsampler: {steps: [5, 10]}\nseed: [1, 2]\n"),
          file(
            "command: train\npreset: vae\ntraining:\n  batch: [8, 16]\nflags: {iterations: 5}\n"),
        ]
      }),
  ]
}

// MARK: - What the program writes

extension MutatedKind {
  private static let board = """
    board: 1
    entries:
    - {assignment: tiny, figure: w2, author: Ada, value: 0.5, points: 1, better: lower, settings: 'seed: 1'}
    - {assignment: tiny, figure: w2, author: Bob, value: 1e9, points: 1, better: lower, settings: x}
    """

  private static let pages: [MutatedKind] = [
    MutatedKind(
      name: "boards", ending: "yaml", kind: .board, files: { [file(board)] }),
    MutatedKind(
      name: "sheets", ending: "md", kind: .sheet, rarity: 4,
      files: {
        let folder = try Scratch()
        try TinyAssignment.write(into: folder)
        let path = try TinyAssignment.sheet(
          "{seed: 3, training: {rate: 0.02}}", as: "ada", more: ["--author", "Ada"], in: folder)
        return [[UInt8](try Data(contentsOf: URL(filePath: path)))]
      },
      change: { mutator, files in
        let bytes = mutator.changed(files, isText: true)
        // Without a right check sum nobody looks further.
        guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
        return Array(SheetForgeryTests.mended(text).utf8)
      },
      reading: { path in
        let sheet = try SheetFile(inFile: path)
        let (name, entries) = try Sheet.assignment(in: sheet.record, file: path)
        let tiny = AssignmentReader(file: "tiny.yaml", presets: FileKind.library)
        _ = try Sheet(entries, of: tiny.assignment(from: TinyAssignment.own, id: name))
      }),
    MutatedKind(
      name: "results", ending: "jsonl", kind: .results, rarity: 8,
      files: {
        [
          file(
            """
            {"run":["evaluate","two-moons","--seed","1","--json-line"],"sliced_w2":0.1,"n":5}
            {"run":["evaluate","two-moons","--seed","2","--json-line"],"w":{"a":[1,2,"inf"]}}
            """)
        ]
      }),
  ]
}
