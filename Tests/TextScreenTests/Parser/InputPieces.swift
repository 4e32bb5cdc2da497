@testable import TextScreen

/// What terminals really send, to be cut and joined at random.
enum InputPieces {
  /// Keys, moves of the mouse, pastes and replies, whole.
  static let all: [[UInt8]] =
    texts.map { Array($0.utf8) } + [
      [0x1B, 0x5B, 0x4D, 0x20, 0xC8, 0xF0], [0x9B, 0x41], [0x8F, 0x71],
      [0x9D, 0x31, 0x31, 0x3B, 0x9C],
      [0x9B] + "200~q\u{11B}201~q".utf8 + [0x9B] + "201~".utf8,
      [0xE2, 0x80], [0xFF, 0xFE], [0xC3], [0xF0, 0x9F, 0x92], [0x00],
    ]

  private static let texts =
    keys + replies + strings + [
      "\u{1B}[200~quick q\n\u{1B}[A\u{3}q\u{1B}[201~", "\u{1B}[200~\u{1B}[201~", "\u{1B}[201~",
      "\u{9B}200~q\u{9B}201~",
      "\u{1B}[200~a\u{1B}\u{1B}\u{1B}\u{1B}q\u{1B}\u{1B}[201~",
      "\u{1B}[<0;5;7M", "\u{1B}[<0;5;7m", "\u{1B}[<32;105;7M", "\u{1B}[<64;1;1M", "\u{1B}[M !!",
      "\u{1B}[M#q!", "\u{1B}[32;10;20M", "\u{1B}[35;10;20M", "\u{1B}[I", "\u{1B}[O",
    ]

  private static let keys = [
    "\u{1B}", "\u{1B}\u{1B}", "\u{1B}[A", "\u{1B}OA", "\u{1B}[1;5A", "\u{1B}[1;2D", "\u{1B}[1;3C",
    "\u{1B}[1;129B", "\u{1B}[a", "\u{1B}Od", "\u{1B}\u{1B}[A", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~",
    "\u{1B}[3$", "\u{1B}[5^", "\u{1B}[2@", "\u{1B}[24~", "\u{1B}[5;2~", "\u{1B}[Z", "\u{1B}[[A",
    "\u{1B}[[q", "\u{1B}OP", "\u{1B}O2P", "\u{1B}O1;5Q", "\u{1B}Oq", "\u{1B}Oy", "\u{1B}Oj",
    "\u{1B}OM", "\u{1B}[113u", "\u{1B}[113;5u", "\u{1B}[97:65;2u", "\u{1B}[97;1:3u", "\u{1B}[27u",
    "\u{1B}[57400u", "\u{1B}[27;5;113~", "\u{1B}q", "\u{1B} ", "\u{1B}(B", "\u{1B}é", "\u{1B}\t",
    "\u{1B}\r", "a", "Q", " ", "\r", "\t", "\u{7F}", "\u{3}", "é", "界", "\u{1F4A9}", "\u{18}",
    "\u{1A}", "\u{9B}B", "1", ";", "~", "[", "O",
  ]

  private static let replies = [
    "\u{1B}[?62;1;2;4;6;9;15;22c", "\u{1B}[>41;354;0c", "\u{1B}[?1;2c", "\u{1B}[0n",
    "\u{1B}[24;80R",
    "\u{1B}[?24;80;1R", "\u{1B}[?2026;2$y", "\u{1B}[4;2$y", "\u{1B}[8;24;80t", "\u{1B}[?0u",
    "\u{1B}[2 q", "\u{1B}[>q", "\u{1B}[?1;2q", "\u{1B}[1;\rq",
    "\u{1B}[99999999999999999999~", "\u{1B}[\u{E9}M", "\u{1B}[1;\r2A",
    // Kitty's keyboard, xterm's other keys, sizes told unasked, colours that changed, cells, sixels.
    "\u{1B}[?31u", "\u{1B}[>4;2m", "\u{1B}[48;24;80;480;800t", "\u{1B}[?997;1n", "\u{1B}[6;16;8t",
    "\u{1B}[?2;0;800;480S", "\u{1B}[?63;1q", "\u{1B}[1;1;0;5;7;q", "\u{1B}[113;16;113;1;0;1_",
  ]

  private static let strings = [
    "\u{1B}P!|7E565445\u{1B}\\", "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}P1$r0;1mq\u{1B}\\",
    "\u{1B}P1+r436f=323536\u{1B}\\", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}",
    "\u{1B}]10;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\",
    "\u{1B}]11;rgb:zz\u{9C}", "\u{1B}]lquick \u{201C}title\u{201D}\u{1B}\\",
    "\u{1B}_Gi=31;OK\u{1B}\\",
    "\u{1B}_Gq=2;quit\u{1B}\\", "\u{1B}Pq#0;2;0;0;0\u{1B}\\", "\u{1B}]52;c;q\u{7}",
    "\u{1B}P0+r717569743B\u{1B}\\", "\u{1B}P1$r q\u{1B}\\", "\u{1B}P@kitty-cmd{\"q\":1}\u{1B}\\",
    "\u{1B}]1337;ReportCellSize=16;q=8\u{1B}\\", "\u{1B}]99;i=q:p=?;q\u{1B}\\",
    "\u{1B}]21;q=?\u{7}",
    "\u{1B}]4;q\u{1B}\\", "\u{1B}^q\u{1B}\u{1B}\u{1B}\u{1B}\\",
    "\u{1B}^q\u{1B}\\", "\u{1B}Xq\u{7}", "\u{1B}]52;c;cXVpdA==\u{18}",
  ]

  /// A few pieces, many of them cut, and now and then bytes that are nothing.
  static func string(using dice: inout Dice) -> [UInt8] {
    (0..<Int.random(in: 1...6, using: &dice)).flatMap { _ -> [UInt8] in
      if Int.random(in: 0..<8, using: &dice) == 0 {
        return (0..<Int.random(in: 1...4, using: &dice)).map { _ in
          UInt8.random(in: 0...255, using: &dice)
        }
      }
      let piece = all.randomElement(using: &dice) ?? []
      let ends = [0, piece.count].map { _ in Int.random(in: 0...piece.count, using: &dice) }
        .sorted()
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: return Array(piece[..<ends[1]])
      case 1: return Array(piece[ends[0]...])
      case 2: return Array(piece[ends[0]..<ends[1]])
      default: return piece
      }
    }
  }

  /// The bytes in pieces, as a slow line brings them.
  static func cut(_ bytes: [UInt8], using dice: inout Dice) -> [ArraySlice<UInt8>] {
    var rest = bytes[...]
    var pieces: [ArraySlice<UInt8>] = []
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...min(8, rest.count), using: &dice))
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }
}
