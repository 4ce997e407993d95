// The loops of kernel.ts for WebAssembly: the same numbers in the same arrays. Build with tools/build-kernel.sh.
#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT __attribute__((visibility("default")))
#define INLINE static inline __attribute__((always_inline))
#define GRADE_MASK 2047
#define QUALIFIED (2 << 28)
#define READY_SOON (1 << 28)
#define FIT_BITS 14

enum part { MORE = 0, FIRST = 1, ONLY = 2 };

typedef struct {
  uint32_t from, to, table, part;
  int32_t factor;
} run;

// Points in the lower half, the best fit of the last requirement in the upper: one load and one store for both.
typedef uint64_t cell;

EXPORT void clear(cell *cells, int32_t *gates, uint32_t size) {
  __builtin_memset(cells, 0, size * sizeof(cell));
  if (gates != 0) __builtin_memset(gates, 0, size * sizeof(int32_t));
}

INLINE void addOnly(uint32_t posting, const uint16_t *table, uint32_t weight, cell *cells) {
  cells[posting >> 16] += table[posting & GRADE_MASK] * weight;
}

INLINE void addFirst(uint32_t posting, const uint16_t *table, uint32_t weight, cell *cells, uint32_t base) {
  uint32_t fit = table[posting & GRADE_MASK];
  cell *own = cells + (posting >> 16);
  *own = (uint64_t)(base + fit) << 32 | ((uint32_t)*own + fit * weight);
}

INLINE void addMore(uint32_t posting, const uint16_t *table, uint32_t weight, cell *cells, uint32_t base) {
  uint32_t fit = table[posting & GRADE_MASK] + base;
  cell *own = cells + (posting >> 16);
  uint32_t known = *own >> 32;
  known = known > base ? known : base;
  fit = fit > known ? fit : known;
  *own = (uint64_t)fit << 32 | ((uint32_t)*own + (fit - known) * weight);
}

// The runs to go through, those of one requirement together, the longest that has each candidate once first. starts: by
// competency where its run with one posting of each candidate begins, and where that of further ones does. asked: for each
// requirement the factor, how many lists, and of each list competency and table. Returns how many there are.
EXPORT uint32_t listRuns(const uint32_t *starts, uint32_t competencies, const uint32_t *asked, uint32_t requirements,
                         run *runs) {
  run *next = runs;
  for (; requirements > 0; requirements--) {
    int32_t factor = (int32_t)asked[0];
    const uint32_t *list = asked + 2, *end = list + 2 * asked[1];
    run *begin = next, *longest = next;
    uint32_t most = 0;
    for (; list < end; list += 2) {
      if (list[0] >= competencies) continue;
      const uint32_t *start = starts + 2 * list[0];
      uint32_t from = start[0], further = start[1], to = start[2];
      if (from == further) continue;
      if (further - from > most) {
        most = further - from;
        longest = next;
      }
      *next++ = (run){from, further, list[1], MORE, factor};
      if (further < to) *next++ = (run){further, to, list[1], MORE, factor};
    }
    asked = end;
    if (next == begin) continue;
    run first = *longest;
    *longest = *begin;
    *begin = first;
    begin->part = next - begin == 1 ? ONLY : FIRST;
  }
  return next - runs;
}

#define EACH(ADD)              \
  for (; p + 4 <= end; p += 4) { \
    ADD(p[0]);                   \
    ADD(p[1]);                   \
    ADD(p[2]);                   \
    ADD(p[3]);                   \
  }                              \
  for (; p < end; p++) ADD(*p)

#define TOUCHED_AT_ONCE 16
#define TOUCHED_LINES 24
#define LINE 16

// Runs lie apart from each other, so the beginning of each would be waited for; those of many are fetched together.
INLINE void touch(const uint32_t *postings, const run *runs, uint32_t count) {
  for (const run *r = runs; r < runs + count; r++) {
    const volatile uint32_t *p = postings + r->from, *end = postings + r->to;
    const volatile uint32_t *most = p + TOUCHED_LINES * LINE;
    for (end = end < most ? end : most; p < end; p += LINE) (void)*p;
  }
}

// Returns the number of the last requirement that was counted.
EXPORT uint32_t addPoints(const uint32_t *postings, const run *runs, uint32_t count, const uint16_t *fits, cell *cells,
                          uint32_t round) {
  uint32_t base = round << FIT_BITS;
  for (const run *r = runs; r < runs + count; r++) {
    uint32_t done = r - runs;
    if (done % TOUCHED_AT_ONCE == 0) touch(postings, r, count - done < TOUCHED_AT_ONCE ? count - done : TOUCHED_AT_ONCE);
    const uint16_t *table = fits + r->table;
    const uint32_t *p = postings + r->from, *end = postings + r->to;
    uint32_t weight = r->factor;
#define ADD_ONLY(posting) addOnly(posting, table, weight, cells)
#define ADD_FIRST(posting) addFirst(posting, table, weight, cells, base)
#define ADD_MORE(posting) addMore(posting, table, weight, cells, base)
    if (r->part == ONLY) {
      EACH(ADD_ONLY);
    } else if (r->part == FIRST) {
      base += 1 << FIT_BITS;
      EACH(ADD_FIRST);
    } else {
      EACH(ADD_MORE);
    }
  }
  return base >> FIT_BITS;
}

