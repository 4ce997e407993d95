import type pg from 'pg';
import type { IndexQuestion } from '../../src/ranking/domain/index/question.js';
import type { Answer } from './answer.js';
import { competencyOf } from './ids.js';
import { TODAY } from './population.js';

/**
 * The ranking as a hand-tuned statement: relations worked out beforehand, numbers for ids, a covering index, page and
 * exact totals in one pass. It knows verified holdings with known levels only, which is all that the population has.
 */
const TUNED = `
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest($1::int[], $2::int2[], $3::int[], $4::int[], $5::int[], $6::bool[])
    AS a (requirement, competency, percent, level, weight, is_must)),
best AS (
  SELECT t.candidate, a.requirement, max(t.strength * a.percent * least(t.level::int, a.level) / a.level) * min(a.weight) AS points,
    bool_or(a.is_must AND a.percent >= 80 AND t.strength >= 50 AND t.level >= a.level) AS met
  FROM asked a JOIN tuned t ON t.competency = a.competency AND t.ends > ${TODAY}
  GROUP BY t.candidate, a.requirement),
scored AS MATERIALIZED (
  SELECT candidate, sum(points)::int AS score, (count(*) FILTER (WHERE met) < $7)::int AS band
  FROM best GROUP BY candidate),
page AS (SELECT * FROM scored ORDER BY band, score DESC, candidate LIMIT 50)
SELECT count(*) AS matched, count(*) FILTER (WHERE band = 0) AS qualified,
  (SELECT json_agg(json_build_array(candidate, score) ORDER BY band, score DESC, candidate) FROM page) AS page
FROM scored`;

export class TunedSql {
  constructor(
    private readonly db: pg.Client,
    private readonly candidates: number,
  ) {}

  /** Settings that the statement is fastest with. */
  async prepare(): Promise<void> {
    await this.db.query(`SET work_mem = '512MB'; SET hash_mem_multiplier = 2; SET jit = off;
      SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 10; SET parallel_tuple_cost = 0.01;
      SET min_parallel_table_scan_size = 0; SET min_parallel_index_scan_size = 0; SET random_page_cost = 1.1`);
  }

  async rank({ requirements }: IndexQuestion): Promise<Answer> {
    const flat = requirements.flatMap(({ level, weight, importance, relations }, requirement) =>
      relations.map(([id, percent]) => ({
        ...{ requirement, percent, level: level ?? 1, weight, isMust: importance === 'must' },
        competency: competencyOf(id),
      })),
    );
    const column = <K extends keyof (typeof flat)[number]>(name: K) => flat.map((row) => row[name]);
    const musts = requirements.filter(({ importance }) => importance === 'must').length;
    const from = performance.now();
    const { rows } = await this.db.query<{ matched: string; qualified: string; page: [number, number][] }>({
      name: 'tuned',
      text: TUNED,
      values: [
        ...[column('requirement'), column('competency'), column('percent'), column('level'), column('weight')],
        ...[column('isMust'), musts],
      ],
    });
    const ms = performance.now() - from;
    const [row] = rows;
    const matched = Number(row?.matched);
    // Who has nothing that counts is qualified where nothing must be met.
    const others = musts === 0 ? this.candidates - matched : 0;
    return { ms, matched, qualified: Number(row?.qualified) + others, page: row?.page ?? [] };
  }
}
