// The loops of kernel.ts for WebAssembly: the same numbers in the same arrays. Build with tools/build-kernel.sh.
#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT __attribute__((visibility("default")))
#define GRADE_MASK 2047
#define QUALIFIED (2 << 28)
#define READY_SOON (1 << 28)
#define FIT_BITS 14

enum part { MORE = 0, FIRST = 1, ONLY = 2 };

typedef struct {
  uint32_t from, to, table, part;
  int32_t factor;
} run;

EXPORT void addPoints(const uint32_t *postings, const run *runs, uint32_t count, const int32_t *fits, int32_t *scores,
                      int32_t *best, int32_t round) {
  int32_t base = round << FIT_BITS;
  for (const run *r = runs; r < runs + count; r++) {
    const int32_t *table = fits + r->table, weight = r->factor;
    const uint32_t *p = postings + r->from, *end = postings + r->to;
    if (r->part == ONLY) {
      for (; p < end; p++) scores[*p >> 16] += table[*p & GRADE_MASK] * weight;
    } else if (r->part == FIRST) {
      base += 1 << FIT_BITS;
      for (; p < end; p++) {
        uint32_t place = *p >> 16;
        int32_t fit = table[*p & GRADE_MASK];
        scores[place] += fit * weight;
        best[place] = fit + base;
      }
    } else {
      for (; p < end; p++) {
        uint32_t place = *p >> 16;
        int32_t fit = table[*p & GRADE_MASK] + base, known = best[place];
        known = known > base ? known : base;
        fit = fit > known ? fit : known;
        scores[place] += (fit - known) * weight;
        best[place] = fit;
      }
    }
  }
}

EXPORT void openGates(const uint32_t *postings, const run *runs, uint32_t count, const int32_t *meets, int32_t *gates,
                      int32_t *best, int32_t round) {
  int32_t base = round << FIT_BITS;
  for (const run *r = runs; r < runs + count; r++) {
    const int32_t *table = meets + r->table, gate = r->factor;
    const uint32_t *p = postings + r->from, *end = postings + r->to;
    if (r->part == ONLY) {
      for (; p < end; p++) gates[*p >> 16] += table[*p & GRADE_MASK] * gate;
      continue;
    }
    if (r->part == FIRST) base += 1 << FIT_BITS;
    for (; p < end; p++) {
      uint32_t place = *p >> 16;
      if (table[*p & GRADE_MASK] == 0 || best[place] == base) continue;
      best[place] = base;
      gates[place] += gate;
    }
  }
}

typedef struct {
  uint32_t all, qualified, readySoon, above, found;
} counts;

EXPORT void order(int32_t *scores, const int32_t *gates, uint32_t size, int32_t full, int32_t musts, int32_t floor,
                  int32_t ceiling, uint32_t *found, counts *result) {
  v128_t all = wasm_i32x4_splat(0), qualified = all, ready = all, above = all;
  v128_t zero = all, isFull = wasm_i32x4_splat(full), hasMusts = wasm_i32x4_splat(musts);
  v128_t first = wasm_i32x4_splat(QUALIFIED), second = wasm_i32x4_splat(READY_SOON);
  v128_t low = wasm_i32x4_splat(floor), high = wasm_i32x4_splat(ceiling);
  uint32_t kept = 0, place = 0;
  for (; place + 4 <= size; place += 4) {
    v128_t open = wasm_v128_load(gates + place);
    v128_t best = wasm_i32x4_eq(open, isFull);
    v128_t soon = wasm_v128_andnot(wasm_i32x4_eq(wasm_u32x4_shr(open, 16), hasMusts), best);
    v128_t band = wasm_v128_or(wasm_v128_and(best, first), wasm_v128_and(soon, second));
    v128_t key = wasm_i32x4_add(wasm_v128_load(scores + place), band);
    wasm_v128_store(scores + place, key);
    all = wasm_i32x4_sub(all, wasm_i32x4_ge(key, zero));
    qualified = wasm_i32x4_sub(qualified, wasm_i32x4_ge(key, first));
    ready = wasm_i32x4_sub(ready, wasm_i32x4_ge(key, second));
    v128_t over = wasm_i32x4_gt(key, high);
    above = wasm_i32x4_sub(above, over);
    v128_t wanted = wasm_v128_andnot(wasm_i32x4_gt(key, low), over);
    for (uint32_t bits = wasm_i32x4_bitmask(wanted); bits != 0; bits &= bits - 1) {
      found[kept++] = place + __builtin_ctz(bits);
    }
  }
#define SUM(v) \
  (wasm_i32x4_extract_lane(v, 0) + wasm_i32x4_extract_lane(v, 1) + wasm_i32x4_extract_lane(v, 2) + \
   wasm_i32x4_extract_lane(v, 3))
  result->all = SUM(all);
  result->qualified = SUM(qualified);
  result->readySoon = SUM(ready);
  result->above = SUM(above);
  for (; place < size; place++) {
    int32_t open = gates[place];
    int32_t band = open == full ? QUALIFIED : (int32_t)((uint32_t)open >> 16) == musts ? READY_SOON : 0;
    int32_t key = scores[place] + band;
    scores[place] = key;
    result->all += key >= 0;
    result->qualified += key >= QUALIFIED;
    result->readySoon += key >= READY_SOON;
    result->above += key > ceiling;
    if (key > floor && key <= ceiling) found[kept++] = place;
  }
  result->readySoon -= result->qualified;
  result->found = kept;
}
