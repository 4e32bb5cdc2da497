/// Pictures of a file, each with one label.
public struct GivenPictures: Codable, Hashable, Sendable {
  /// The file, as it was named.
  public let name: String
  public let shape: PictureShape
  /// The labels there are, in the order in which they first come.
  public let labels: [String]
  /// The pictures; the only trait of each is its label.
  public let pictures: [Picture]
  /// Which of the pictures have each label.
  private let members: [[Int]]

  /// - Parameter labelled: the label and the pixels of every picture, at least one.
  public init(
    name: String, shape: PictureShape, labelled: [(label: String, pixels: [Float])]
  ) {
    self.name = name
    self.shape = shape
    var labels: [String] = []
    var members: [[Int]] = []
    var pictures: [Picture] = []
    for (label, pixels) in labelled {
      let known = labels.firstIndex(of: label) ?? labels.count
      if known == labels.count {
        labels.append(label)
        members.append([])
      }
      members[known].append(pictures.count)
      pictures.append(Picture(pixels: pixels, traits: [known]))
    }
    self.labels = labels
    self.members = members
    self.pictures = pictures
  }

  /// One of the pictures at random.
  ///
  /// - Parameter label: an index into the labels; nil for any.
  func picture(labelled label: Int?, from stream: inout RandomStream) -> Picture {
    guard let label else { return pictures[Int(stream.next() % UInt64(pictures.count))] }
    return pictures[members[label][Int(stream.next() % UInt64(members[label].count))]]
  }
}
