import Diffusion

extension FileKeeper {
  /// Does what an effect asks of files and of the shell.
  ///
  /// - Parameter picture: makes the text of a picture of the screen.
  /// - Returns: what came of it; nil where the effect asks for nothing of files.
  func answer(to effect: Effect, picture: (PictureFormat) -> String) -> Action? {
    do {
      switch effect {
      case .saveWeights(let weights, let name):
        let path = try saveWeights(weights, name)
        return .sharing(.saved(.weights(path: path, name: name, steps: weights.steps)))
      case .savePreset(let experiment):
        return .sharing(.saved(.preset(path: try savePreset(experiment), experiment)))
      case .savePicture(let format, let name):
        let path = try saveText(picture(format), name, format.ending)
        return .sharing(.saved(.other("the \(format.noun) is", path: path)))
      case .savePoints(let points, let labels, let name):
        return .sharing(
          .saved(.other("the points are", path: try savePoints(points, labels, name))))
      case .saveText(let text, let name, let ending, let noun):
        return .sharing(.saved(.other(noun, path: try saveText(text, name, ending))))
      case .shareLine(let experiment, let script):
        return .sharing(.shared(try commandLine(experiment, script)))
      case .load(let path): return loading(path)
      case .readBoard(let path): return boardReading(path)
      case .startTraining, .pauseTraining, .resumeTraining, .changeTraining, .measure, .simulate,
        .measureFilm, .match, .study, .trainClassifier, .reflow, .redraw, .play, .readFigures,
        .suspend, .repaint, .quit:
        return nil
      }
    } catch {
      return .program(.failed("\(error)"))
    }
  }

  /// The leader board in a file, on its way to the screen, or why it cannot be shown.
  func boardReading(_ path: String) -> Action {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return .sharing(.boardRead(try readBoard(path), title: name))
    } catch {
      return .line(.refused(line: "board \(path)", "\(error)"))
    }
  }

  /// The points of a file, on their way to become the data, or why they cannot.
  func loading(_ path: String) -> Action {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return .sharing(.loaded(try readPoints(path), title: name))
    } catch {
      return .line(.refused(line: "load \(path)", "\(error)"))
    }
  }
}
