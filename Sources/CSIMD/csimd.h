/* SPDX-License-Identifier: Apache-2.0 */
/* Single CPU instructions, and system calls, without a Swift spelling. No loop, no logic.
 *
 * The vector types are clang's generic ones, so that a wrapper which needs no particular
 * instruction set exists for each of them; Swift sees them as SIMD8<Float>, SIMD16<Int32>, ...
 * Wrappers that need one are visible only to the targets compiled for it. */
#ifndef ESPALIER_CSIMD_H
#define ESPALIER_CSIMD_H
#include <stdint.h>
#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif
#if defined(__linux__)
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#define ESPALIER_INLINE static inline __attribute__((always_inline))

typedef float espalier_f32x8 __attribute__((ext_vector_type(8)));
typedef float espalier_f32x16 __attribute__((ext_vector_type(16)));
typedef double espalier_f64x8 __attribute__((ext_vector_type(8)));
typedef int32_t espalier_i32x8 __attribute__((ext_vector_type(8)));
typedef int32_t espalier_i32x16 __attribute__((ext_vector_type(16)));
typedef uint8_t espalier_u8x16 __attribute__((ext_vector_type(16)));

/* Any CPU */

/* The same with the alignment of one element, for loads and stores from anywhere. */
typedef espalier_f32x8 espalier_unaligned_f32x8 __attribute__((aligned(4), may_alias));
typedef espalier_f32x16 espalier_unaligned_f32x16 __attribute__((aligned(4), may_alias));
typedef float espalier_f32x4 __attribute__((ext_vector_type(4)));

ESPALIER_INLINE espalier_f32x8 espalier_loadu_f32x8(const float *p) {
  return *(const espalier_unaligned_f32x8 *)p;
}
ESPALIER_INLINE espalier_f32x16 espalier_loadu_f32x16(const float *p) {
  return *(const espalier_unaligned_f32x16 *)p;
}
ESPALIER_INLINE void espalier_storeu_f32x8(float *p, espalier_f32x8 v) {
  *(espalier_unaligned_f32x8 *)p = v;
}
ESPALIER_INLINE void espalier_storeu_f32x16(float *p, espalier_f32x16 v) {
  *(espalier_unaligned_f32x16 *)p = v;
}
typedef espalier_i32x8 espalier_unaligned_i32x8 __attribute__((aligned(1), may_alias));
typedef espalier_i32x16 espalier_unaligned_i32x16 __attribute__((aligned(1), may_alias));
typedef espalier_u8x16 espalier_unaligned_u8x16 __attribute__((aligned(1), may_alias));
typedef int32_t espalier_unaligned_i32 __attribute__((aligned(1), may_alias));

