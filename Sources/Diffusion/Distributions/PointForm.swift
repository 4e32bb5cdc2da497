/// What somebody says about the form of a file of points; what is nil is found out from the file.
public struct PointForm: Codable, Hashable, Sendable {
  /// The name of the column that holds x, or its number from 1.
  public var x: String?
  public var y: String?
  /// The column that names the class of each point.
  public var label: String?
  /// What stands between fields: one character, `tab` or `blank`.
  public var separator: String?
  /// The decimal mark, `.` or `,`.
  public var decimal: String?
  /// Whether the first row names the columns.
  public var hasHeader: Bool?

  /// Where rows are pictures that become points: how many pixels these are wide.
  public var pictureWidth: Int?

  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool { self == PointForm() }

  /// Whether a column is named.
  public var namesColumns: Bool { x != nil || y != nil || label != nil }
}

/// Where points come from: a file as it was named, with its form, or a list.
public struct PointSource: Codable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The file, or what stands for it in messages.
  public let name: String
  /// What the user said about the file's form.
  public let form: PointForm
  /// What else was found in the file and is not plain `x,y` or `x,y,label`; nil where nothing is.
  public let remark: String?

  public init(_ name: String, form: PointForm = PointForm(), remark: String? = nil) {
    self.name = name
    self.form = form
    self.remark = remark
  }

  public init(stringLiteral name: String) { self.init(name) }

  public var description: String { name }
}
