/// The colours that density is shown in, from sparse to crowded: two ramps that climb evenly in
/// lightness and are read alike by all eyes.
public enum DensityRamp: String, Sendable, Hashable, CaseIterable {
  /// From blue over green to yellow.
  case viridis
  /// From blue over grey to yellow, made so that colour-blind eyes see the same picture.
  case cividis
}
