import Diffusion
import Yams

/// A value in a preset, with what it is called in messages and where it stands.
struct PresetValue {
  let node: Node
  let file: String
  /// What the value is called in messages: its key, or such as `point 3`.
  let name: String

  init(_ node: Node, file: String, name: String) {
    self.node = node
    self.file = file
    self.name = name
  }

  /// An error about this value, with its place.
  func error(_ message: String) -> InputError {
    InputError(message, file: file, place: node.mark?.place)
  }

  /// An error in what the value names: with this value's place where it has none of its own.
  func error(_ named: InputError) -> InputError {
    named.place == nil ? error(named.descriptionWithin) : named
  }

  /// The entries of a mapping, none of which may have a key other than these.
  func entries(_ known: [String]) throws(InputError) -> [String: PresetValue] {
    guard let mapping = node.mapping else {
      throw error("\(name) must have keys such as '\(known[0])', not be \(kind)")
    }
    var entries: [String: PresetValue] = [:]
    for (key, value) in mapping {
      guard let word = key.scalar?.string else {
        throw PresetValue(key, file: file, name: self.name).error("a key must be a word")
      }
      if word == "<<" {
        throw PresetValue(key, file: file, name: self.name)
          .error("merge keys (<<) are not read; write the keys out")
      }
      guard let name = Spelling.known(word, among: known) else {
        let unknown = UnknownName(name: word, family: "key", known: known)
        throw PresetValue(key, file: file, name: self.name).error("\(unknown)")
      }
      if entries[name] != nil {
        throw PresetValue(key, file: file, name: name)
          .error("the key '\(name)' is given more than once; keep one")
      }
      entries[name] = PresetValue(value, file: file, name: name)
    }
    return entries
  }

  /// The items of a list.
  ///
  /// - Parameter item: what an item is called, such as `point`.
  func items(_ item: String) throws(InputError) -> [PresetValue] {
    guard let sequence = node.sequence else {
      throw error("\(name) must be a list, not \(kind)")
    }
    return sequence.enumerated().map { index, node in
      PresetValue(node, file: file, name: "\(item) \(index + 1)")
    }
  }

  /// The value that a path of keys leads to, or the last one on the way that exists.
  func nearestValue(at path: [String]) -> PresetValue {
    guard let key = path.first, let next = value(called: key) else { return self }
    return PresetValue(next, file: file, name: key).nearestValue(at: Array(path.dropFirst()))
  }

  /// The value of a key, however it is spelled.
  func value(called key: String) -> Node? {
    node.mapping?.first { Spelling.plain($0.key.scalar?.string ?? "") == Spelling.plain(key) }?
      .value
  }

  /// What the value is, for a message about what it should have been.
  var kind: String {
    switch node {
    case .mapping: "a mapping"
    case .sequence(let items): items.count == 1 ? "a list of 1" : "a list of \(items.count)"
    case .alias: "an alias"
    case .scalar(let scalar): isNull ? "empty" : "'\(scalar.string.excerpt)'"
    }
  }

  /// Whether nothing is given.
  var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
