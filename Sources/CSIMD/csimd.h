/* SPDX-License-Identifier: Apache-2.0 */
/* Single CPU instructions without a Swift spelling. No loop, no logic. */
#ifndef ESPALIER_CSIMD_H
#define ESPALIER_CSIMD_H
#include <stdint.h>
#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif
#endif
