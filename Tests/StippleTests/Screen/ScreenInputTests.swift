import Foundation
import Testing

/// Bytes that are no keys, on a real terminal.
extension ScreenTests {
  private static let paste = "quick question\n\u{1B}[Aq\u{3}\u{1A}\u{1C}\n"

  @Test func aPasteIsNoCommandAndThatIsSaid() throws {
    let run = try ScreenRun(columns: 160)
    #expect(run.terminal.screen.privateModes.contains(2004))
    run.terminal.type("\u{1B}[200~\(Self.paste)\u{1B}[201~")
    #expect(run.wait(for: "the paste is dropped"))
    #expect(run.terminal.ending == nil)
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
    #expect(run.isGivenBack)
  }

  @Test func aPasteInALineWaitsForEnter() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type(":\u{1B}[200~time\n0.5\n\u{1B}[201~")
    #expect(run.wait(for: ":time 0.5"))
    #expect(run.header("t") != 0.5)
    run.terminal.type("\r")
    #expect(run.wait { _ in run.header("t") == 0.5 })
  }

  /// Nobody sits before a deaf keyboard without knowing why and what helps.
  @Test func aPasteThatHasLostItsEndIsSaidAndLeft() throws {
    let run = try ScreenRun(columns: 160)
    run.terminal.type("\u{1B}[200~quick q")
    #expect(run.wait(for: "esc three times"))
    for _ in 0..<3 {
      run.terminal.type("\u{1B}")
      _ = run.terminal.wait(atMost: 0.5) { _ in false }
    }
    #expect(run.wait(for: "the paste is dropped"))
    #expect(run.terminal.ending == nil)
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
  }

  /// What is typed while the program is at work is read all at once.
  @Test func aPasteIsLeftAlsoByEscapesThatAreReadTogether() throws {
    let run = try ScreenRun(columns: 160)
    run.terminal.type("\u{1B}[200~quick q")
    #expect(run.wait(for: "esc three times"))
    run.terminal.signal(SIGSTOP)
    run.terminal.type("\u{1B}\u{1B}\u{1B}")
    run.terminal.signal(SIGCONT)
    #expect(run.wait(for: "the paste is dropped"))
    #expect(run.terminal.ending == nil)
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
  }

  /// The shell has got its end, if it has come.
  @Test func aPasteIsOverWhenTheProgramIsSuspended() throws {
    let run = try ScreenRun(columns: 160, through: #"set -m; "$@"; echo halted; read -r line; fg"#)
    run.terminal.type("\u{1B}[200~quick q")
    #expect(run.wait(for: "esc three times"))
    kill(-run.terminal.foreground, SIGTSTP)
    #expect(run.wait(for: "halted"))
    run.terminal.type("\n")
    #expect(run.wait(for: "Small"))
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
  }

  /// The pieces come one by one: what has been read is not told apart by time.
  @Test func sequencesMayComeInPieces() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type("\u{1B}[H")
    #expect(run.wait { _ in run.header("step") == 0 })
    for piece in ["\u{1B}[1;", "2", "C\u{1B}O", "x\u{1B}[<0", ";3;", "3M"] {
      run.terminal.type(piece)
      _ = run.terminal.wait(atMost: 0.2) { _ in false }
    }
    // Of all that ten steps are left; 8 on the keypad looks up.
    #expect(run.header("step") == 10)
    #expect(run.terminal.ending == nil)
  }

  @Test(
    "Replies that nobody asked for, and keys of other terminals, do nothing",
    arguments: [
      "\u{1B}[?62;1;2;4c", "\u{1B}P>|XTerm(379)q\u{1B}\\", "\u{1B}_Gi=1;OKq\u{1B}\\", "\u{1B}q",
      "\u{1B}[24;80R", "\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}[[q", "\u{1B}[M q!",
      "\u{1B}[113;3u", "\u{1B}[113;1:3u",
    ])
  func replies(_ text: String) throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    let header = run.terminal.screen.lines[0]
    run.terminal.type(text)
    // A key that everybody knows comes behind, and is the first thing that is seen.
    run.terminal.type("?")
    #expect(run.wait(for: "turn round: noising or denoising"))
    run.terminal.type("?")
    #expect(run.waitUntilGone("turn round: noising or denoising"))
    #expect(run.wait { $0.lines[0] == header && $0.text.contains("╭ particle") })
    #expect(!run.text.contains("!") && run.terminal.ending == nil)
  }

  /// From afar, where answers may take half a second.
  private static let remote = ["SSH_TTY": "/dev/pts/0"]
  /// What a shell has to read after the program.
  private static let reader = #""$@"; read -r line; echo "<$line>""#

  @Test(
    "Answers that come late, and the rest of a paste, are not left to the shell",
    arguments: [
      ["q", "\u{1B}]11;rgb:0/0/0\u{7}\u{1B}[2;2R\u{1B}P>|XTerm(379)\u{1B}\\"],
      ["q\u{1B}[200~one\n", "two\nq\u{1B}[201~"],
    ])
  func rests(_ pieces: [String]) throws {
    let run = try ScreenRun(environment: Self.remote, through: Self.reader)
    for piece in pieces { run.terminal.type(piece) }
    #expect(run.wait { $0.isGivenBack })
    run.terminal.type("then\n")
    #expect(run.wait(for: "<then>"))
  }

  @Test func aPasteThatIsNotMarkedIsKnownByItsSpeed() throws {
    let run = try ScreenRun(columns: 160, environment: ["TERM": "dvtm-256color"])
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    // What comes while the program is at work could have been typed.
    _ = run.terminal.wait(atMost: 2) { _ in false }
    run.terminal.type("quick question\nq\n")
    #expect(run.wait(for: "the paste is dropped"))
    #expect(run.terminal.ending == nil)
    // Not even what follows an escape, which may go on late, is taken for keys then.
    run.terminal.type("\u{1B}")
    #expect(run.waitUntilGone("the paste is dropped"))
    _ = run.terminal.wait(atMost: 0.3) { _ in false }
    run.terminal.type("[quit]\nq\n")
    #expect(run.wait(for: "the paste is dropped"))
    #expect(run.terminal.ending == nil)
    // Keys are keys there, too.
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
  }

  @Test func keysThatEndAndStopAProgramAreThoseOfTheShell() throws {
    let run = try ScreenRun(through: #"stty intr ^X quit undef; exec "$@""#)
    run.terminal.send([3, 0x1C])
    run.terminal.type("?")
    #expect(run.wait(for: "turn round: noising or denoising"))
    run.terminal.send([0x18])
    #expect(run.ending() == .killed(signal: SIGINT))
    #expect(run.isGivenBack)
  }
}
