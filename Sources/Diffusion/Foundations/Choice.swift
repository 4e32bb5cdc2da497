/// A member of a family the user picks from: a distribution, a schedule, a sampler.
///
/// A member is a plain value listed once in its family's `allCases`. From that list come its name
/// in presets and on the command line, its row in menus and in `stipple list`, and the tests of
/// the laws every member must obey. Two members are equal when their names are.
public protocol Choice: Identifiable, CaseIterable, Codable, Hashable, Sendable, Comparable
where ID == String, AllCases == [Self] {
  /// The name in presets, on the command line and in messages: lower case with dashes.
  var id: String { get }
  /// The name in menus and titles.
  var title: String { get }
  /// One line that says what it is.
  var summary: String { get }
  /// What a member of this family is called in a message, such as `schedule`.
  static var familyName: String { get }
}

extension Choice {
  /// The member called `name`.
  public static func named(_ name: String) throws(UnknownName) -> Self {
    let known = Spelling.known(name, among: allCases.map(\.id))
    guard let member = allCases.first(where: { $0.id == known }) else {
      throw UnknownName(name: name, family: familyName, known: allCases.map(\.id))
    }
    return member
  }

  public static func == (one: Self, other: Self) -> Bool { one.id == other.id }

  /// Members are ordered as their family lists them.
  public static func < (one: Self, other: Self) -> Bool {
    let ids = allCases.map(\.id)
    return (ids.firstIndex(of: one.id) ?? 0) < (ids.firstIndex(of: other.id) ?? 0)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  public init(from decoder: any Decoder) throws {
    self = try Self.named(decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id)
  }
}

/// A name that no member of a family has, with the nearest one that exists.
public struct UnknownName: Error, CustomStringConvertible, Equatable {
  public let name: String
  public let family: String
  public let known: [String]

  public init(name: String, family: String, known: [String]) {
    self.name = name
    self.family = family
    self.known = known
  }

  public var description: String {
    let problem = "there is no \(family) '\(name.excerpt)'"
    guard let nearest = Spelling.nearest(to: name, among: known) else {
      return "\(problem); known are \(list)"
    }
    return "\(problem); did you mean '\(nearest.excerpt)'?"
  }

  /// What is known, as far as a message has room for it.
  private var list: String {
    var named: [String] = []
    var room = Self.mostListed
    for name in known.lazy.map(\.excerpt) {
      room -= name.unicodeScalars.count + 2
      if room < 0 { break }
      named.append(name)
    }
    let rest = known.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The most scalars of a message that names take.
  private static let mostListed = 190
}