EXPORT uint32_t openGates(const uint32_t *postings, const run *runs, uint32_t count, const uint8_t *meets,
                          int32_t *gates, cell *cells, uint32_t round) {
  uint32_t base = round << FIT_BITS;
  for (const run *r = runs; r < runs + count; r++) {
    const uint8_t *table = meets + r->table;
    int32_t gate = r->factor;
    const uint32_t *p = postings + r->from, *end = postings + r->to;
    if (r->part == ONLY) {
      for (; p < end; p++) gates[*p >> 16] += table[*p & GRADE_MASK] * gate;
      continue;
    }
    if (r->part == FIRST) base += 1 << FIT_BITS;
    for (; p < end; p++) {
      uint32_t place = *p >> 16;
      if (table[*p & GRADE_MASK] == 0 || cells[place] >> 32 == base) continue;
      cells[place] = (uint64_t)base << 32 | (uint32_t)cells[place];
      gates[place] += gate;
    }
  }
  return base >> FIT_BITS;
}

typedef struct {
  uint32_t all, qualified, readySoon, above, found;
} counts;

INLINE int32_t bandOf(const int32_t *gates, uint32_t place, int32_t full, int32_t musts) {
  if (gates == 0) return QUALIFIED;
  int32_t open = gates[place];
  return open == full ? QUALIFIED : (int32_t)((uint32_t)open >> 16) == musts ? READY_SOON : 0;
}

INLINE int32_t keyOf(const cell *cells, const int32_t *gates, uint32_t place, int32_t full, int32_t musts) {
  return (int32_t)(uint32_t)cells[place] + bandOf(gates, place, full, musts);
}

INLINE v128_t keysOf(const cell *cells, const int32_t *gates, uint32_t place, v128_t full, v128_t musts) {
  v128_t low = wasm_v128_load(cells + place), high = wasm_v128_load(cells + place + 2);
  v128_t scores = wasm_i32x4_shuffle(low, high, 0, 2, 4, 6);
  if (gates == 0) return wasm_i32x4_add(scores, wasm_i32x4_splat(QUALIFIED));
  v128_t open = wasm_v128_load(gates + place);
  v128_t best = wasm_i32x4_eq(open, full);
  v128_t soon = wasm_v128_andnot(wasm_i32x4_eq(wasm_u32x4_shr(open, 16), musts), best);
  v128_t band = wasm_v128_or(wasm_v128_and(best, wasm_i32x4_splat(QUALIFIED)),
                             wasm_v128_and(soon, wasm_i32x4_splat(READY_SOON)));
  return wasm_i32x4_add(scores, band);
}

INLINE uint32_t sum(v128_t v) {
  return wasm_i32x4_extract_lane(v, 0) + wasm_i32x4_extract_lane(v, 1) + wasm_i32x4_extract_lane(v, 2) +
         wasm_i32x4_extract_lane(v, 3);
}

INLINE void orderBy(const cell *cells, const int32_t *gates, uint32_t from, uint32_t to, int32_t full, int32_t musts,
                    int32_t floor, int32_t ceiling, uint32_t *found, int32_t *keys, counts *result) {
  v128_t all = wasm_i32x4_splat(0), qualified = all, ready = all, above = all;
  v128_t zero = all, first = wasm_i32x4_splat(QUALIFIED), second = wasm_i32x4_splat(READY_SOON);
  v128_t isFull = wasm_i32x4_splat(full), hasMusts = wasm_i32x4_splat(musts);
  v128_t low = wasm_i32x4_splat(floor), high = wasm_i32x4_splat(ceiling);
  uint32_t kept = 0, place = from;
  for (; place + 4 <= to; place += 4) {
    v128_t key = keysOf(cells, gates, place, isFull, hasMusts);
    all = wasm_i32x4_sub(all, wasm_i32x4_ge(key, zero));
    if (gates != 0) {
      qualified = wasm_i32x4_sub(qualified, wasm_i32x4_ge(key, first));
      ready = wasm_i32x4_sub(ready, wasm_i32x4_ge(key, second));
    }
    v128_t over = wasm_i32x4_gt(key, high);
    above = wasm_i32x4_sub(above, over);
    v128_t wanted = wasm_v128_andnot(wasm_i32x4_gt(key, low), over);
    for (uint32_t bits = wasm_i32x4_bitmask(wanted); bits != 0; bits &= bits - 1) {
      uint32_t one = place + __builtin_ctz(bits);
      found[kept] = one;
      keys[kept++] = keyOf(cells, gates, one, full, musts);
    }
  }
  counts c = {sum(all), sum(qualified), sum(ready), sum(above), 0};
  for (; place < to; place++) {
    int32_t key = keyOf(cells, gates, place, full, musts);
    c.all += key >= 0;
    c.qualified += key >= QUALIFIED;
    c.readySoon += key >= READY_SOON;
    c.above += key > ceiling;
    if (key > floor && key <= ceiling) {
      found[kept] = place;
      keys[kept++] = key;
    }
  }
  c.readySoon -= c.qualified;
  if (gates == 0) {
    c.qualified = c.all;
    c.readySoon = 0;
  }
  c.found = kept;
  *result = c;
}

// No gates: nothing gates, and everyone is qualified.
EXPORT void order(const cell *cells, const int32_t *gates, uint32_t from, uint32_t to, int32_t full, int32_t musts,
                  int32_t floor, int32_t ceiling, uint32_t *found, int32_t *keys, counts *result) {
  if (gates == 0) orderBy(cells, 0, from, to, full, musts, floor, ceiling, found, keys, result);
  else orderBy(cells, gates, from, to, full, musts, floor, ceiling, found, keys, result);
}
