// SPDX-License-Identifier: Apache-2.0
// The executable's own definitions come before those of the C library for every library of the
// process, so that each allocation passes through here. Memory still is the C library's, whose
// `free` takes it back.
#define _GNU_SOURCE
#include "AllocationCounter.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_SANITIZER)
#define CAN_COUNT 1
#else
#define CAN_COUNT 0
#endif

static atomic_bool is_counting;
static atomic_long count;

bool espalier_allocation_counting_is_available(void) { return CAN_COUNT; }

void espalier_allocation_counting_start(void) {
  atomic_store(&count, 0);
  atomic_store(&is_counting, true);
}

long espalier_allocation_counting_stop(void) {
  atomic_store(&is_counting, false);
  return atomic_load(&count);
}

#if CAN_COUNT

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static bool is_in_openblas(const void *code) {
  Dl_info place;
  return dladdr(code, &place) != 0 && place.dli_fname != NULL &&
         strstr(place.dli_fname, "openblas") != NULL;
}

static void note(const void *caller) {
  if (atomic_load_explicit(&is_counting, memory_order_relaxed) && !is_in_openblas(caller)) {
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  }
}

void *malloc(size_t size) {
  note(__builtin_return_address(0));
  return __libc_malloc(size);
}

void *calloc(size_t elements, size_t size) {
  note(__builtin_return_address(0));
  return __libc_calloc(elements, size);
}

void *realloc(void *memory, size_t size) {
  note(__builtin_return_address(0));
  return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
  note(__builtin_return_address(0));
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  note(__builtin_return_address(0));
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  note(__builtin_return_address(0));
  void *result = __libc_memalign(alignment, size);
  if (result == NULL) return ENOMEM;
  *memory = result;
  return 0;
}

#endif
