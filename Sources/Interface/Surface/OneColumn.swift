extension Unicode.Scalar {
  /// Terminals agree that this scalar takes exactly one column.
  ///
  /// Swift does not carry the East Asian Width property, so the wide blocks are listed; emoji
  /// that are pictures by default are wide as well. Private use is refused because its width
  /// depends on the font.
  var isOneColumn: Bool {
    switch value {
    case 0x20...0x7E, 0x2500...0x25FC, 0x2800...0x28FF: true
    case 0..<0x20, 0x7F...0x9F: false
    case 0xA0...0x2FF where value != 0xAD: true
    default: isOneColumnByProperty
    }
  }

  private var isOneColumnByProperty: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      return false
    default:
      return !properties.isEmojiPresentation && !Self.wide.contains { $0.contains(value) }
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x11FF, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F100...0x1F2FF, 0x1F300...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}
