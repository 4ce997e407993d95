/**
 * Whether the issuer of a credential is one of the people it speaks of. DIDs differ in their fragment and addresses in
 * their last slash without naming another party.
 *
 * @param issuerId null when the document names none that could be read
 */
export function isOneOf(issuerId: string | null, subjectIds: readonly string[]): boolean {
  if (issuerId === null) return false;
  const issuer = bareIdentifier(issuerId);
  return subjectIds.some((id) => bareIdentifier(id) === issuer);
}

function bareIdentifier(id: string): string {
  return id.trim().replace(/#.*$/s, '').replace(/\/+$/, '');
}
