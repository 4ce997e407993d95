import type { CanonicalIdentifier } from './canonical-identifier.js';
import { isHostOf, type ParsedUrl } from './parsed-url.js';

const SOC = /^(\d{2})-?(\d{4})(?:\.(\d{2}))?$/;
// Content model: 2.A.1.a, 4.A.1.a.1, and detailed work activities below it: 4.A.1.a.1.I01.D01.
const ELEMENT =
  /^([1-6])\.([A-Z])(?:\.(\d{1,2}))?(?:\.([a-z]{1,2}))?(?:\.(\d{1,2}))?(?:\.([a-z]|I\d{2}))?(?:\.(\d{1,2}|D\d{2}))?$/i;
const UNSPSC = /^\d{8}$/;

/** Occupation, element or technology on a page of O*NET OnLine or of its centre. */
export function onetFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  if (!isHostOf(url.host, 'onetonline.org') && !isHostOf(url.host, 'onetcenter.org')) return undefined;
  return [...url.segments, ...url.queryValues].map(onetFromCode).find((found) => found !== undefined);
}

/**
 * A code of the framework O*NET by its pattern: O*NET-SOC occupation (a bare SOC code means its `.00`), element of the
 * content model, or UNSPSC commodity code of a technology.
 */
export function onetFromCode(code: string): CanonicalIdentifier | undefined {
  const text = code.trim();
  const soc = SOC.exec(text);
  // Eight digits without a hyphen are a commodity; a SOC code has six.
  if (soc !== null) return { scheme: 'onet-occupation', id: `${soc[1]}-${soc[2]}.${soc[3] ?? '00'}` };
  if (UNSPSC.test(text)) return { scheme: 'onet', id: text };
  const element = ELEMENT.exec(text);
  if (element === null) return undefined;
  const [, first, second = '', ...rest] = element;
  const tail = rest
    .filter((part) => part !== undefined)
    .map((part) => (/^[id]\d{2}$/i.test(part) ? part.toUpperCase() : part.toLowerCase()));
  return { scheme: 'onet', id: [first, second.toUpperCase(), ...tail].join('.') };
}
