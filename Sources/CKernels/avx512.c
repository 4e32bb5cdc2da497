#ifdef __x86_64__
#include <immintrin.h>

#pragma clang attribute push(                                                                  \
    __attribute__((                                                                            \
        target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma,bmi2"), min_vector_width(512))),   \
    apply_to = function)

#include "Lanes/sixteen.h"
#include "Lanes/functions.h"

#pragma clang attribute pop

const Kernels avx512Kernels = KERNELS;
#endif
