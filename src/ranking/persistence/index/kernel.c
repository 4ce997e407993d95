// The loops of kernel.ts for WebAssembly: the same numbers in the same arrays. Build with tools/build-kernel.sh.
#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT __attribute__((visibility("default")))
#define INLINE static inline __attribute__((always_inline))
#define GRADE_MASK 2047
#define SEGMENT_SIZE 65536
#define QUALIFIED (2 << 28)
#define READY_SOON (1 << 28)
#define FIT_BITS 14

enum part { MORE = 0, FIRST = 1, ONLY = 2 };

typedef struct {
  uint32_t from, to, table, part;
  int32_t factor;
} run;

EXPORT void clear(int32_t *points, int32_t *gates, uint32_t size) {
  __builtin_memset(points, 0, size * sizeof(int32_t));
  if (gates != 0) __builtin_memset(gates, 0, size * sizeof(int32_t));
}

// The best fit of each place, in the upper bits the round that it was kept in: a requirement has a round of its own, so that
// nothing is cleared between two until the rounds that two bits can tell apart are used up.
#define ROUNDS (1 << (16 - FIT_BITS))

INLINE uint32_t nextRound(uint16_t *best, uint32_t round) {
  if (round + 1 < ROUNDS) return round + 1;
  __builtin_memset(best, 0, SEGMENT_SIZE * sizeof(uint16_t));
  return 1;
}

INLINE void addOnly(uint32_t posting, const uint16_t *table, uint32_t weight, uint32_t *points) {
  points[posting >> 16] += table[posting & GRADE_MASK] * weight;
}

INLINE void addFirst(uint32_t posting, const uint16_t *table, uint32_t weight, uint32_t *points, uint16_t *best,
                     uint32_t base) {
  uint32_t fit = table[posting & GRADE_MASK], place = posting >> 16;
  points[place] += fit * weight;
  best[place] = base + fit;
}

