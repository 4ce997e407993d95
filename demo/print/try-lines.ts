/** Where to look next: addresses, the key, and three requests to try. */
export function tryLines(of: { baseUrl: string; key: string; profileId: string; candidateId: string }): string {
  const { baseUrl, key, profileId, candidateId } = of;
  const curl = (path: string): string => `curl -s -H "Authorization: Bearer ${key}" "${baseUrl}${path}"`;
  return [
    'Try it yourself',
    '',
    `  API            ${baseUrl}/v1`,
    `  documentation  ${baseUrl}/docs`,
    `  admin key      ${key}`,
    '',
    `  ${curl('/v1/credentials?verdict=failed')}`,
    `  ${curl(`/v1/candidates/${candidateId}/competencies`)}`,
    `  ${curl(`/v1/role-profiles/${profileId}/ranking?band=qualified`)}`,
  ].join('\n');
}
