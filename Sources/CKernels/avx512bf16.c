// AVX-512 with products of numbers rounded to bfloat16, twice as many in a cycle.

#ifdef __x86_64__
#include <immintrin.h>

#pragma clang attribute push(                                                                  \
    __attribute__((                                                                            \
        target("avx512f,avx512vl,avx512dq,avx512bw,avx512bf16,avx2,fma,bmi2"),                 \
        min_vector_width(512))),                                                               \
    apply_to = function)

#include "Lanes/sixteen.h"

#define MULTIPLY multiplyRounded
#include "Lanes/functions.h"
#include "Lanes/bfloat.h"

#pragma clang attribute pop

const Kernels avx512BFloatKernels = KERNELS;
#endif
