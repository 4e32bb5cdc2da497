import Diffusion

/// What can be said about files and other people.
extension Command {
  static let sharing: [Command] = [
    Command("save weights", "write the network into a file") { _ in [.sharing(.saveWeights)] },
    Command("save preset", "write the experiment into a file") { _ in [.sharing(.savePreset)] },
    Command("save points", "write the cloud into a CSV file") { _ in [.sharing(.savePoints)] },
    Command(
      "save picture", "FORMAT", example: "svg", "write the screen into a file",
      choices: { _ in PictureFormat.allCases.map(\.rawValue) },
      remark: { name, _ in PictureFormat(rawValue: name)?.title }
    ) { value, _ in
      [.sharing(.savePicture(try member(value, of: PictureFormat.self, called: "format")))]
    },
    Command(
      "share", "one line that opens this very screen again",
      instead: "E lists all that can be shared, 'save picture svg' and 'save points' do it"
    ) { _ in [.sharing(.shareLine)] },
    Command("describe", "say in words what the screen shows") { _ in [.sharing(.describe)] },
    Command(
      "load", "FILE", example: "points.csv", "make the points of a CSV file the data",
      growing: { typed, state in state.catalogue.filesBeginning(typed) }
    ) { value, _ in [.sharing(.load(value))] },
    Command(
      "board", "FILE", example: "class.yaml",
      "show the leader board in a file; 'stipple board' adds sheets to it",
      growing: { typed, state in state.catalogue.filesBeginning(typed) }
    ) { value, _ in [.sharing(.board(value))] },
  ]
}
