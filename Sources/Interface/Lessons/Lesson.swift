import Diffusion

/// A lesson: pages that run the program, say what is seen, and ask before they tell.
public struct Lesson: Sendable, Equatable {
  /// Its name on the command line, that of its file.
  public let id: String
  public let title: String
  /// What it teaches, in one line.
  public let summary: String
  public let topics: [String]
  public let pages: [LessonPage]

  public init(id: String, title: String, summary: String, topics: [String], pages: [LessonPage]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.topics = topics
    self.pages = pages
  }

  /// The lesson in a notation, but for pages that have their own; nil leaves it as it is.
  public func speaking(_ notation: Notation?) -> Lesson {
    Lesson(
      id: id, title: title, summary: summary, topics: topics,
      pages: pages.map { $0.speaking(notation) })
  }
}
