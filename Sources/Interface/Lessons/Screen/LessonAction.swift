import Diffusion

/// What can happen to a lesson on the screen.
public enum LessonAction: Sendable {
  case open(Lesson)
  /// On to the question, the answer, the next page.
  case on
  /// To where one came from.
  case back
  /// To a page, from 0.
  case page(Int)
  case answer([Double])
  /// The number of a choice.
  case choose(Int)
  /// Another point of the curve that is drawn, or another value of it, in twentieths of its range.
  case curve(points: Int, twentieths: Int)
  case hint
  /// Shows the answer or the model answer.
  case show
  case fold
  case close
  case arrived(PageArrival)
  case measured(FigureAnswer)
}

extension LessonAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateLesson(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .open, .arrived, .measured: return nil
    case .on, .back, .page, .answer, .choose, .curve, .hint, .show, .fold, .close: break
    }
    guard let lesson = state.lesson else { return "no lesson is open; ':lesson NAME' opens one" }
    switch self {
    case .hint where lesson.page.hints.isEmpty: return "this page has no hint"
    case .show where lesson.page.goal == nil && lesson.page.prediction == nil:
      return "this page asks nothing"
    case .answer where lesson.page.prediction == nil: return "this page asks for no answer"
    case .page(let index) where !lesson.lesson.pages.indices.contains(index):
      return "pages are numbered from 1 to \(lesson.lesson.pages.count)"
    default: return nil
    }
  }

  var withinBounds: LessonAction {
    switch self {
    case .page(let index): .page(index.bounded)
    case .curve(let points, let twentieths):
      .curve(points: points.bounded, twentieths: twentieths.bounded)
    case .open, .on, .back, .answer, .choose, .hint, .show, .fold, .close, .arrived, .measured:
      self
    }
  }

  var origin: ActionOrigin {
    switch self {
    case .arrived, .measured: .answer
    case .open, .on, .back, .page, .answer, .choose, .curve, .hint, .show, .fold, .close: .person
    }
  }
}
