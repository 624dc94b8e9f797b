/* SPDX-License-Identifier: Apache-2.0 */
/* What the Glibc module of Swift leaves out: system calls without a function of their own, since
   syscall() takes variable arguments, and constants behind _GNU_SOURCE. No logic. */
#ifndef ESPALIER_CLINUX_H
#define ESPALIER_CLINUX_H
#include <stdint.h>
#include <unistd.h>

enum {
#if defined(__x86_64__) || defined(__aarch64__) || defined(__riscv)
  ESPALIER_O_PATH = 010000000,
#else
  ESPALIER_O_PATH = 0, /* opens the folder for reading instead */
#endif
  ESPALIER_RESOLVE_NO_MAGICLINKS = 0x02,
  ESPALIER_RESOLVE_NO_SYMLINKS = 0x04,
  ESPALIER_RESOLVE_BENEATH = 0x08
};

/* openat2(2), Linux 5.6: number 437 on every architecture. Returns a descriptor, or -1 with errno
   set: ENOSYS on older kernels. */
static inline int espalier_openat2(int folder, const char *path, uint64_t flags,
                                   uint64_t resolve) {
  struct {
    uint64_t flags, mode, resolve;
  } how = {flags, 0, resolve};
  return (int)syscall(437, folder, path, &how, sizeof how);
}
#endif
