// The presets by name.

#include "CPresets.h"
#include <stddef.h>

static const struct built_in_file files[] = {
    {"bridge", (const unsigned char[]){
#embed "../../presets/bridge.yaml" suffix(, 0)
    }},
    {"checkerboard", (const unsigned char[]){
#embed "../../presets/checkerboard.yaml" suffix(, 0)
    }},
    {"custom-schedule", (const unsigned char[]){
#embed "../../presets/custom-schedule.yaml" suffix(, 0)
    }},
    {"diffusion-gan", (const unsigned char[]){
#embed "../../presets/diffusion-gan.yaml" suffix(, 0)
    }},
    {"eight-gaussians", (const unsigned char[]){
#embed "../../presets/eight-gaussians.yaml" suffix(, 0)
    }},
    {"energy", (const unsigned char[]){
#embed "../../presets/energy.yaml" suffix(, 0)
    }},
    {"exact-score", (const unsigned char[]){
#embed "../../presets/exact-score.yaml" suffix(, 0)
    }},
    {"flow-map", (const unsigned char[]){
#embed "../../presets/flow-map.yaml" suffix(, 0)
    }},
    {"flow-matching", (const unsigned char[]){
#embed "../../presets/flow-matching.yaml" suffix(, 0)
    }},
    {"frechet-blind-spot", (const unsigned char[]){
#embed "../../presets/frechet-blind-spot.yaml" suffix(, 0)
    }},
    {"gan", (const unsigned char[]){
#embed "../../presets/gan.yaml" suffix(, 0)
    }},
    {"gaussians-to-moons", (const unsigned char[]){
#embed "../../presets/gaussians-to-moons.yaml" suffix(, 0)
    }},
    {"grid-25", (const unsigned char[]){
#embed "../../presets/grid-25.yaml" suffix(, 0)
    }},
    {"hierarchical-vae", (const unsigned char[]){
#embed "../../presets/hierarchical-vae.yaml" suffix(, 0)
    }},
    {"inverse-cdf", (const unsigned char[]){
#embed "../../presets/inverse-cdf.yaml" suffix(, 0)
    }},
    {"latent", (const unsigned char[]){
#embed "../../presets/latent.yaml" suffix(, 0)
    }},
    {"latent-autoregressive", (const unsigned char[]){
#embed "../../presets/latent-autoregressive.yaml" suffix(, 0)
    }},
    {"latent-cascade", (const unsigned char[]){
#embed "../../presets/latent-cascade.yaml" suffix(, 0)
    }},
    {"latent-dall-e", (const unsigned char[]){
#embed "../../presets/latent-dall-e.yaml" suffix(, 0)
    }},
    {"latent-region", (const unsigned char[]){
#embed "../../presets/latent-region.yaml" suffix(, 0)
    }},
    {"learned-schedule", (const unsigned char[]){
#embed "../../presets/learned-schedule.yaml" suffix(, 0)
    }},
    {"learned-variance", (const unsigned char[]){
#embed "../../presets/learned-variance.yaml" suffix(, 0)
    }},
    {"linear-vs-cosine", (const unsigned char[]){
#embed "../../presets/linear-vs-cosine.yaml" suffix(, 0)
    }},
    {"memorization", (const unsigned char[]){
#embed "../../presets/memorization.yaml" suffix(, 0)
    }},
    {"own-gaussians", (const unsigned char[]){
#embed "../../presets/own-gaussians.yaml" suffix(, 0)
    }},
    {"predict-noise", (const unsigned char[]){
#embed "../../presets/predict-noise.yaml" suffix(, 0)
    }},
    {"prior-abstraction", (const unsigned char[]){
#embed "../../presets/prior-abstraction.yaml" suffix(, 0)
    }},
    {"prior-aligned", (const unsigned char[]){
#embed "../../presets/prior-aligned.yaml" suffix(, 0)
    }},
    {"prior-close", (const unsigned char[]){
#embed "../../presets/prior-close.yaml" suffix(, 0)
    }},
    {"prior-line-matched", (const unsigned char[]){
#embed "../../presets/prior-line-matched.yaml" suffix(, 0)
    }},
    {"prior-line-reversed", (const unsigned char[]){
#embed "../../presets/prior-line-reversed.yaml" suffix(, 0)
    }},
    {"prior-opposite", (const unsigned char[]){
#embed "../../presets/prior-opposite.yaml" suffix(, 0)
    }},
    {"prior-opposite-sde", (const unsigned char[]){
#embed "../../presets/prior-opposite-sde.yaml" suffix(, 0)
    }},
    {"prior-rotated", (const unsigned char[]){
#embed "../../presets/prior-rotated.yaml" suffix(, 0)
    }},
    {"prior-standard", (const unsigned char[]){
#embed "../../presets/prior-standard.yaml" suffix(, 0)
    }},
    {"prior-swapped", (const unsigned char[]){
#embed "../../presets/prior-swapped.yaml" suffix(, 0)
    }},
    {"stochastic-ddim", (const unsigned char[]){
#embed "../../presets/stochastic-ddim.yaml" suffix(, 0)
    }},
    {"straight-line", (const unsigned char[]){
#embed "../../presets/straight-line.yaml" suffix(, 0)
    }},
    {"swiss-roll", (const unsigned char[]){
#embed "../../presets/swiss-roll.yaml" suffix(, 0)
    }},
    {"ten-steps", (const unsigned char[]){
#embed "../../presets/ten-steps.yaml" suffix(, 0)
    }},
    {"too-few-steps", (const unsigned char[]){
#embed "../../presets/too-few-steps.yaml" suffix(, 0)
    }},
    {"torchcfm", (const unsigned char[]){
#embed "../../presets/torchcfm.yaml" suffix(, 0)
    }},
    {"two-moons", (const unsigned char[]){
#embed "../../presets/two-moons.yaml" suffix(, 0)
    }},
    {"vae", (const unsigned char[]){
#embed "../../presets/vae.yaml" suffix(, 0)
    }},
    {"variance-exploding", (const unsigned char[]){
#embed "../../presets/variance-exploding.yaml" suffix(, 0)
    }},
    {NULL, NULL},
};

const struct built_in_file *built_in_presets(void) { return files; }
