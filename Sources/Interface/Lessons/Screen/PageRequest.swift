import Diffusion
import TextScreen

/// A page of a lesson to be played beside the screen.
public struct PageRequest: Sendable {
  let number: Int
  let page: LessonPage
  let part: PageRehearsal.Part
  let catalogue: Catalogue
  let size: Size

  /// The page as it is played.
  func performed() -> PageArrival {
    do throws(ScriptError) {
      return PageArrival(
        number: number, part: part,
        outcome: .success(
          try PageRehearsal(page, catalogue: catalogue, size: size).going(on: part)))
    } catch {
      return PageArrival(number: number, part: part, outcome: .failure(error))
    }
  }
}

/// A page that was played beside the screen, to be put on it.
public struct PageArrival: Sendable {
  let number: Int
  let part: PageRehearsal.Part
  let outcome: Result<PageRehearsal, ScriptError>
}

/// Figures of a page to be measured beside the screen.
public struct FigureRequest: Sendable {
  let number: Int
  let state: AppState
  let readings: [FigureReading]
  let moment: LessonState.Moment

  init(_ state: AppState, _ lesson: LessonState, moment: LessonState.Moment) {
    number = lesson.number
    self.state = state
    readings = lesson.readings
    self.moment = moment
  }

  /// The figures.
  func performed() -> FigureAnswer {
    FigureAnswer(
      number: number, moment: moment, measured: FigureReading.measured(readings, in: state))
  }
}

/// Figures that were measured beside the screen.
public struct FigureAnswer: Sendable {
  let number: Int
  let moment: LessonState.Moment
  let measured: [FigureReading: Double]
}
