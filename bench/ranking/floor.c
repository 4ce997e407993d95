// What one core needs at least: every posting of a question read once and added to its candidate's sum, in native code,
// and the sums read once for the largest. No best-of, no bands, no totals. usage: floor FILE ROUNDS; prints the best time.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

// FILE: words; count of table words, tables of half words, count of segments; for each: size, count of runs; for each: table, weight,
// count of postings, postings.
int main(int argc, char **argv) {
  if (argc < 3) return 2;
  FILE *file = fopen(argv[1], "rb");
  if (file == NULL) return 2;
  fseek(file, 0, SEEK_END);
  long bytes = ftell(file);
  rewind(file);
  int32_t *words = malloc(bytes);
  if (words == NULL || fread(words, 1, bytes, file) != (size_t)bytes) return 2;
  static int32_t sums[65536];
  double best = 1e9;
  int32_t largest = 0;
  for (int round = atoi(argv[2]); round > 0; round--) {
    double from = now();
    int32_t *at = words;
    int32_t tables = *at++;
    const uint16_t *table = (const uint16_t *)at;
    at += tables;
    for (int32_t segments = *at++; segments > 0; segments--) {
      int32_t size = *at++;
      memset(sums, 0, sizeof(int32_t) * size);
      for (int32_t runs = *at++; runs > 0; runs--) {
        const uint16_t *fits = table + at[0];
        int32_t weight = at[1], count = at[2];
        const uint32_t *postings = (const uint32_t *)(at + 3);
        for (int32_t p = 0; p < count; p++) sums[postings[p] >> 16] += fits[postings[p] & 2047] * weight;
        at += 3 + count;
      }
      for (int32_t place = 0; place < size; place++) largest = sums[place] > largest ? sums[place] : largest;
    }
    double ms = now() - from;
    if (ms < best) best = ms;
  }
  printf("%.4f %d\n", best, largest);
  return 0;
}