ESPALIER_INLINE int32_t espalier_loadu_i32(const void *p) {
  return *(const espalier_unaligned_i32 *)p;
}
ESPALIER_INLINE espalier_i32x8 espalier_loadu_i32x8(const void *p) {
  return *(const espalier_unaligned_i32x8 *)p;
}
ESPALIER_INLINE espalier_i32x16 espalier_loadu_i32x16(const void *p) {
  return *(const espalier_unaligned_i32x16 *)p;
}
ESPALIER_INLINE espalier_u8x16 espalier_loadu_u8x16(const uint8_t *p) {
  return *(const espalier_unaligned_u8x16 *)p;
}
ESPALIER_INLINE void espalier_storeu_u8x16(uint8_t *p, espalier_u8x16 v) {
  *(espalier_unaligned_u8x16 *)p = v;
}
ESPALIER_INLINE espalier_u8x16 espalier_max_u8x16(espalier_u8x16 a, espalier_u8x16 b) {
  return __builtin_elementwise_max(a, b);
}
/* The first, or the last, eight bytes of a and b in turns. */
ESPALIER_INLINE espalier_u8x16 espalier_zip_low_u8x16(espalier_u8x16 a, espalier_u8x16 b) {
  return __builtin_shufflevector(
      a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
ESPALIER_INLINE espalier_u8x16 espalier_zip_high_u8x16(espalier_u8x16 a, espalier_u8x16 b) {
  return __builtin_shufflevector(
      a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
/* Bytes to 32 bits, zero extended; and the low byte of each. */
ESPALIER_INLINE espalier_i32x16 espalier_widen_u8x16(espalier_u8x16 v) {
  return __builtin_convertvector(v, espalier_i32x16);
}
ESPALIER_INLINE espalier_u8x16 espalier_narrow_i32x16(espalier_i32x16 v) {
  return __builtin_convertvector(v, espalier_u8x16);
}
ESPALIER_INLINE espalier_f32x16 espalier_real_i32x16(espalier_i32x16 v) {
  return __builtin_convertvector(v, espalier_f32x16);
}
/* a > b ? a : b, and a < b ? a : b: b when either is NaN. */
ESPALIER_INLINE espalier_f32x16 espalier_max_f32x16(espalier_f32x16 a, espalier_f32x16 b) {
  espalier_i32x16 m = a > b;
  return (espalier_f32x16)(((espalier_i32x16)a & m) | ((espalier_i32x16)b & ~m));
}
ESPALIER_INLINE espalier_f32x16 espalier_min_f32x16(espalier_f32x16 a, espalier_f32x16 b) {
  espalier_i32x16 m = a < b;
  return (espalier_f32x16)(((espalier_i32x16)a & m) | ((espalier_i32x16)b & ~m));
}
ESPALIER_INLINE espalier_i32x16 espalier_join_i32x8(espalier_i32x8 a, espalier_i32x8 b) {
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}
/* Rounded to nearest. */
ESPALIER_INLINE espalier_f32x8 espalier_narrow_f64x8(espalier_f64x8 v) {
  return __builtin_convertvector(v, espalier_f32x8);
}
ESPALIER_INLINE espalier_f32x4 espalier_low_f32x8(espalier_f32x8 v) { return v.lo; }
ESPALIER_INLINE espalier_f32x4 espalier_high_f32x8(espalier_f32x8 v) { return v.hi; }
ESPALIER_INLINE espalier_f32x8 espalier_low_f32x16(espalier_f32x16 v) { return v.lo; }
ESPALIER_INLINE espalier_f32x8 espalier_high_f32x16(espalier_f32x16 v) { return v.hi; }

ESPALIER_INLINE espalier_f32x8 espalier_sqrt_f32x8(espalier_f32x8 v) {
  return __builtin_elementwise_sqrt(v);
}
ESPALIER_INLINE espalier_f32x16 espalier_sqrt_f32x16(espalier_f32x16 v) {
  return __builtin_elementwise_sqrt(v);
}

/* Lanes 0, 2, 4, ... of a followed by b; and 1, 3, 5, ... */
ESPALIER_INLINE espalier_f32x8 espalier_even_f32x8(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14);
}
ESPALIER_INLINE espalier_f32x16 espalier_even_f32x16(espalier_f32x16 a, espalier_f32x16 b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}

/* The three steps of an 8 x 8 transpose: pairs of 1, 2 and 4 lanes from a and b. */
ESPALIER_INLINE espalier_f32x8 espalier_zip1_low(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
}
ESPALIER_INLINE espalier_f32x8 espalier_zip1_high(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15);
}
ESPALIER_INLINE espalier_f32x8 espalier_zip2_low(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13);
}
ESPALIER_INLINE espalier_f32x8 espalier_zip2_high(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15);
}
ESPALIER_INLINE espalier_f32x8 espalier_zip4_low(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11);
}
ESPALIER_INLINE espalier_f32x8 espalier_zip4_high(espalier_f32x8 a, espalier_f32x8 b) {
  return __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15);
}

/* A hint that this thread waits for memory written by another one. */
ESPALIER_INLINE void espalier_pause(void) {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/* Brings the cache line at p into the second-level cache. */
ESPALIER_INLINE void espalier_prefetch(const void *p) { __builtin_prefetch(p, 0, 2); }

#if defined(__linux__)
/* Sleeps while *word == expected; wakes at most count sleepers of word. */
ESPALIER_INLINE void espalier_futex_wait(const void *word, uint32_t expected) {
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, (void *)0);
}
ESPALIER_INLINE void espalier_futex_wake(const void *word, int32_t count) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count);
}
/* The CPUs this thread may run on, one bit each. Reading returns the bytes written, or < 0. */
ESPALIER_INLINE intptr_t espalier_affinity(void *mask, intptr_t size) {
  return syscall(SYS_sched_getaffinity, 0, size, mask);
}
ESPALIER_INLINE intptr_t espalier_set_affinity(const void *mask, intptr_t size) {
  return syscall(SYS_sched_setaffinity, 0, size, mask);
}
#endif

/* The floating-point control word; on x86-64 flush-to-zero is bit 15 and denormals-are-zero
 * bit 6 of it, on aarch64 both are bit 24. */
ESPALIER_INLINE uint64_t espalier_float_control(void) {
#if defined(__x86_64__)
  return _mm_getcsr();
#elif defined(__aarch64__)
  uint64_t value;
  __asm__ volatile("mrs %0, fpcr" : "=r"(value));
  return value;
#else
  return 0;
#endif
}
ESPALIER_INLINE void espalier_set_float_control(uint64_t value) {
#if defined(__x86_64__)
  _mm_setcsr((uint32_t)value);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(value));
#endif
}
ESPALIER_INLINE uint64_t espalier_flush_to_zero_bits(void) {
#if defined(__x86_64__)
  return 0x8040;
#elif defined(__aarch64__)
  return 0x1000000;
#else
  return 0;
#endif
}

