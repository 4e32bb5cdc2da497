extension Unicode.Scalar {
  /// How a terminal moves on over a scalar.
  enum Width: Sendable, Equatable {
    case one
    case two
    /// A mark on the letter before it.
    case mark
    /// Joiners and forms of a letter, which leave no trace of their own.
    case nothing
    /// What terminals obey, disagree about or do not have.
    case unknown
  }

  var width: Width {
    if isOneColumn { return .one }
    switch value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .nothing
    // Tone of skin: the picture without it says as much.
    case 0x1F3FB...0x1F3FF: return .nothing
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    default: return isTwoColumns ? .two : .unknown
    }
  }

  /// Terminals agree that this scalar takes exactly one column.
  ///
  /// Swift does not carry the East Asian Width property, so the wide blocks are listed; emoji
  /// that are pictures by default are wide as well. Private use is refused because its width
  /// depends on the font.
  var isOneColumn: Bool {
    switch value {
    case 0x20...0x7E, 0x2190...0x22FF, 0x2500...0x25FC, 0x2800...0x28FF: true
    case 0..<0x20, 0x7F...0x9F: false
    case 0xA0...0x2FF where value != 0xAD: true
    default: isOneColumnByProperty
    }
  }

  /// Terminals agree that this scalar takes two columns: East Asian Width W or F of Unicode, as far
  /// as it was so for years.
  var isTwoColumns: Bool {
    guard value >= 0x1100 else { return false }
    switch properties.generalCategory {
    case .unassigned, .privateUse, .surrogate, .format, .control, .nonspacingMark,
      .enclosingMark:
      return false
    default: break
    }
    let isFlag = (0x1F1E6...0x1F1FF).contains(value)
    return Self.agreedWide.contains { $0.contains(value) }
      || (properties.isEmojiPresentation && !isFlag)
  }

  /// The same, asked of the properties of Unicode: right for every scalar, and slow.
  var isOneColumnByProperty: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      return false
    default:
      return !properties.isEmojiPresentation && !Self.perhapsWide.contains { $0.contains(value) }
    }
  }

  /// Blocks with wide scalars; some of what is in them is not.
  private static let perhapsWide: [ClosedRange<UInt32>] = [
    0x1100...0x11FF, 0x2E80...0x303F, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F100...0x1F2FF, 0x1F300...0x1FAFF,
    0x20000...0x3FFFD,
  ]

  private static let agreedWide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x20000...0x3FFFD,
  ]
}
