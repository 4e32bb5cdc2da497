extension Theme {
  /// For eyes and projectors that need more: everything stands out from black by 4.5 to 1 or more,
  /// and what matters is bold besides.
  public static let highContrast = Theme(
    id: "high-contrast", summary: "High contrast on a dark background",
    palette: Palette(
      ink: 0xFFFFFF, paper: 0x000000,
      named: [
        .dim: 0xD0D0D0, .border: 0xAFAFAF, .accent: 0x5FD7FF, .warning: 0xFFD700,
        .danger: 0xFF8787, .good: 0x5FFFAF, .cursor: 0xFFFF00, .forward: 0xFFAF5F,
        .reverse: 0x5FFFFF, .curve: 0x87D7FF, .ghost: 0xAFAFAF,
      ],
      density: [
        0x5F5FFF, 0x5F87FF, 0x00AFD7, 0x00D7AF, 0x5FFF87, 0xAFFF5F, 0xFFFF5F, 0xFFFFFF,
      ],
      cividis: [
        0x5F5FFF, 0x5F87D7, 0x87A0AF, 0xAFAF87, 0xD7D787, 0xFFD75F, 0xFFFF87, 0xFFFFFF,
      ],
      strength: [0x5F5FD7, 0x8787D7, 0xAF87D7, 0xD787AF, 0xFFAF87, 0xFFFFAF],
      labels: [
        0xFFAF00, 0x5FD7FF, 0x00D787, 0xFFFF5F, 0x5F87FF, 0xFF8700, 0xFFAFD7, 0xD0D0D0,
      ],
      trails: [
        0xFFFFFF, 0xFF87AF, 0xFFAF5F, 0x87D7FF, 0xD7AFFF, 0xAFFF87, 0xFFFF87, 0xFF8787,
      ]),
    emphasis: [
      .title: .bold, .accent: .bold, .warning: .bold, .danger: [.bold, .underline],
      .cursor: .bold, .forward: .bold, .reverse: .bold,
    ])
}
