/// A screen with a keyboard: where surfaces are shown and events come from.
public protocol Terminal: AnyObject {
  var size: Size { get }

  /// The characters this terminal can show, for new surfaces.
  var glyphs: Glyphs { get }

  /// Makes the screen look like `surface`; a surface of another size is cut or padded.
  func present(_ surface: Surface, theme: Theme)

  /// What happened, waiting at most so many seconds for the first of it; infinity waits for ever.
  func events(waitingAtMost seconds: Double) -> [InputEvent]

  /// Gives the terminal back to the shell and stops the job, as Ctrl-Z does; returns when the
  /// job runs again, with the screen restored.
  func suspend()

  /// Draws everything again at the next `present`, whatever is thought to be on the screen.
  func repaint()

  /// Puts text where other programs can paste it from, where the terminal allows that.
  func copy(_ text: String)

  /// Gives the terminal back for good. Later calls, of any method, do nothing.
  func close()
}
