import Diffusion

extension Picker.Kind {
  /// What the network predicts.
  public static let network = Picker.Kind(
    id: "network", title: "network predicts", rows: { _ in Picker.rows(Parameterization.allCases) },
    currentID: { $0.experiment.model.network.predicts.id },
    choose: edit { $0.model.network.predicts = try Parameterization.named($1) })
}
