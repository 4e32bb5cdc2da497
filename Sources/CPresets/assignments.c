// The assignments, in the order in which a course sets them.

#include "CPresets.h"
#include <stddef.h>

static const struct built_in_file files[] = {
    {"swiss-roll-ddpm", (const unsigned char[]){
#embed "../../presets/assignments/swiss-roll-ddpm.yaml" suffix(, 0)
    }},
    {"ddim-no-retraining", (const unsigned char[]){
#embed "../../presets/assignments/ddim-no-retraining.yaml" suffix(, 0)
    }},
    {"dpm-solver-orders", (const unsigned char[]){
#embed "../../presets/assignments/dpm-solver-orders.yaml" suffix(, 0)
    }},
    {"flow-matching-50-steps", (const unsigned char[]){
#embed "../../presets/assignments/flow-matching-50-steps.yaml" suffix(, 0)
    }},
    {"guidance-on-the-ring", (const unsigned char[]){
#embed "../../presets/assignments/guidance-on-the-ring.yaml" suffix(, 0)
    }},
    {"few-calls", (const unsigned char[]){
#embed "../../presets/assignments/few-calls.yaml" suffix(, 0)
    }},
    {"ten-bent-steps", (const unsigned char[]){
#embed "../../presets/assignments/ten-bent-steps.yaml" suffix(, 0)
    }},
    {"score-field", (const unsigned char[]){
#embed "../../presets/assignments/score-field.yaml" suffix(, 0)
    }},
    {NULL, NULL},
};

const struct built_in_file *built_in_assignments(void) { return files; }
