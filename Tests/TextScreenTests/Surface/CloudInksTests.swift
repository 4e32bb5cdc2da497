import Testing

@testable import TextScreen

/// The loops that draw clouds draw what asking for the ink of one point after the other draws.
@Suite("The inks of clouds")
struct CloudInksTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let inks: CloudInks
    /// What it says of a point.
    let ofPoint: @Sendable (_ index: Int) -> Ink
    let testDescription: String
  }

  private static let count = 204
  private static let labels: [Int] = (0..<count).map { $0 * 7 % 11 - 2 }
  private static let shares: [Double?] = (0..<count).map { (index: Int) -> Double? in
    index % 3 == 0 ? nil : Double(index % 50) / 40 - 0.1
  }

  static let kinds: [Kind] = [
    Kind(inks: .one(.curve), ofPoint: { _ in .curve }, testDescription: "one"),
    Kind(inks: .labels(labels), ofPoint: { .label(labels[$0]) }, testDescription: "labels"),
    Kind(
      inks: .labels(Array(labels.prefix(20))),
      ofPoint: { $0 < 20 ? .label(labels[$0]) : .plain }, testDescription: "labels of some"),
    Kind(inks: .shares(shares, unknown: .dim), ofPoint: inkByShare, testDescription: "shares"),
    Kind(
      inks: .shares([], unknown: .ghost), ofPoint: { _ in .ghost },
      testDescription: "shares of none"),
  ]

  private static func inkByShare(_ index: Int) -> Ink {
    guard let share = shares[index] else { return .dim }
    return .density(share: share)
  }

  /// A scatter over the canvas and beyond it, with places that no canvas shows.
  private static let places: [Place] = {
    var dice = Dice(seed: 5)
    let inside = (0..<200).map { _ in
      Place(Double.random(in: -3...3, using: &dice), Double.random(in: -3...3, using: &dice))
    }
    return inside + [Place(.nan, 0), Place(0, -.infinity), Place(1e300, 1), Place(-1.6, 0)]
  }()

  @Test(
    "A cloud is its places one by one, without what is lost", arguments: Glyphs.Dots.allCases,
    kinds)
  func clouds(of dots: Glyphs.Dots, in kind: Kind) {
    let size = Size(columns: 6, rows: 3)
    for stride in [1, 3] {
      var (cloud, single) = (DotCanvas(size: size, dots: dots), DotCanvas(size: size, dots: dots))
      let scale = Place(Double(cloud.width), -Double(cloud.height)) / 3
      let centre = Place(Double(cloud.width), Double(cloud.height)) / 2
      cloud.plot(
        Self.places, every: stride, middle: [0.1, 0], at: centre, scale: scale, inks: kind.inks)
      for index in Swift.stride(from: 0, to: Self.places.count, by: stride) {
        let dot = centre + (Self.places[index] - [0.1, 0]) * scale
        let isSeen =
          dot.x >= 0 && dot.y >= 0 && dot.x < Double(cloud.width) && dot.y < Double(cloud.height)
        if isSeen { single.plot(at: dot, ink: kind.ofPoint(index)) }
      }
      #expect(cloud.mostHits > 0)
      #expect(cloud.pixels.map(\.mask) == single.pixels.map(\.mask))
      #expect(cloud.pixels.map(\.hits) == single.pixels.map(\.hits))
      #expect(cloud.pixels.map(\.ink) == single.pixels.map(\.ink))
      #expect(cloud.vector.dots.map(\.ink) == single.vector.dots.map(\.ink))
      #expect(cloud.vector.dots.map(\.place) == single.vector.dots.map(\.place))
    }
  }

  @Test("Classes have their colours, and a shape where each is densest")
  func classes() {
    var canvas = DotCanvas(size: Size(columns: 4, rows: 1), dots: .halfBlock)
    for (x, label, hits) in [(0, 1, 1), (1, 1, 3), (2, 5, 2), (3, 5, 1)] {
      for _ in 0..<hits { canvas.plot(x: x, y: 0, ink: .label(label)) }
    }
    var surface = Surface(size: canvas.size)
    surface.write("....", column: 0, row: 0)
    canvas.drawClasses(onto: &surface, in: surface.bounds)
    let (one, five) = (surface.glyphs.marker(ofLabel: 1), surface.glyphs.marker(ofLabel: 5))
    #expect(surface.plainText == "▀\(one)\(five)▀")
    #expect((0..<4).map { surface[$0, 0].ink.labelIndex } == [1, 1, 5, 5])
    #expect(surface[1, 0].attributes == [.bold, .reverse])

    var plain = Surface(size: canvas.size, glyphs: .ascii)
    canvas.drawClasses(onto: &plain, in: plain.bounds)
    let shapes = [1, 1, 5, 5].map { plain.glyphs.marker(ofLabel: $0) }
    #expect(plain.plainText.unicodeScalars.elementsEqual(shapes), "every cell has a shape")
  }

  @Test("Only inks of classes have an index")
  func labels() {
    for label in 0..<Ink.labelCount { #expect(Ink.label(label).labelIndex == label) }
    #expect(Ink.label(-1).labelIndex == Ink.labelCount - 1)
    #expect([Ink.plain, .density(7), .strength(5), .trail(0)].allSatisfy { $0.labelIndex == nil })
  }

  @Test("Lit cells alone are recoloured, and drawn in an ink by cell")
  func byCell() {
    var canvas = DotCanvas(size: Size(columns: 3, rows: 2), dots: .braille)
    canvas.plot(x: 2, y: 0, ink: .curve)
    canvas.plot(x: 0, y: 5, ink: .curve)
    var asked: [Int] = []
    canvas.recolour { cell in
      asked.append(cell)
      return .label(cell)
    }
    #expect(asked == [1, 3])
    #expect(canvas.pixels.map(\.ink) == [.plain, .label(1), .plain, .label(3), .plain, .plain])
    var surface = Surface(size: canvas.size)
    surface.overlay(canvas, in: surface.bounds, inks: (0..<6).map(Ink.density))
    #expect(surface[1, 0].ink == .density(1) && surface[0, 1].ink == .density(3))
    #expect(surface[0, 0] == Surface(size: canvas.size)[0, 0])
  }
}
