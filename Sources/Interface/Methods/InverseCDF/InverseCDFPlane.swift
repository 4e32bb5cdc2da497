import Diffusion
import TextScreen

/// The plane of inverse CDF sampling: the unit square that numbers come from, and the data.
struct InverseCDFPlane: AtOncePlane {
  let starts = WorldBox(around: Point(0.5, 0.5), reach: 0.5)
}
