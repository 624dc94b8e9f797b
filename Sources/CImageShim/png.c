/* SPDX-License-Identifier: Apache-2.0 */
#include <png.h>
#include <stdio.h>
#include <string.h>

#include "CImageShim.h"

typedef struct {
  png_structp png;
  png_infop info;
  const uint8_t *next;
  size_t remaining;
  espalier_image *image;
  int status;
} png_reader;

static void on_error(png_structp png, png_const_charp message) {
  png_reader *reader = png_get_error_ptr(png);
  reader->status = ESPALIER_IMAGE_CORRUPT;
  snprintf(reader->image->message, sizeof reader->image->message, "%s", message);
  png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void read_bytes(png_structp png, png_bytep into, size_t count) {
  png_reader *reader = png_get_io_ptr(png);
  if (count > reader->remaining) {
    on_error(png, "the file ends too early");
  }
  memcpy(into, reader->next, count);
  reader->next += count;
  reader->remaining -= count;
}

/* Damage anywhere is an error, and only pixels, palette and transparency are looked at: profiles
   and texts would be decompressed for nothing. */
static void configure(png_reader *reader) {
  png_structp png = reader->png;
  png_set_read_fn(png, reader, read_bytes);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_benign_errors(png, 1);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, (png_const_bytep) "eXIf", 1);
}

static void read_header(png_reader *reader, size_t size) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  png_read_info(png, info);
  /* Deflate never packs more than 1032 bytes into one, so a file this short is cut or hostile. */
  uint64_t raw = (uint64_t)png_get_rowbytes(png, info) * png_get_image_height(png, info);
  if (raw / 1032 > size) {
    on_error(png, "the file is too short for the size its header declares");
  }
  if (png_get_color_type(png, info) == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
  if (png_get_bit_depth(png, info) < 8) png_set_expand_gray_1_2_4_to_8(png);
  if (png_get_valid(png, info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (png_get_bit_depth(png, info) == 16) png_set_swap(png);
#endif
}

static void read_pixels(png_reader *reader, uint8_t *pixels, size_t capacity) {
  png_structp png = reader->png;
  espalier_image *image = reader->image;
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, reader->info);
  image->width = png_get_image_width(png, reader->info);
  image->height = png_get_image_height(png, reader->info);
  image->channels = png_get_channels(png, reader->info);
  image->bytes_per_sample = png_get_bit_depth(png, reader->info) == 16 ? 2 : 1;
  if (pixels == NULL) return;
  size_t stride = png_get_rowbytes(png, reader->info);
  if (capacity / stride < image->height) {
    on_error(png, "the buffer is smaller than the image");
  }
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < image->height; y++) png_read_row(png, pixels + y * stride, NULL);
  }
  png_read_end(png, NULL);
}

/* Holds the setjmp. All state that changes lives in the caller's frame, so none is clobbered. */
static void run(png_reader *reader, size_t size, uint8_t *pixels, size_t capacity) {
  if (setjmp(png_jmpbuf(reader->png))) return;
  configure(reader);
  read_header(reader, size);
  read_pixels(reader, pixels, capacity);
  reader->status = ESPALIER_IMAGE_OK;
}

int espalier_png_read(const uint8_t *data, size_t size, void *pixels, size_t capacity,
                      espalier_image *image) {
  png_reader reader = {NULL, NULL, data, size, image, ESPALIER_IMAGE_NO_MEMORY};
  snprintf(image->message, sizeof image->message, "out of memory");
  reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, on_error, on_warning);
  if (reader.png == NULL) return reader.status;
  reader.info = png_create_info_struct(reader.png);
  if (reader.info != NULL) run(&reader, size, pixels, capacity);
  png_destroy_read_struct(&reader.png, &reader.info, NULL);
  return reader.status;
}

/* The simplified API suffices for 8-bit output and catches its own errors. */
int espalier_png_write(const uint8_t *pixels, uint32_t width, uint32_t height, uint32_t channels,
                       void *file, size_t *file_size, char message[256]) {
  static const png_uint_32 formats[] = {PNG_FORMAT_GRAY, PNG_FORMAT_GA, PNG_FORMAT_RGB,
                                        PNG_FORMAT_RGBA};
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = formats[(channels - 1) & 3];
  if (file == NULL) {
    *file_size = PNG_IMAGE_PNG_SIZE_MAX(image);
    return ESPALIER_IMAGE_OK;
  }
  if (png_image_write_to_memory(&image, file, file_size, 0, pixels, 0, NULL)) {
    return ESPALIER_IMAGE_OK;
  }
  snprintf(message, 256, "%s", image.message);
  png_image_free(&image);
  return ESPALIER_IMAGE_UNSUPPORTED;
}
