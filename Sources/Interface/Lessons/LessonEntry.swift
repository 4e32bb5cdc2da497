/// A lesson as the executable found it: read when somebody asks for it.
public struct LessonEntry: Sendable {
  public let id: String
  public let title: String
  public let summary: String
  /// Reads the lesson; throws what is wrong with it, in a line.
  public let content: @Sendable () throws -> Lesson

  public init(
    id: String, title: String, summary: String, content: @escaping @Sendable () throws -> Lesson
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.content = content
  }
}
