extension Picker.Kind {
  /// What can be given to others.
  public static let sharing = Picker.Kind(
    id: "sharing", title: "share", rows: { _ in Picker.sharing }, choose: say { $0 })
}

extension Picker {
  /// What can be shared, by the commands for it.
  static let sharing = [
    Row(
      id: "share", title: "command line",
      summary: "one line that opens this very screen for anyone who pastes it"),
    Row(id: "save picture svg", title: "picture, SVG", summary: "for slides and papers"),
    Row(
      id: "save picture ansi", title: "picture, coloured text",
      summary: "for a terminal, with cat"),
    Row(id: "save picture text", title: "picture, plain text", summary: "for mail and issues"),
    Row(
      id: "save picture description", title: "description",
      summary: "what the screen shows, in sentences"),
    Row(id: "save points", title: "points", summary: "the cloud as it is now, as CSV"),
    Row(id: "save chart csv", title: "chart (Q), table", summary: "quality by steps, as CSV"),
    Row(id: "save chart svg", title: "chart (Q), SVG", summary: "the same drawn, for papers"),
    Row(id: "save budget csv", title: "error budget (B), table", summary: "its parts, as CSV"),
    Row(id: "save budget svg", title: "error budget (B), SVG", summary: "the same drawn"),
    Row(id: "save curve csv", title: "guidance by weight (Y), table", summary: "as CSV"),
    Row(id: "save curve svg", title: "guidance by weight (Y), SVG", summary: "the same drawn"),
    Row(id: "save preset", title: "preset", summary: "the experiment as YAML"),
    Row(id: "save weights", title: "weights", summary: "the network as safetensors"),
  ]
}
