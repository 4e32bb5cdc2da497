import Testing

/// The program from end to end: the real binary on a pseudo terminal. One at a time, because each
/// trains and draws on cores of its own.
@Suite("The screen in a terminal", .serialized, .enabled(if: PseudoTerminal.stipple != nil))
struct ScreenTests {}
