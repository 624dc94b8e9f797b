// SPDX-License-Identifier: Apache-2.0
#ifndef ESPALIER_ALLOCATION_COUNTER_H
#define ESPALIER_ALLOCATION_COUNTER_H

#include <stdbool.h>

/// Whether allocations of this process can be counted: where the C library is glibc, and no
/// sanitizer has put its own allocator into its place.
bool espalier_allocation_counting_is_available(void);

/// Begins to count the allocations of all threads, from 0.
void espalier_allocation_counting_start(void);

/// Ends counting; returns how many calls of `malloc`, `calloc`, `realloc`, `aligned_alloc`,
/// `memalign` and `posix_memalign` there were.
///
/// Those that OpenBLAS makes are left out: on some CPUs it allocates in each small matrix product,
/// over which its callers have no power.
long espalier_allocation_counting_stop(void);

#endif
