import Diffusion
import Testing
import TextScreen

@testable import Interface

/// Every word on a panel is explained.
@Suite struct PanelWordsTests {
  @Test("A sentence explains every word, and says more than the word")
  func sentences() {
    for panel in Panel.all {
      #expect(!panel.words.isEmpty, "\(panel.id)")
      for word in panel.words {
        #expect(word.meaning.count > 15 && word.meaning.count > word.label.count, "\(word.label)")
        #expect(!word.meaning.hasSuffix(".") && !word.meaning.contains("\n"))
      }
      let labels = panel.words.map(\.label)
      #expect(Set(labels).count == labels.count, "\(panel.id)")
    }
  }

  @Test(
    "The words that nobody explained are explained",
    arguments: [
      "told here", "share x", "bends by", "path excess", "only so many samples", "off",
      "calls a sample", "init",
    ])
  func words(label: String) {
    #expect(Panel.all.flatMap(\.words).contains { $0.label == label })
  }

  @Test("Help over a panel begins with its words; over the plane with the keys")
  func helpOfThePanelInFront() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    try player.say("panel samples")
    player.press("?")
    #expect(Self.text(player).contains("Words of the samples panel"))
    #expect(Self.text(player).contains("how many modes of the data"))
    player.press("esc")
    try player.say("panel plane")
    player.press("?")
    #expect(!Self.text(player).contains("Words of the"))
  }

  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  @Test(
    "Quiet words that panels draw are in the table",
    arguments: [
      Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
    ])
  func everyRowIsExplained(size: Size) throws {
    var seen = 0
    for (experiment, panels) in try Self.experiments() {
      var session = OffscreenSession(try AppState(experiment: experiment, size: size))
      session.run(seconds: 0.5)
      for panel in panels {
        // The plane is seen beside it.
        let words = try [Panel.plane, .named(panel)].flatMap(\.words)
        let known = words.flatMap { [$0.label] + $0.others }
        try session.play(Script(play: "panel \(panel); view solo on"))
        let picture = ScreenPicture.draw(state: session.state, glyphs: .braille)
        for phrase in Self.quietPhrases(of: picture) {
          seen += 1
          let isKnown = known.contains {
            " \(phrase) ".contains(" \($0) ") || $0.contains(phrase)
          }
          #expect(isKnown, "\(panel): '\(phrase)'")
        }
      }
    }
    #expect(seen > 30)
  }

  private static func experiments() throws -> [(Experiment, [String])] {
    var learned = Experiment()
    learned.particles = 60
    learned.model.network.hidden = [4]
    learned.training.batch = 8
    var guided = learned
    guided.model.kind = .exact
    guided.guidance = GuidanceSpecification()
    guided.guidance?.label = "north"
    guided.guidance?.weight = 2
    var moved = guided
    moved.guidance = nil
    try moved.arrange(.named("opposite"))
    return [
      (learned, ["training", "samples", "particle"]), (guided, ["samples", "guidance"]),
      (moved, ["labels-kept", "samples", "particle"]),
    ]
  }

  /// The dim runs of two letters and more between the header and the last lines, cut at wide gaps.
  private static func quietPhrases(of picture: Surface) -> [String] {
    (1..<picture.size.rows - 3).flatMap { row -> [String] in
      let letters = (0..<picture.size.columns).map { column -> Character in
        let cell = picture[column, row]
        let scalar = cell.unicodeScalar
        let isWord = scalar.properties.isAlphabetic || " ._%".unicodeScalars.contains(scalar)
        return cell.ink == .dim && isWord && scalar.isASCII ? Character(scalar) : "\t"
      }
      return String(letters).replacing("  ", with: "\t").split(separator: "\t")
        .map { $0.filter { $0 != "." }.trimmed }
        .filter { $0.count > 2 && $0.contains(where: \.isLetter) }
    }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
