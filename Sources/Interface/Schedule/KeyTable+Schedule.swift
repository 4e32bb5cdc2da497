import TextScreen

extension KeyTable {
  /// What bends a schedule, some of it only while its panel has the focus.
  static let schedule: [KeyBinding] = [
    KeyBinding(
      [.character("c")], .schedule,
      "curve: beta, alpha-bar, log-SNR, variance, SDE",
      .schedule(.cycleCurve)),
    KeyBinding(
      [.character("G")], .schedule, "other schedules behind the curve", .schedule(.toggleGhosts)),
    KeyBinding(
      [.character("#")], .schedule, "control points at round numbers", .schedule(.toggleSnapping)),
    KeyBinding(
      [.character("b")], .schedule,
      "take the next control point, the next label's prior, or the axes in the other order",
      brief: "bend", .schedule(.selectHandle(offset: 1))),
    KeyBinding(
      [.up], .schedule, "in the schedule panel: beta up a tenth", brief: "beta",
      together: "beta up, down a tenth",
      .schedule(.nudgeHandle(time: 0, value: 1)), in: .panel(.schedule)),
    KeyBinding(
      [.down], .schedule, "in the schedule panel: beta down a tenth",
      together: "beta up, down a tenth",
      .schedule(.nudgeHandle(time: 0, value: -1)), in: .panel(.schedule)),
    KeyBinding(
      [.right], .schedule, "in the schedule panel: control point later", brief: "time",
      together: "control point later, earlier",
      .schedule(.nudgeHandle(time: 1, value: 0)), in: .panel(.schedule)),
    KeyBinding(
      [.left], .schedule, "in the schedule panel: control point earlier",
      together: "control point later, earlier",
      .schedule(.nudgeHandle(time: -1, value: 0)), in: .panel(.schedule)),
    KeyBinding(
      [.enter], .schedule, "in the schedule panel: type its numbers", brief: "type",
      .schedule(.typeHandle),
      in: .panel(.schedule)),
    KeyBinding(
      [.character("+"), .insert], .schedule,
      "in the schedule panel: add a control point",
      brief: "add point", .schedule(.addHandle), in: .panel(.schedule)),
    KeyBinding(
      [.character("-"), .delete], .schedule, "in the schedule panel: delete the control point",
      brief: "delete", .schedule(.deleteHandle), in: .panel(.schedule)),
  ]
}
