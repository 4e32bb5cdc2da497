import Testing

@testable import TextScreen

@Suite("Mouse reports")
struct InputMouseTests {
  @Test(
    "A report says what, where and with which modifier",
    arguments: [
      ("0;1;1M", Mouse(.press, button: .left, column: 0, row: 0)),
      ("0;10;5m", Mouse(.release, button: .left, column: 9, row: 4)),
      ("2;300;200M", Mouse(.press, button: .right, column: 299, row: 199)),
      ("1;4;4M", Mouse(.press, button: .middle, column: 3, row: 3)),
      ("32;7;8M", Mouse(.drag, button: .left, column: 6, row: 7)),
      ("34;7;8M", Mouse(.drag, button: .right, column: 6, row: 7)),
      ("64;2;3M", Mouse(.wheelUp, button: .none, column: 1, row: 2)),
      ("65;2;3M", Mouse(.wheelDown, button: .none, column: 1, row: 2)),
      ("4;2;2M", Mouse(.press, column: 1, row: 1, shift: true)),
      ("16;2;2M", Mouse(.press, column: 1, row: 1, control: true)),
      ("81;2;3M", Mouse(.wheelDown, button: .none, column: 1, row: 2, control: true)),
    ])
  func meaning(of payload: String, _ expected: Mouse) {
    #expect(Mouse(sgr: payload) == expected)
  }

  @Test(
    "What is malformed or says nothing is dropped",
    arguments: [
      "", "M", "0;1M", "0;1;1", "0;1;1X", "0;0;1M", "-1;1;1M", "0;1;1;1M", "a;b;cM", "0;;1M",
      "0; 1;1M", "99999999999999999999;1;1M", "35;5;5M", "66;1;1M", "128;1;1M", "3;1;1M", "+0;1;1M",
    ])
  func malformed(_ payload: String) { #expect(Mouse(sgr: payload) == nil) }

  @Test func onlyTheEndOfADragMatters() {
    func drag(_ column: Int, _ button: Mouse.Button = .left) -> InputEvent {
      .mouse(Mouse(.drag, button: button, column: column, row: 0))
    }
    let press = InputEvent.mouse(Mouse(.press, column: 0, row: 0))
    let events = [press, drag(1), drag(2), drag(3), .key(.escape), drag(4), drag(5, .right)]
    #expect(
      events.coalescingDrags == [press, drag(3), .key(.escape), drag(4), drag(5, .right)])
  }
}
