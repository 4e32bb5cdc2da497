/// What stands around the chart of quality by steps, in whichever panel it is.
extension ChartPlot {
  static let words: [PanelWord] = [
    PanelWord(
      "seeds",
      or: ["seed"],
      """
      with how many seeds, from the first on, all of the chart is made: places are means, upright \
      lines one standard deviation of a single seed; all samplers of a seed share its noise
      """),
    PanelWord(
      "floor",
      """
      real data against other real data of this size, the mean and the standard deviation of single \
      clouds (the band): what differs by less may be chance
      """),
    PanelWord(
      "draws quality by steps",
      or: ["model calls"],
      "Q draws the distance to the data against the number of model calls, for several samplers"),
  ]
}
