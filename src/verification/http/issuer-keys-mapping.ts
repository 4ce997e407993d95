import { Invalid } from '../../platform/errors/index.js';
import type { IssuerKeySet, KeySetContent } from '../../trust/index.js';
import { readPinnable } from '../domain/keys/index.js';
import type { IssuerKeySetDto, KeySetDto } from './issuer-keys.dto.js';

/** @throws {Invalid} naming each key that cannot be pinned */
export function toKeySet({ keys, certificates, reason }: KeySetDto): KeySetContent {
  if (keys === undefined && certificates === undefined) {
    throw new Invalid('no-keys', 'State keys, certificates or both.', [
      { pointer: '/keys', code: 'no-keys', message: 'must be there when there are no certificates' },
    ]);
  }
  const reading = readPinnable({ keys: keys ?? [], ...(certificates !== undefined && { certificates }) });
  if (!reading.ok) {
    throw new Invalid(
      'unusable-key',
      'Some of these keys cannot be pinned.',
      reading.problems.map(({ pointer, code, detail }) => ({ pointer, code, message: detail })),
    );
  }
  const vouched = reading.keys.map(({ jwk, thumbprint, expires }) => ({
    jwk,
    thumbprint,
    expiresAt: expires?.toISOString() ?? null,
  }));
  return { keys: vouched, reason };
}

export function presentKeySet({ id, issuer, keys, reason, pinnedBy, pinnedAt }: IssuerKeySet): IssuerKeySetDto {
  return {
    id,
    issuer,
    keys: keys.map(({ jwk, thumbprint, expiresAt }) => ({ jwk, thumbprint, expiresAt })),
    reason,
    pinnedBy,
    pinnedAt,
  };
}
