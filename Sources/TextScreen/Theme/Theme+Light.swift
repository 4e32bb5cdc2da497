extension Theme {
  /// For dark text on a light background.
  ///
  /// Density runs down viridis, so that crowded is dark; the yellows are darkened, because the
  /// originals vanish on white.
  public static let light = Theme(
    id: "light", summary: "For a light background",
    palette: Palette(
      ink: 0x24262B, paper: 0xFDFDFB,
      named: [
        .dim: 0x6C6C6C, .border: 0x9E9E9E, .accent: 0x005FAF, .warning: 0xAF5F00,
        .danger: 0xAF0000, .good: 0x00805A, .cursor: 0xAF5F00, .forward: 0xAF5F00,
        .reverse: 0x005F87, .curve: 0x005FAF, .ghost: 0x8A8A8A,
      ],
      density: [
        0x46A94F, 0x10A266, 0x4A8F82, 0x25858D, 0x3D6A90, 0x205C88, 0x462D7B, 0x440154,
      ],
      cividis: [
        0xB5A560, 0x9C935F, 0x87855F, 0x6F7770, 0x5F5F87, 0x2F4F87, 0x2A3350, 0x00224E,
      ],
      strength: [0xAFAFD7, 0x8787D7, 0x875FAF, 0x87005F, 0x5F0000, 0x000000],
      labels: [
        0xC98B00, 0x2E8FC9, 0x009E73, 0xA89B00, 0x0072B2, 0xD55E00, 0xB8578C, 0x4E4E4E,
      ],
      trails: [
        0x000000, 0xAF005F, 0xAF5F00, 0x005FAF, 0x5F00AF, 0x5F8700, 0x878700, 0xD70000,
      ]))
}
