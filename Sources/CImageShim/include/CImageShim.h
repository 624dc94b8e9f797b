/* SPDX-License-Identifier: Apache-2.0 */
/* libpng and libjpeg report errors by longjmp, which must not cross a Swift frame. These functions
   keep setjmp and longjmp inside C and return a status instead. Neither ready-made wrapper serves:
   libpng's simplified API converts 16-bit samples to linear light, and TurboJPEG stops either at
   every warning or at none, where only those that mean lost pixels may stop us. */
#ifndef ESPALIER_CIMAGESHIM_H
#define ESPALIER_CIMAGESHIM_H

#include <stddef.h>
#include <stdint.h>

enum {
  ESPALIER_IMAGE_OK = 0,
  ESPALIER_IMAGE_CORRUPT = 1,
  ESPALIER_IMAGE_UNSUPPORTED = 2,
  ESPALIER_IMAGE_TOO_LARGE = 3,
  ESPALIER_IMAGE_NO_MEMORY = 4,
};

/* What the header says, in samples as they are delivered, and the library's message on failure. */
typedef struct {
  uint32_t width;
  uint32_t height;
  uint32_t channels;
  uint32_t bytes_per_sample; /* 1, or 2 in the byte order of this machine */
  char message[256];         /* ends with NUL */
} espalier_image;

/* Decodes a PNG file held in memory: 1, 2 (grey and alpha), 3 or 4 channels. With `pixels` null,
   reads the header only. `pixels` receives height rows of width * channels samples, without gaps;
   a smaller `capacity` (bytes) is refused. Gamma and colour profiles are ignored. */
int espalier_png_read(const uint8_t *data, size_t size, void *pixels, size_t capacity,
                      espalier_image *image);

/* The same for JPEG: 1 channel (grey), 3 (RGB) or 4 (CMYK as stored, which is usually inverted). */
int espalier_jpeg_read(const uint8_t *data, size_t size, void *pixels, size_t capacity,
                       espalier_image *image);

/* Encodes 8-bit rows of 1, 2, 3 or 4 channels as PNG into `file`, whose size `*file_size` bytes is
   replaced by the number written. With `file` null, stores an upper bound of that number. */
int espalier_png_write(const uint8_t *pixels, uint32_t width, uint32_t height, uint32_t channels,
                       void *file, size_t *file_size, char message[256]);

#endif
