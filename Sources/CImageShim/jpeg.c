/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "CImageShim.h"

/* A progressive file can ask for any number of passes over the whole image with a few bytes each.
   Real ones have about 10. */
enum { MAXIMUM_SCANS = 200 };
static const uint64_t maximum_scanned_pixels = (uint64_t)1 << 31;
/* Coefficients of 64 megapixels of CMYK at full resolution take 512 MB. */
static const long maximum_memory = 700L << 20;

typedef struct {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf jump;
  espalier_image *image;
  int status;
} jpeg_reader;

static void fail(jpeg_reader *reader, int status, const char *message) {
  reader->status = status;
  snprintf(reader->image->message, sizeof reader->image->message, "%s", message);
  longjmp(reader->jump, 1);
}

static int status_of(int message_code) {
  switch (message_code) {
    case JERR_OUT_OF_MEMORY: return ESPALIER_IMAGE_NO_MEMORY;
    case JERR_NO_BACKING_STORE:
    case JERR_IMAGE_TOO_BIG: return ESPALIER_IMAGE_TOO_LARGE;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_COMPONENT_COUNT:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED: return ESPALIER_IMAGE_UNSUPPORTED;
    default: return ESPALIER_IMAGE_CORRUPT;
  }
}

static void on_error(j_common_ptr common) {
  jpeg_reader *reader = common->client_data;
  char message[JMSG_LENGTH_MAX];
  common->err->format_message(common, message);
  fail(reader, status_of(common->err->msg_code), message);
}

/* Warnings (negative levels) mean lost pixels, such as a cut file, except those listed here. */
static void on_message(j_common_ptr common, int level) {
  if (level >= 0) return;
  switch (common->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_TOO_MUCH_DATA: return;
    default: on_error(common);
  }
}

static void on_progress(j_common_ptr common) {
  jpeg_reader *reader = common->client_data;
  uint64_t scans = (uint64_t)reader->jpeg.input_scan_number;
  uint64_t pixels = (uint64_t)reader->jpeg.image_width * reader->jpeg.image_height;
  if (scans > MAXIMUM_SCANS || scans * pixels > maximum_scanned_pixels) {
    fail(reader, ESPALIER_IMAGE_TOO_LARGE, "the file has too many progressive scans");
  }
}

static void read_header(jpeg_reader *reader, const uint8_t *data, size_t size) {
  j_decompress_ptr jpeg = &reader->jpeg;
  jpeg_create_decompress(jpeg);
  jpeg->mem->max_memory_to_use = maximum_memory;
  reader->progress.progress_monitor = on_progress;
  jpeg->progress = &reader->progress;
  jpeg_mem_src(jpeg, data, size);
  jpeg_read_header(jpeg, TRUE);
  switch (jpeg->num_components) {
    case 1: jpeg->out_color_space = JCS_GRAYSCALE; break;
    case 3: jpeg->out_color_space = JCS_RGB; break;
    case 4: jpeg->out_color_space = JCS_CMYK; break;
    default:
      snprintf(reader->image->message, sizeof reader->image->message,
               "expected 1, 3 or 4 colour components, got %d", jpeg->num_components);
      reader->status = ESPALIER_IMAGE_UNSUPPORTED;
      longjmp(reader->jump, 1);
  }
  /* A Huffman code has at least one bit, and with the sparsest sampling 1024 pixels share 9 blocks
     of one code each, so a byte never carries 1024 pixels. */
  uint64_t pixels = (uint64_t)jpeg->image_width * jpeg->image_height;
  if (!jpeg->arith_code && pixels / 1024 > size) {
    fail(reader, ESPALIER_IMAGE_CORRUPT, "the file is too short for the size its header declares");
  }
  reader->image->width = jpeg->image_width;
  reader->image->height = jpeg->image_height;
  reader->image->channels = (uint32_t)jpeg->num_components;
  reader->image->bytes_per_sample = 1;
}

static void read_pixels(jpeg_reader *reader, uint8_t *pixels, size_t capacity) {
  j_decompress_ptr jpeg = &reader->jpeg;
  size_t stride = (size_t)jpeg->image_width * (size_t)jpeg->num_components;
  if (capacity / stride < jpeg->image_height) {
    fail(reader, ESPALIER_IMAGE_CORRUPT, "the buffer is smaller than the image");
  }
  jpeg_start_decompress(jpeg);
  if (jpeg->output_width != jpeg->image_width || jpeg->output_height != jpeg->image_height ||
      jpeg->output_components != jpeg->num_components) {
    fail(reader, ESPALIER_IMAGE_CORRUPT, "the decoder changed the size of the image");
  }
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = pixels + jpeg->output_scanline * stride;
    jpeg_read_scanlines(jpeg, &row, 1);
  }
  jpeg_finish_decompress(jpeg);
}

/* Holds the setjmp. All state that changes lives in the caller's frame, so none is clobbered. */
static void run(jpeg_reader *reader, const uint8_t *data, size_t size, uint8_t *pixels,
                size_t capacity) {
  if (setjmp(reader->jump)) return;
  read_header(reader, data, size);
  if (pixels != NULL) read_pixels(reader, pixels, capacity);
  reader->status = ESPALIER_IMAGE_OK;
}

int espalier_jpeg_read(const uint8_t *data, size_t size, void *pixels, size_t capacity,
                       espalier_image *image) {
  jpeg_reader reader;
  memset(&reader, 0, sizeof reader);
  reader.image = image;
  reader.jpeg.err = jpeg_std_error(&reader.errors);
  reader.jpeg.client_data = &reader;
  reader.errors.error_exit = on_error;
  reader.errors.emit_message = on_message;
  run(&reader, data, size, pixels, capacity);
  jpeg_destroy_decompress(&reader.jpeg);
  return reader.status;
}
