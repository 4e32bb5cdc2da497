import Diffusion

extension PresetReader {
  /// The pictures of a `distribution`: digits, or a file.
  func pictureSource(_ value: PresetValue) throws(InputError) -> PictureSource {
    if value.node.scalar != nil {
      if try value.member(of: Distribution.self) == .digits { return .digits }
    } else {
      let entries = try value.entries(["pictures", "width", "name"])
      if let file = entries["pictures"] { return .given(try pictures(file, entries).pictures) }
      if let name = entries["name"], try name.member(of: Distribution.self) == .digits {
        return .digits
      }
    }
    throw value.error(
      "latent is of pictures: distribution must be digits, or such as {pictures: my.csv, width: 8}")
  }

  /// Pictures of a file in the plane of their first two principal components.
  func picturePoints(
    _ value: PresetValue, _ entries: [String: PresetValue]
  ) throws(InputError) -> DistributionSpecification {
    let (pictures, path) = try pictures(value, entries)
    let plane = PrincipalPlane(of: pictures.pictures.map(\.pixels))
    var form = PointForm()
    form.pictureWidth = pictures.shape.width
    return .points(
      pictures.pictures.map { plane.point(of: $0.pixels) },
      labels: pictures.pictures.map { pictures.labels[$0.traits[0]] },
      source: PointSource(path, form: form))
  }

  private func pictures(
    _ value: PresetValue, _ entries: [String: PresetValue]
  ) throws(InputError) -> (pictures: GivenPictures, path: String) {
    guard let width = entries["width"] else {
      throw value.error("pictures need their width in pixels, such as {pictures: my.csv, width: 8}")
    }
    let pixels = try width.whole() as Int
    guard PictureShape.sides.contains(pixels) else {
      throw width.error("width must be from 2 to 16 pixels, not \(pixels)")
    }
    let name = try value.text()
    do throws(InputError) {
      let path = try PresetReach(of: file).path(named: name, isOutsideAllowed: isOutsideAllowed)
      return (try PictureFile.read(path, width: pixels), path)
    } catch {
      throw value.error(error)
    }
  }
}

extension PresetValue {
  /// Whether a distribution is one of pictures, as far as its form tells.
  var isOfPictures: Bool {
    let name = node.scalar?.string ?? value(called: "name")?.scalar?.string
    return name == Distribution.digits.id || value(called: "pictures") != nil
  }
}
