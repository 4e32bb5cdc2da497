import Diffusion
import Synchronization

/// A preset as the executable found it: it is read when somebody asks for it, and then ready to be
/// opened, or known with what is wrong with it.
public struct PresetEntry: Sendable, Equatable {
  public typealias Content = Result<Experiment, Fault>

  /// Why a preset cannot be opened, in one line.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    let message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }
  }

  public let name: String
  public let summary: String
  /// The part of the list that it stands in.
  public let group: String
  private let source: Source

  /// A preset whose content is known.
  public init(name: String, summary: String, group: String = "", content: Content) {
    self.name = name
    self.summary = summary
    self.group = group
    source = Source(known: content, isSmall: true) { content }
  }

  /// A preset that has not been read.
  ///
  /// - Parameters:
  ///   - isSmall: whether reading it takes no time anybody would notice.
  public init(
    name: String, summary: String, group: String, isSmall: Bool,
    reading: @escaping @Sendable () -> Content
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    source = Source(known: nil, isSmall: isSmall, read: reading)
  }

  /// What it says, read now unless it has been.
  public var content: Content { source.content }

  /// What it says; nil of a large one that nobody has asked for.
  public var glimpse: Content? { source.isSmall ? content : source.known }

  public static func == (one: Self, other: Self) -> Bool {
    one.name == other.name && one.summary == other.summary && one.glimpse == other.glimpse
  }

  /// The content, once it was read, for all copies of an entry.
  private final class Source: Sendable {
    let isSmall: Bool
    private let read: @Sendable () -> Content
    private let kept: Mutex<Content?>

    init(known: Content?, isSmall: Bool, read: @escaping @Sendable () -> Content) {
      self.isSmall = isSmall
      self.read = read
      kept = Mutex(known)
    }

    var known: Content? { kept.withLock { $0 } }

    var content: Content {
      if let known { return known }
      let content = read()
      kept.withLock { $0 = content }
      return content
    }
  }
}
