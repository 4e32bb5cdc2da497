/// What is said of distribution functions and their inverses.
extension QuantilePanel {
  static let words: [PanelWord] = [
    PanelWord(
      "x:", or: ["y:"],
      "the uniform number that bounces off the distribution function, and where it lands"),
    PanelWord(
      "y | x =", or: ["x | y =", "y | x:", "x | y:"],
      "the second coordinate by its distribution given the first one, which is known by then"),
    PanelWord(
      "a table of it", or: ["a table", "rows in 10D"],
      """
      100 values of each coordinate: the second is looked up for every value of the first, the third \
      for every pair, and so on without end
      """),
  ]
}
