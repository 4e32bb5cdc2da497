import ArgumentParser
import Diffusion

/// Flags that say the form of the files of points that a command reads, where it cannot be told.
struct PointFormOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The columns that are read, by name or by number from 1.",
      valueName: "x=NAME,y=NAME,label=NAME"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "What stands between the fields of a file: a character, tab or blank.", valueName: "mark"),
    transform: PointForm.separator)
  var separator: String?

  @Option(
    help: ArgumentHelp("The decimal mark in a file.", valueName: ".|,"),
    transform: PointForm.decimal)
  var decimal: String?

  @Option(
    help: ArgumentHelp("Whether the first row names the columns.", valueName: "none|first"),
    completion: .list(["none", "first"]), transform: PointForm.header)
  var header: Bool?

  /// The flags as a form.
  var form: PointForm {
    get throws(InputError) {
      var form = PointForm()
      form.separator = separator
      form.decimal = decimal
      form.hasHeader = header
      do throws(InputError) {
        if let columns { try form.setColumns(columns) }
      } catch {
        throw InputError("--columns: \(error.message)")
      }
      return form
    }
  }

  /// Refuses the flags where no file is given that they are about.
  func refuse(unlessGiven names: String, _ isGiven: Bool) throws {
    let form = try form
    if isGiven || form.isEmpty { return }
    throw ValidationError(
      "--columns, --separator, --decimal and --header say how \(names) is read; the points of a"
        + " preset have keys of these names")
  }
}

extension Console {
  /// Points from a file, with a line about how it was read where that is not plain.
  func points(_ path: String, as form: PointForm) throws(InputError) -> PointFile {
    told(try PointFile.read(path, as: form), of: path)
  }

  /// The same for points whose distances will be measured.
  func judgedPoints(_ path: String, as form: PointForm) throws(InputError) -> PointFile {
    told(try PointFile.judged(path, as: form), of: path)
  }

  private func told(_ file: PointFile, of path: String) -> PointFile {
    if let remark = file.remark {
      note("stipple: \(OneLine.text("\(TextFile.name(of: path)): \(remark)"))")
    }
    return file
  }

  /// Says how the files of points were read that an experiment is made of.
  func noteReading(of experiment: Experiment) {
    for source in experiment.pointSources {
      guard let remark = source.remark else { continue }
      note("stipple: \(OneLine.text("\(source.name): \(remark)"))")
    }
  }
}
