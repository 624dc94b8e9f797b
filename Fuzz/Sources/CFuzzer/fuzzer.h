// SPDX-License-Identifier: Apache-2.0
#include <stddef.h>
#include <stdint.h>

/// libFuzzer's loop: calls `callback` with one input after the other until the options in the
/// arguments end it.
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*callback)(const uint8_t *data, size_t size));
