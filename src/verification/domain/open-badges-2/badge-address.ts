import { speaksFor } from '../keys/speaks-for.js';

/** Whether a value is a web address, which a hosted part of a badge must have as its id. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** The address over https, without its fragment: many badges were issued before their hosts had certificates. */
export function overHttps(address: string): string {
  const url = new URL(address);
  url.protocol = 'https:';
  url.hash = '';
  return url.href;
}

/** Whether two ids are one address, by http or https, or the same text where they are no addresses. */
export function isSameAddress(one: string, other: string): boolean {
  if (!isWebAddress(one) || !isWebAddress(other)) return one === other;
  return overHttps(one) === overHttps(other);
}

/**
 * Whether who publishes at one address decides about the other one: the same host, by http or https; on hosts where anyone
 * may publish also the same folder or one below.
 */
export function isSameAuthority(address: string, other: string): boolean {
  if (!isWebAddress(address) || !isWebAddress(other)) return false;
  return isSameAddress(address, other) || speaksFor(overHttps(address), overHttps(other));
}
