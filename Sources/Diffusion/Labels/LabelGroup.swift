/// A word that covers several labels of a distribution, such as `eyes` for the left and the right one.
public struct LabelGroup: Codable, Sendable, Hashable {
  public let name: String
  /// The labels it covers.
  public let labels: [String]

  public init(_ name: String, covers labels: [String]) {
    self.name = name
    self.labels = labels
  }
}

extension GaussianMixture {
  /// The same mixture with further words for its labels.
  func adding(_ groups: [LabelGroup]) throws -> GaussianMixture {
    if groups.isEmpty { return self }
    for group in groups {
      if group.labels.isEmpty { throw LabelGroupError.coversNothing(group.name) }
      if labels.contains(group.name) { throw LabelGroupError.isALabel(group.name) }
      for label in group.labels where !labels.contains(label) {
        throw LabelGroupError.unknownLabel(
          UnknownName(name: label, family: "label", known: labels), of: group.name)
      }
    }
    let kept = self.groups.filter { own in !groups.contains { $0.name == own.name } }
    return try GaussianMixture(components: components, groups: kept + groups)
  }
}

/// Why a word cannot stand for labels.
enum LabelGroupError: Error, CustomStringConvertible, Equatable {
  case coversNothing(String)
  case isALabel(String)
  case unknownLabel(UnknownName, of: String)

  /// The word.
  var group: String {
    switch self {
    case .coversNothing(let name), .isALabel(let name), .unknownLabel(_, let name): name
    }
  }

  var description: String {
    switch self {
    case .coversNothing(let name): "the word '\(name)' must cover at least one label"
    case .isALabel(let name): "'\(name)' is a label already; a word for several needs another name"
    case .unknownLabel(let error, let name): "the word '\(name)': \(error)"
    }
  }
}
