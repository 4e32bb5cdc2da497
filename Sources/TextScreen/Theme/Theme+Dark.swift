extension Theme {
  /// For light text on a dark background.
  ///
  /// Density climbs viridis from where it can be told from black, in steps that stay apart and
  /// keep their order among 256 colours. Classes are the colours of Okabe and Ito, with grey in
  /// the place of their black.
  public static let dark = Theme(
    id: "dark", summary: "For a dark background",
    palette: Palette(
      named: [
        .dim: 0x8A8A8A, .border: 0x626262, .accent: 0x5FAFFF, .warning: 0xFFAF00,
        .danger: 0xFF5F5F, .good: 0x5FD7AF, .cursor: 0xFFD75F, .forward: 0xFF875F,
        .reverse: 0x5FD7D7, .curve: 0x5FAFFF, .ghost: 0x6C6C6C,
      ],
      density: [
        0x3B528B, 0x27808E, 0x25A085, 0x37B578, 0x5EC962, 0xA0D939, 0xD2E21B, 0xFDE725,
      ],
      cividis: [
        0x00458B, 0x3F5F9F, 0x5F7F9F, 0x8A8A80, 0xAFA070, 0xCFB35F, 0xDFCF4F, 0xFFEA45,
      ],
      strength: [0x5F5FAF, 0x875FAF, 0xAF5F87, 0xD7735F, 0xFFAF5F, 0xFFD787],
      labels: [
        0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7, 0x9E9E9E,
      ],
      trails: [
        0xFFFFFF, 0xFF87AF, 0xFFAF5F, 0x87D7FF, 0xD7AFFF, 0xAFFF87, 0xFFFF87, 0xFF5F87,
      ]))
}
