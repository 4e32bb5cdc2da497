import Diffusion
import Testing
import TextScreen

@testable import Interface

/// Pages that are on their way to the screen, and the figures of them.
extension LessonScreenTests {
  @Test("enter pressed again before a page is there neither asks nor passes an answer")
  func hurry() throws {
    var state = try Self.player().state
    func phases(after actions: [LessonAction]) -> [LessonState.Phase?] {
      actions.map { action in
        _ = state.update(.lesson(action))
        return state.lesson?.phase
      }
    }
    #expect(phases(after: [.on, .on, .on]) == [.reading, .reading, .reading])
    #expect(state.lesson?.index == 1 && state.lesson?.isArriving == true)
    var player = try Self.player()
    player.press("enter", "enter")
    state = player.state
    #expect(phases(after: [.choose(1), .on, .on]) == [.shown, .shown, .shown])
    #expect(state.lesson?.index == 1)
  }

  @Test("a page that was played elsewhere asks for the figures of its samples on the screen itself")
  func figuresOfArrival() throws {
    var state = try Self.player().state
    func measurements(_ effects: [Effect]) -> Int {
      effects.count { if case .measure = $0 { true } else { false } }
    }
    for index in [2, 0, 1, 0] {
      for case .play(let request) in state.update(.lesson(.page(index))) {
        _ = state.update(.lesson(.arrived(request.performed())))
      }
      #expect(state.lesson?.isArriving == false)
      // An answer that nobody works for would be waited for until the page is left.
      #expect(measurements(state.update(.time(.tick(seconds: 0.03, work: .max)))) == 1)
    }
  }

  @Test("the screen stays awake for a page that is on its way and for its figures, and no longer")
  func awake() throws {
    var player = try Self.player()
    player.wait(1)
    var state = player.state
    #expect(!state.isLessonAwaited)
    let effects = state.update(.lesson(.page(0)))
    #expect(state.isLessonAwaited && state.isMoving)
    for case .play(let request) in effects {
      _ = state.update(.lesson(.arrived(request.performed())))
    }
    #expect(state.lesson?.isArriving == false)
    #expect(state.isLessonAwaited && state.isMoving, "the figures are still to be measured")
  }
}