#if defined(__x86_64__)
/* x86-64 identification */

typedef struct {
  uint32_t eax, ebx, ecx, edx;
} espalier_cpuid_result;

/* All zero when the CPU has no such leaf. */
ESPALIER_INLINE espalier_cpuid_result espalier_cpuid(uint32_t leaf, uint32_t subleaf) {
  espalier_cpuid_result r = {0, 0, 0, 0};
  __get_cpuid_count(leaf, subleaf, &r.eax, &r.ebx, &r.ecx, &r.edx);
  return r;
}
/* The registers the operating system saves (XCR0). Traps unless cpuid reports OSXSAVE. */
ESPALIER_INLINE uint64_t espalier_xgetbv(void) {
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return ((uint64_t)high << 32) | low;
}
#endif

#if defined(__AVX2__)
/* AVX2 */

ESPALIER_INLINE espalier_f32x8 espalier_floor_f32x8(espalier_f32x8 v) {
  return _mm256_round_ps(v, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
}
ESPALIER_INLINE espalier_f32x8 espalier_ceil_f32x8(espalier_f32x8 v) {
  return _mm256_round_ps(v, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC);
}
ESPALIER_INLINE espalier_f32x8 espalier_round_f32x8(espalier_f32x8 v) {
  return _mm256_round_ps(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
/* Lanes whose mask has its sign bit set; the others are zero and their memory is not touched. */
ESPALIER_INLINE espalier_f32x8 espalier_load_f32x8(const float *p, espalier_i32x8 mask) {
  return _mm256_maskload_ps(p, (__m256i)mask);
}
ESPALIER_INLINE void espalier_store_f32x8(float *p, espalier_i32x8 mask, espalier_f32x8 v) {
  _mm256_maskstore_ps(p, (__m256i)mask, v);
}
#endif

#if defined(__AVX512F__)
/* AVX-512 */

ESPALIER_INLINE espalier_f32x16 espalier_floor_f32x16(espalier_f32x16 v) {
  return _mm512_roundscale_ps(v, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
}
ESPALIER_INLINE espalier_f32x16 espalier_ceil_f32x16(espalier_f32x16 v) {
  return _mm512_roundscale_ps(v, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC);
}
ESPALIER_INLINE espalier_f32x16 espalier_round_f32x16(espalier_f32x16 v) {
  return _mm512_roundscale_ps(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
/* v * 2^floor(n), correct where the result is subnormal or infinite. */
ESPALIER_INLINE espalier_f32x16 espalier_scalef_f32x16(espalier_f32x16 v, espalier_f32x16 n) {
  return _mm512_scalef_ps(v, n);
}
/* Lanes whose mask bit is set; the others are zero and their memory is not touched. */
ESPALIER_INLINE espalier_f32x16 espalier_load_f32x16(const float *p, uint32_t mask) {
  return _mm512_maskz_loadu_ps((__mmask16)mask, p);
}
ESPALIER_INLINE void espalier_store_f32x16(float *p, uint32_t mask, espalier_f32x16 v) {
  _mm512_mask_storeu_ps(p, (__mmask16)mask, v);
}
#endif

/* Products of 16-bit integers, added in pairs to 32-bit sums. */

#if defined(__AVX512BW__)
ESPALIER_INLINE espalier_i32x16 espalier_products_i16x32(espalier_i32x16 a, espalier_i32x16 b) {
  return (espalier_i32x16)_mm512_madd_epi16((__m512i)a, (__m512i)b);
}
/* The four bytes of v, zero extended to 16 bits, eight times. */
ESPALIER_INLINE espalier_i32x16 espalier_quads_i16x32(int32_t v) {
  return (espalier_i32x16)_mm512_cvtepu8_epi16(_mm256_set1_epi32(v));
}
/* Rounded to nearest, half to even. */
ESPALIER_INLINE espalier_i32x16 espalier_integers_f32x16(espalier_f32x16 v) {
  return (espalier_i32x16)_mm512_cvtps_epi32(v);
}
/* In each 128 bits the numbers of a, then of b, in half as many bits, saturated. */
ESPALIER_INLINE espalier_i32x16 espalier_pack_i32x16(espalier_i32x16 a, espalier_i32x16 b) {
  return (espalier_i32x16)_mm512_packs_epi32((__m512i)a, (__m512i)b);
}
ESPALIER_INLINE espalier_i32x16 espalier_pack_i16x32(espalier_i32x16 a, espalier_i32x16 b) {
  return (espalier_i32x16)_mm512_packus_epi16((__m512i)a, (__m512i)b);
}
/* Sums of 16-bit numbers, saturated; and the larger of bytes. */
ESPALIER_INLINE espalier_i32x16 espalier_add_i16x32(espalier_i32x16 a, int16_t b) {
  return (espalier_i32x16)_mm512_adds_epi16((__m512i)a, _mm512_set1_epi16(b));
}
ESPALIER_INLINE espalier_i32x16 espalier_max_u8x64(espalier_i32x16 a, uint8_t b) {
  return (espalier_i32x16)_mm512_max_epu8((__m512i)a, _mm512_set1_epi8((char)b));
}
/* The four rows of four lanes as columns. */
ESPALIER_INLINE espalier_i32x16 espalier_transpose_i32x16(espalier_i32x16 v) {
  return __builtin_shufflevector(v, v, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
}
ESPALIER_INLINE void espalier_storeu_i32x16(void *p, espalier_i32x16 v) {
  *(espalier_unaligned_i32x16 *)p = v;
}
/* In each 128 bits lanes 0 and 2 of a, then of b; and 1 and 3. */
ESPALIER_INLINE espalier_i32x16 espalier_pairs_even_i32x16(espalier_i32x16 a, espalier_i32x16 b) {
  return (espalier_i32x16)_mm512_shuffle_ps((__m512)a, (__m512)b, 0x88);
}
ESPALIER_INLINE espalier_i32x16 espalier_pairs_odd_i32x16(espalier_i32x16 a, espalier_i32x16 b) {
  return (espalier_i32x16)_mm512_shuffle_ps((__m512)a, (__m512)b, 0xdd);
}
#elif defined(__AVX2__)
ESPALIER_INLINE espalier_i32x8 espalier_products_i16x16(espalier_i32x8 a, espalier_i32x8 b) {
  return (espalier_i32x8)_mm256_madd_epi16((__m256i)a, (__m256i)b);
}
/* The four bytes of v, zero extended to 16 bits, four times. */
ESPALIER_INLINE espalier_i32x8 espalier_quads_i16x16(int32_t v) {
  return (espalier_i32x8)_mm256_cvtepu8_epi16(_mm_set1_epi32(v));
}
/* In each 128 bits the sums of neighbouring lanes of a, then of b. */
ESPALIER_INLINE espalier_i32x8 espalier_pair_sums_i32x8(espalier_i32x8 a, espalier_i32x8 b) {
  return (espalier_i32x8)_mm256_hadd_epi32((__m256i)a, (__m256i)b);
}
ESPALIER_INLINE espalier_i32x16 espalier_products_i16x32(espalier_i32x16 a, espalier_i32x16 b) {
  return espalier_join_i32x8(
      (espalier_i32x8)_mm256_madd_epi16((__m256i)a.lo, (__m256i)b.lo),
      (espalier_i32x8)_mm256_madd_epi16((__m256i)a.hi, (__m256i)b.hi));
}
#elif defined(__SSE2__)
ESPALIER_INLINE espalier_i32x16 espalier_products_i16x32(espalier_i32x16 a, espalier_i32x16 b) {
  typedef int32_t v4 __attribute__((ext_vector_type(4)));
  v4 p = (v4)_mm_madd_epi16((__m128i)a.lo.lo, (__m128i)b.lo.lo);
  v4 q = (v4)_mm_madd_epi16((__m128i)a.lo.hi, (__m128i)b.lo.hi);
  v4 r = (v4)_mm_madd_epi16((__m128i)a.hi.lo, (__m128i)b.hi.lo);
  v4 s = (v4)_mm_madd_epi16((__m128i)a.hi.hi, (__m128i)b.hi.hi);
  return espalier_join_i32x8(
      __builtin_shufflevector(p, q, 0, 1, 2, 3, 4, 5, 6, 7),
      __builtin_shufflevector(r, s, 0, 1, 2, 3, 4, 5, 6, 7));
}
#else
ESPALIER_INLINE espalier_i32x16 espalier_products_i16x32(espalier_i32x16 a, espalier_i32x16 b) {
  return ((a << 16) >> 16) * ((b << 16) >> 16) + (a >> 16) * (b >> 16);
}
#endif

#if defined(__AVX512VNNI__)
/* sum + products of four unsigned bytes of x and four signed ones of w in each lane. */
ESPALIER_INLINE espalier_i32x16 espalier_dot_u8x64(
    espalier_i32x16 sum, espalier_i32x16 x, espalier_i32x16 w) {
  return (espalier_i32x16)_mm512_dpbusd_epi32((__m512i)sum, (__m512i)x, (__m512i)w);
}
/* sum + products of two 16-bit integers in each lane. */
ESPALIER_INLINE espalier_i32x16 espalier_dot_i16x32(
    espalier_i32x16 sum, espalier_i32x16 x, espalier_i32x16 w) {
  return (espalier_i32x16)_mm512_dpwssd_epi32((__m512i)sum, (__m512i)x, (__m512i)w);
}
#endif
#endif
