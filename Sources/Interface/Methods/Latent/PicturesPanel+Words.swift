/// What is said of pictures.
extension PicturesPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "prompt", "what is asked for: words that hold, and after 'not' one that does not"),
    PanelWord(
      "weight", "how strongly the prompt is followed: 1 is its own model, 0 is no prompt"),
    PanelWord(
      "words as numbers",
      "the prompt as the text encoder embeds it, a cell for every number"),
    PanelWord(
      "cascade",
      "the first samples twice as large, by a second diffusion that is told the small ones with noise"
    ),
    PanelWord(
      "noise", "how much noise is on what the cascade is told; the more, the more it makes up"),
    PanelWord(
      "who looks at whom, two heads",
      "how much each word of the prompt looks at each other one on its way into the embedding"),
  ]
}
