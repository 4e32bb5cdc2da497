import Foundation
import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

@Suite("Pictures of shapes")
struct VectorPictureTests {
  private func svg(
    _ state: AppState, _ part: PicturePart? = nil, millimetres: Double? = nil
  ) -> String {
    var options = PictureOptions()
    options.part = part
    options.isVector = true
    options.millimetres = millimetres
    return PictureFormat.svg.picture(
      of: state, glyphs: .braille, theme: .light, options: options)
  }

  /// The centres of the small circles, without the margin of the picture.
  private func circles(in svg: String) -> [Point] {
    svg.matches(of: /<circle cx="([0-9.-]+)" cy="([0-9.-]+)" r="1.4"/).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2) else { return nil }
      return Point(x, y)
    }
  }

  @Test("Every particle that is seen has a circle at its true place", arguments: [0, 7, 15])
  func points(step: Int) throws {
    let schedule = ScheduleSpecification(timesteps: 20, beta: .init(0.005, 0.6))
    let state = try PanelsFixture.reverse(PanelsFixture.experiment(schedule), step: step)
    let room = Rect(state.size).inset(by: 1)
    let projection = PlaneSpace(state, room: room).projection(dots: VectorShape.cell)
    let corner = Point(Double(room.x) * 8, Double(room.y) * 16)
    let (width, height) = (Double(room.width * 8), Double(room.height * 16))
    let wanted = state.frame.points.map(projection.dot).filter {
      $0.x >= 0 && $0.y >= 0 && $0.x < width && $0.y < height
    }
    let found = circles(in: svg(state, .plane))
    #expect(found.count == wanted.count && found.count > 40)
    for place in wanted {
      #expect(found.contains { ($0 - corner - place).length < 0.0071 })
    }
  }

  @Test("The curve of the schedule is one path through its values, its handles are on it")
  func curve() throws {
    var state = try PanelsFixture.state()
    state.view.showsGhosts = false
    let picture = svg(state, .schedule)
    let paths = picture.matches(of: /<path fill="none" [^>]* d="M([^"]*)"/)
    #expect(paths.count == 1)
    let places = try #require(paths.first).1.split(separator: "L")
    #expect(places.count > 100)
    #expect(!picture.contains("stroke-dasharray=\".01"), "no dots of Braille")
    #expect(picture.matches(of: /<circle [^>]* r="3.5"/).count == 2)
  }

  @Test(
    "A picture has the width that is asked for, and parts fill it", arguments: PicturePart.allCases)
  func parts(part: PicturePart) throws {
    let state = try PanelsFixture.reverse(PanelsFixture.experiment(), step: 30)
    let picture = svg(state, part, millimetres: 85)
    #expect(picture.contains("width=\"85.0mm\""))
    let surface = ScreenPicture.draw(state: state, glyphs: .braille, part: part)
    #expect(surface.plainText.hasPrefix("╭"))
    #expect(surface[surface.size.columns - 1, surface.size.rows - 1].unicodeScalar == "╯")
    #expect(!surface.plainText.contains("space pause"))
  }

  @Test("The title of a picture tells what a terminal would obey by its number")
  func title() throws {
    var experiment = PanelsFixture.experiment()
    experiment.title = "a\u{1B}]0;b\u{202E}"
    let picture = svg(try PanelsFixture.reverse(experiment, step: 0))
    #expect(picture.contains("<title>Stipple: a[U+001B]]0;b[U+202E]</title>"))
  }

  @Test("The film has one kind of dots in every moment")
  func film() throws {
    var experiment = PanelsFixture.experiment()
    experiment.particles = 3000
    experiment.sampler.steps = 8
    var state = try PanelsFixture.reverse(experiment, step: 8)
    _ = state.update(.plane(.toggleFilm))
    let surface = ScreenPicture.draw(state: state, glyphs: .braille, part: .film)
    let blocks = surface.cells.count {
      ["▀", "▄"].contains($0.unicodeScalar) || $0.unicodeScalar == " " && $0.paper != .plain
    }
    let dots = surface.cells.count { (0x2801...0x28FF).contains($0.scalar) }
    #expect(blocks == 0 && dots > 500)
  }
}
