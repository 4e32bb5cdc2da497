import Diffusion
import TextScreen

/// The plane of a variational auto-encoder: the normal latents that samples come from, and the data.
struct VAEPlane: AtOncePlane {}
