import { hasType } from '../../json.js';
import { credentialFormat } from '../format.js';

/** Open Badges 3.0; both names of the type mean the same. */
export const openBadges3 = credentialFormat('openbadges-3', (credential) =>
  hasType(credential, 'OpenBadgeCredential', 'AchievementCredential'),
);
