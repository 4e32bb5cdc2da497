/// What stands around the schedule.
extension SchedulePanel {
  static let words: [PanelWord] = [
    PanelWord(
      "variance", or: ["best", "learning"],
      "how much the bound's estimate varies along this schedule, the learned one and the best, in nats²"
    ),
    PanelWord(
      "learned", "the schedule with the same ends that a monotone network learns, dotted"),
    PanelWord(
      "now",
      "the curve's value at the level on the screen"),
    PanelWord(
      "noise end",
      or: ["nearly noise", "not yet noise", "not noise"],
      """
      what is left of the data at the last level: the bar is the share of noise in the \
      variance there, and the number what the schedule ends at; sampling starts from pure \
      noise, so little may be left
      """),
    PanelWord(
      "T",
      "how many noising steps the schedule has"),
    PanelWord(
      "data",
      "the left end of an axis of levels: no noise"),
    PanelWord(
      "noise",
      "the right end of an axis of levels: pure noise"),
    PanelWord(
      "told here",
      "how many bits a point at this level tells of the mode it belongs to"),
    PanelWord(
      "of bits",
      "how many bits it takes to say which mode a particle belongs to"),
    PanelWord(
      "modes decided",
      "the share of particles that have settled for a mode by now, in percent"),
    PanelWord(
      "columns: % there",
      """
      the height of a column is the share of particles that settle for a mode there, in \
      percent
      """),
    PanelWord(
      "log axis",
      "equal factors are equally far apart on the upright axis"),
  ]
}
