import { RankingReceiptRow } from './ranking-receipt.entity.js';
import { RankingWatchRow } from './ranking-watch.entity.js';

export const RANKING_ENTITIES = [RankingReceiptRow, RankingWatchRow];
