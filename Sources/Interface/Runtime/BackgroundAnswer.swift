import TextScreen

/// What is made of the terminal's answer about its background; nobody asks where the theme was
/// chosen.
public struct BackgroundAnswer {
  let theme: (RGB) -> Theme
  let hint: () -> String?

  /// - Parameters:
  ///   - theme: what suits a background of a colour.
  ///   - hint: what to say where the terminal tells none; nil for nothing.
  public init(theme: @escaping (RGB) -> Theme, hint: @escaping () -> String? = { nil }) {
    (self.theme, self.hint) = (theme, hint)
  }
}