INLINE void addMore(uint32_t posting, const uint16_t *table, uint32_t weight, uint32_t *points, uint16_t *best,
                    uint32_t base) {
  uint32_t fit = table[posting & GRADE_MASK] + base, place = posting >> 16;
  uint32_t known = best[place];
  known = known > base ? known : base;
  fit = fit > known ? fit : known;
  points[place] += (fit - known) * weight;
  best[place] = fit;
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

#define EACH(ADD)                \
  for (; p + 8 <= end; p += 8) { \
    ADD(p[0]);                   \
    ADD(p[1]);                   \
    ADD(p[2]);                   \
    ADD(p[3]);                   \
    ADD(p[4]);                   \
    ADD(p[5]);                   \
    ADD(p[6]);                   \
    ADD(p[7]);                   \
  }                              \
  for (; p < end; p++) ADD(*p)

#define TOUCHED_AT_ONCE 32
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

// Returns the round of the last requirement that was counted.
EXPORT uint32_t addPoints(const uint32_t *postings, const run *runs, uint32_t count, const uint16_t *fits,
                          uint32_t *points, uint16_t *best, uint32_t round) {
  for (const run *r = runs; r < runs + count; r++) {
    uint32_t done = r - runs;
    if (done % TOUCHED_AT_ONCE == 0) touch(postings, r, count - done < TOUCHED_AT_ONCE ? count - done : TOUCHED_AT_ONCE);
    if (r->part == FIRST) round = nextRound(best, round);
    const uint16_t *table = fits + r->table;
    const uint32_t *p = postings + r->from, *end = postings + r->to;
    uint32_t weight = r->factor, base = round << FIT_BITS;
#define ADD_ONLY(posting) addOnly(posting, table, weight, points)
#define ADD_FIRST(posting) addFirst(posting, table, weight, points, best, base)
#define ADD_MORE(posting) addMore(posting, table, weight, points, best, base)
    if (r->part == ONLY) {
      EACH(ADD_ONLY);
    } else if (r->part == FIRST) {
      EACH(ADD_FIRST);
    } else {
      EACH(ADD_MORE);
    }
  }
  return round;
}

EXPORT uint32_t openGates(const uint32_t *postings, const run *runs, uint32_t count, const uint8_t *meets,
                          int32_t *gates, uint16_t *best, uint32_t round) {
  for (const run *r = runs; r < runs + count; r++) {
    if (r->part == FIRST) round = nextRound(best, round);
    const uint8_t *table = meets + r->table;
    int32_t gate = r->factor;
    const uint32_t *p = postings + r->from, *end = postings + r->to;
    uint32_t mark = round << FIT_BITS;
    if (r->part == ONLY) {
      for (; p < end; p++) gates[*p >> 16] += table[*p & GRADE_MASK] * gate;
      continue;
    }
    for (; p < end; p++) {
      uint32_t place = *p >> 16;
      if (table[*p & GRADE_MASK] == 0 || best[place] == mark) continue;
      best[place] = mark;
      gates[place] += gate;
    }
  }
  return round;
}

typedef struct {
  uint32_t all, qualified, readySoon, above, found;
} counts;

INLINE int32_t bandOf(const int32_t *gates, uint32_t place, int32_t full, int32_t musts) {
  if (gates == 0) return QUALIFIED;
  int32_t open = gates[place];
  return open == full ? QUALIFIED : (int32_t)((uint32_t)open >> 16) == musts ? READY_SOON : 0;
}

INLINE int32_t keyOf(const int32_t *points, const int32_t *gates, uint32_t place, int32_t full, int32_t musts) {
  return points[place] + bandOf(gates, place, full, musts);
}

INLINE v128_t keysOf(const int32_t *points, const int32_t *gates, uint32_t place, v128_t full, v128_t musts) {
  v128_t scores = wasm_v128_load(points + place);
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

INLINE void orderBy(const int32_t *points, const int32_t *gates, uint32_t from, uint32_t to, int32_t full,
                    int32_t musts, int32_t floor, int32_t ceiling, uint32_t *found, int32_t *keys, counts *result) {
  // Sign bits of keys and of differences are counted, as -1 each.
  v128_t absent = wasm_i32x4_splat(0), unqualified = absent, unready = absent, above = absent;
  v128_t first = wasm_i32x4_splat(QUALIFIED), second = wasm_i32x4_splat(READY_SOON);
  v128_t isFull = wasm_i32x4_splat(full), hasMusts = wasm_i32x4_splat(musts);
  v128_t low = wasm_i32x4_splat(floor), high = wasm_i32x4_splat(ceiling);
  v128_t lower = wasm_i32x4_splat((floor < ceiling ? floor : ceiling) - QUALIFIED);
  uint32_t kept = 0, place = from;
  while (place + 4 <= to) {
    // Where nothing gates, nearly all are below the floor, and only those who are absent are counted.
    if (gates == 0 && place + 16 <= to) {
      v128_t a = wasm_v128_load(points + place), b = wasm_v128_load(points + place + 4);
      v128_t c = wasm_v128_load(points + place + 8), d = wasm_v128_load(points + place + 12);
      v128_t largest = wasm_i32x4_max(wasm_i32x4_max(a, b), wasm_i32x4_max(c, d));
      if (!wasm_v128_any_true(wasm_i32x4_gt(largest, lower))) {
        v128_t signs = wasm_i32x4_add(wasm_i32x4_shr(a, 31), wasm_i32x4_shr(b, 31));
        signs = wasm_i32x4_add(signs, wasm_i32x4_add(wasm_i32x4_shr(c, 31), wasm_i32x4_shr(d, 31)));
        absent = wasm_i32x4_add(absent, signs);
        place += 16;
        continue;
      }
    }
    v128_t key = keysOf(points, gates, place, isFull, hasMusts);
    absent = wasm_i32x4_add(absent, wasm_i32x4_shr(key, 31));
    if (gates != 0) {
      unqualified = wasm_i32x4_add(unqualified, wasm_i32x4_gt(first, key));
      unready = wasm_i32x4_add(unready, wasm_i32x4_gt(second, key));
    }
    v128_t over = wasm_i32x4_gt(key, high);
    above = wasm_i32x4_add(above, over);
    v128_t wanted = wasm_v128_andnot(wasm_i32x4_gt(key, low), over);
    for (uint32_t bits = wasm_i32x4_bitmask(wanted); bits != 0; bits &= bits - 1) {
      uint32_t one = place + __builtin_ctz(bits);
      found[kept] = one;
      keys[kept++] = keyOf(points, gates, one, full, musts);
    }
    place += 4;
  }
  uint32_t size = place - from;
  counts c = {size + sum(absent), size + sum(unqualified), size + sum(unready), -sum(above), 0};
  for (; place < to; place++) {
    int32_t key = keyOf(points, gates, place, full, musts);
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
EXPORT void order(const int32_t *points, const int32_t *gates, uint32_t from, uint32_t to, int32_t full, int32_t musts,
                  int32_t floor, int32_t ceiling, uint32_t *found, int32_t *keys, counts *result) {
  if (gates == 0) orderBy(points, 0, from, to, full, musts, floor, ceiling, found, keys, result);
  else orderBy(points, gates, from, to, full, musts, floor, ceiling, found, keys, result);
}
