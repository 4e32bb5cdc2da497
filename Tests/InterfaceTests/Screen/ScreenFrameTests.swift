import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Header, timeline and footer")
struct ScreenFrameTests {
  private func line(
    _ width: Int, glyphs: Glyphs = .ascii, _ draw: (inout Surface, Rect) -> Void
  ) -> String {
    var surface = Surface(size: Size(columns: width, rows: 1), glyphs: glyphs)
    draw(&surface, surface.bounds)
    return surface.plainText
  }

  private func header(_ state: AppState, _ width: Int) -> String {
    line(width) { HeaderLine.draw(state, on: &$0, in: $1) }
  }

  private func footer(_ state: AppState, _ width: Int) -> String {
    line(width) { FooterLine.draw(state, on: &$0, in: $1) }
  }

  private func timeline(_ state: AppState, _ size: Size) -> String {
    let layout = ScreenLayout(size: size, focus: .plane)
    var surface = Surface(size: size, glyphs: .ascii)
    TimelineBar.draw(state, on: &surface, layout: layout)
    return surface.plainText.split(separator: "\n", omittingEmptySubsequences: false)
      .last.map(String.init) ?? ""
  }

  @Test func theHeaderSaysWhereInTimeWeAre() throws {
    var state = try PlaneStates.state()
    #expect(
      header(state, 140) == " stipple  Eight Gaussians" + String(repeating: " ", count: 16)
        + "|| paused   forward: noising ->    step  0/40  t 0.000  alpha-bar 1.00     log-SNR    inf"
        + "  exact")
    _ = state.update(.time(.toggleDirection))
    #expect(header(state, 40) == "    ||  reverse <-  step  0/40  exact")
  }

  @Test("a title that is too long keeps whole words where these say enough")
  func longTitles() throws {
    var experiment = Experiment()
    experiment.title = "Flow matching with optimal transport"
    let state = try AppState(experiment: experiment, size: Size(columns: 180, rows: 40))
    let words = experiment.title.split(separator: " ")
    var kept: Set<Int> = []
    for width in 60...180 {
      let line = header(state, width)
      let title = line.replacing("stipple", with: "").drop { $0 == " " }
      guard title.hasPrefix("Flow matching") else { continue }
      let starts = (1...words.count).map { words.prefix($0).joined(separator: " ") }
      let start = try #require(starts.last { title.hasPrefix($0) })
      let count = start.split(separator: " ").count
      kept.insert(count)
      let rest = title.dropFirst(start.count)
      #expect(rest.hasPrefix(count < words.count ? "~  " : "  "), "\(width): \(line)")
    }
    #expect(kept.contains(words.count) && kept.count > 1)
  }

  @Test func nothingInTheHeaderMovesButDigits() throws {
    var state = try PlaneStates.state()
    let words = ["stipple", "forward", "step", "/40", " t ", "alpha-bar", "log-SNR", "exact"]
    func columns(_ text: String) -> [Int?] {
      words.map { word in
        text.range(of: word).map { text.distance(from: text.startIndex, to: $0.lowerBound) }
      }
    }
    let first = columns(header(state, 150))
    #expect(!first.contains(nil))
    for step in 1...40 {
      _ = state.update(.time(.seek(step: step)))
      #expect(columns(header(state, 150)) == first)
    }
  }

  @Test(
    "The header fills no more than its line", arguments: [0, 1, 2, 7, 30, 40, 80, 100, 120, 200])
  func headerWidths(_ width: Int) throws {
    let state = try PlaneStates.state()
    let text = header(state, width)
    #expect(text.count <= width)
    if width >= 40 {
      #expect(text.contains("forward") && text.contains("step  0/40") && text.contains("exact"))
    }
    if width >= 120 { #expect(text.contains("forward: noising")) }
  }

  @Test(
    "Direction, step and model are said beside the longest title",
    arguments: [40, 60, 80, 100, 120, 200])
  func theModelIsAlwaysSaid(_ width: Int) throws {
    var state = try PlaneStates.state(timesteps: 1000, model: .learned)
    _ = state.update(.training(.toggleTraining))
    for title in ["Moons", "A title that goes on and on for longer than any screen is wide"] {
      var experiment = state.experiment
      experiment.title = title
      _ = state.update(.experiment(.change(experiment)))
      state.training.activity = .running
      let text = header(state, width)
      #expect(text.contains("forward") && text.contains("step    0/1000"))
      #expect(text.contains("exact"))
      if width >= 60 { #expect(text.contains("||") && text.contains(title.prefix(5))) }
      if width >= 80 { #expect(text.contains("training")) }
    }
  }

  @Test func theTimelineHasItsKnobWhereTimeIs() throws {
    var state = try PlaneStates.state()
    let size = Size(columns: 40, rows: 12)
    #expect(timeline(state, size) == "  data O------------------------| noise")
    _ = state.update(.time(.seekTime(0.5)))
    #expect(timeline(state, size) == "  data |============O-----------| noise")
    _ = state.update(.time(.goToEnd))
    #expect(timeline(state, size) == "  data |========================O noise")
  }

  @Test func thePlaceAskedForShowsUntilItIsReached() throws {
    var state = try PlaneStates.state()
    _ = state.update(.time(.toggleDirection))
    _ = state.update(.time(.goToStart))
    _ = state.update(.time(.seekTime(0.5)))
    #expect(timeline(state, Size(columns: 40, rows: 12)).contains("o"))
    for _ in 0..<50 { _ = state.update(.time(.tick(seconds: 0.03, work: 10_000))) }
    let reached = timeline(state, Size(columns: 40, rows: 12))
    #expect(reached == "  data |------------O===========| noise")
  }

  @Test func clickingTheKnobGivesItsTime() {
    let ruler = Rect(x: 7, y: 3, width: 101, height: 1)
    for percent in 0...100 {
      let time = Double(percent) / 100
      let column = TimelineBar.column(ofTime: time, on: ruler)
      #expect(abs(TimelineBar.time(ofColumn: column, on: ruler) - time) < 1e-12)
    }
    #expect(TimelineBar.time(ofColumn: 0, on: ruler) == 0)
    #expect(TimelineBar.time(ofColumn: 400, on: ruler) == 1)
    #expect(TimelineBar.column(ofTime: .nan, on: ruler) == 7)
  }

  @Test("Keys are shown whole or not at all", arguments: 0...130)
  func footerEntries(_ width: Int) throws {
    let state = try PlaneStates.state()
    let entries = FooterLine.entries(state, in: Rect(x: 0, y: 0, width: width, height: 1))
    for (one, next) in zip(entries, entries.dropFirst()) {
      #expect(one.columns.upperBound + 2 <= next.columns.lowerBound)
    }
    #expect(entries.allSatisfy { $0.columns.lowerBound >= 1 && $0.columns.upperBound < width })
    let text = Array(footer(state, width))
    for entry in entries {
      let end = min(entry.columns.upperBound, text.count)
      let shown = String(text[min(entry.columns.lowerBound, end)..<end])
      #expect("\(entry.key) \(entry.brief)".hasPrefix(shown) && shown.count > entry.key.count)
    }
    if width >= 20 { #expect(String(text).hasSuffix("? help")) }
  }

  @Test func aClickOnAKeyFindsIt() throws {
    let state = try PlaneStates.state(Size(columns: 80, rows: 24))
    let layout = ScreenLayout(size: state.size, focus: .plane)
    for entry in FooterLine.entries(state, in: layout.footer) {
      let found = FooterLine.binding(
        atColumn: entry.columns.lowerBound + 1, state: state, layout: layout)
      #expect(found?.title == entry.binding.title)
    }
    #expect(FooterLine.binding(atColumn: 0, state: state, layout: layout) == nil)
  }

  @Test func aNoticeLeavesTheKeysAlone() throws {
    var state = try PlaneStates.state()
    let before = footer(state, 60)
    _ = state.update(.program(.failed("the disk is full")))
    #expect(footer(state, 60) == before)
    let layout = ScreenLayout(size: state.size, focus: .plane)
    let entry = try #require(FooterLine.entries(state, in: layout.footer).first)
    let found = FooterLine.binding(
      atColumn: entry.columns.lowerBound, state: state, layout: layout)
    #expect(found?.title == entry.binding.title)
  }
}
