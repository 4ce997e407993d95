import { contextUrlsOf } from '../../json.js';
import { recognisedFormat } from '../format.js';

export const lerRs = recognisedFormat('ler-rs', 'HR Open learner records (LER-RS) are not verified', ({ credential }) =>
  contextUrlsOf(credential).some((url) => url.includes('://schema.hropenstandards.org/')),
);
