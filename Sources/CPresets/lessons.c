// The lessons, in the order in which they are best taken.

#include "CPresets.h"
#include <stddef.h>

static const struct built_in_file files[] = {
    {"noise-destroys-structure", (const unsigned char[]){
#embed "../../presets/lessons/noise-destroys-structure.yaml" suffix(, 0)
    }},
    {"the-schedule", (const unsigned char[]){
#embed "../../presets/lessons/the-schedule.yaml" suffix(, 0)
    }},
    {"the-score", (const unsigned char[]){
#embed "../../presets/lessons/the-score.yaml" suffix(, 0)
    }},
    {"noise-predictor", (const unsigned char[]){
#embed "../../presets/lessons/noise-predictor.yaml" suffix(, 0)
    }},
    {"training", (const unsigned char[]){
#embed "../../presets/lessons/training.yaml" suffix(, 0)
    }},
    {"denoising-steps", (const unsigned char[]){
#embed "../../presets/lessons/denoising-steps.yaml" suffix(, 0)
    }},
    {"fewer-steps", (const unsigned char[]){
#embed "../../presets/lessons/fewer-steps.yaml" suffix(, 0)
    }},
    {"labels-and-guidance", (const unsigned char[]){
#embed "../../presets/lessons/labels-and-guidance.yaml" suffix(, 0)
    }},
    {"straight-paths", (const unsigned char[]){
#embed "../../presets/lessons/straight-paths.yaml" suffix(, 0)
    }},
    {"flow-maps", (const unsigned char[]){
#embed "../../presets/lessons/flow-maps.yaml" suffix(, 0)
    }},
    {"crossing-tubes", (const unsigned char[]){
#embed "../../presets/lessons/crossing-tubes.yaml" suffix(, 0)
    }},
    {"how-to-measure", (const unsigned char[]){
#embed "../../presets/lessons/how-to-measure.yaml" suffix(, 0)
    }},
    {"bend-the-schedule", (const unsigned char[]){
#embed "../../presets/lessons/bend-the-schedule.yaml" suffix(, 0)
    }},
    {"langevin", (const unsigned char[]){
#embed "../../presets/lessons/langevin.yaml" suffix(, 0)
    }},
    {"the-bound", (const unsigned char[]){
#embed "../../presets/lessons/the-bound.yaml" suffix(, 0)
    }},
    {"latents-of-latents", (const unsigned char[]){
#embed "../../presets/lessons/latents-of-latents.yaml" suffix(, 0)
    }},
    {"two-networks", (const unsigned char[]){
#embed "../../presets/lessons/two-networks.yaml" suffix(, 0)
    }},
    {"landscapes", (const unsigned char[]){
#embed "../../presets/lessons/landscapes.yaml" suffix(, 0)
    }},
    {"word-to-picture", (const unsigned char[]){
#embed "../../presets/lessons/word-to-picture.yaml" suffix(, 0)
    }},
    {"uniform-numbers", (const unsigned char[]){
#embed "../../presets/lessons/uniform-numbers.yaml" suffix(, 0)
    }},
    {NULL, NULL},
};

const struct built_in_file *built_in_lessons(void) { return files; }
