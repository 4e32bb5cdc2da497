import Diffusion
import Foundation

@testable import stipple

/// A file from somebody who means no good, or who was unlucky; nothing in it harms anything.
struct HostileInput: Sendable, CustomStringConvertible {
  static let corpus =
    presets + tables + arrays + pictures + weights + teaching + records

  let kind: FileKind
  let bytes: [UInt8]
  /// What its answer says, after the place.
  let answer: String

  init(_ kind: FileKind, _ bytes: [UInt8], _ answer: String) {
    self.kind = kind
    self.bytes = bytes
    self.answer = answer
  }

  init(_ kind: FileKind, _ text: String, _ answer: String) {
    self.init(kind, Array(text.utf8), answer)
  }

  var description: String {
    "\(kind) \(String(decoding: bytes.prefix(40), as: UTF8.self).debugDescription): \(answer)"
  }

  /// What the program answers when it reads the file, in a folder; nil where it takes it.
  func reply(in folder: String) throws -> Refusal? {
    let path = "\(folder)/\(kind.fileName)"
    try Data(bytes).write(to: URL(filePath: path))
    return try Refusal { try kind.read(path) }
  }
}
