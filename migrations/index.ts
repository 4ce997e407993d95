import { IdentityAndAudit1795392000001 } from './1795392000001-identity-and-audit.js';
import { OutboxAndOperations1795392000002 } from './1795392000002-outbox-and-operations.js';
import { Candidates1795392000003 } from './1795392000003-candidates.js';
import { Credentials1795392000004 } from './1795392000004-credentials.js';
import { Frameworks1795392000005 } from './1795392000005-frameworks.js';
import { TrustAndVerification1795392000006 } from './1795392000006-trust-and-verification.js';
import { MappingAndHoldings1795392000007 } from './1795392000007-mapping-and-holdings.js';
import { RoleProfiles1795392000008 } from './1795392000008-role-profiles.js';
import { Connections1795392000009 } from './1795392000009-connections.js';
import { HookWatermarks1795392000010 } from './1795392000010-hook-watermarks.js';
import { FrameworkUploads1795392000011 } from './1795392000011-framework-uploads.js';
import { CompetencyWords1795392000012 } from './1795392000012-competency-words.js';
import { ContainedCredentials1795392100001 } from './1795392100001-contained-credentials.js';
import { IssuerKeySets1795392300001 } from './1795392300001-issuer-key-sets.js';
import { CredentialsByBytes1795392500001 } from './1795392500001-credentials-by-bytes.js';
import { MappingRules1795392700001 } from './1795392700001-mapping-rules.js';
import { FrameworkDetail1795392600001 } from './1795392600001-framework-detail.js';
import { ApplicationDecisions1795393006001 } from './1795393006001-application-decisions.js';
import { FrameworkAbout1795393004001 } from './1795393004001-framework-about.js';
import { LighterFrameworkRows1795393004002 } from './1795393004002-lighter-framework-rows.js';
import { RehearsedImports1795393004003 } from './1795393004003-rehearsed-imports.js';
import { HoldingPacks1795393005001 } from './1795393005001-holding-packs.js';
import { ScoringPolicyVersions1795393006002 } from './1795393006002-scoring-policy-versions.js';
import { ResolvedCredentials1795393001001 } from './1795393001001-resolved-credentials.js';
import { Webhooks1795393008001 } from './1795393008001-webhooks.js';
import { IntakeEvents1795393007001 } from './1795393007001-intake-events.js';
import { RankingReceipts1795393006003 } from './1795393006003-ranking-receipts.js';
import { TrustAnchors1795393002002 } from './1795393002002-trust-anchors.js';
import { PresentationRequests1795393002001 } from './1795393002001-presentation-requests.js';
import { Assessments1795393007002 } from './1795393007002-assessments.js';
import { Hydration1795393007003 } from './1795393007003-hydration.js';
import { RankingWatches1795393008002 } from './1795393008002-ranking-watches.js';
import { ImportRehearsals1795460000001 } from './1795460000001-import-rehearsals.js';
import { TrustRegistries1795410000001 } from './1795410000001-trust-registries.js';
import { WordsInMemory1795450000001 } from './1795450000001-words-in-memory.js';
import { CrosswalksOfPeople1795450000002 } from './1795450000002-crosswalks-of-people.js';
import { DecidedMethods1795450000003 } from './1795450000003-decided-methods.js';
import { CrosswalksOfDecisions1795580000002 } from './1795580000002-crosswalks-of-decisions.js';
import { LevelMaps1795580000003 } from './1795580000003-level-maps.js';
import { CompetencyVectors1795600200000 } from './1795600200000-competency-vectors.js';
import { VerdictsNameTheirCredential1795600300000 } from './1795600300000-verdicts-name-their-credential.js';
import { SecondReviewers1795580000001 } from './1795580000001-second-reviewers.js';
import { FederationAnswers1795410000002 } from './1795410000002-federation-answers.js';
import { IssuerEndorsements1795410000003 } from './1795410000003-issuer-endorsements.js';
import { LookAlikes1795410000004 } from './1795410000004-look-alikes.js';

/** In the order they run. Listed by hand, so that builds, tests and the command line see the same migrations. */ import { EvidenceLinks1795420000001 } from './1795420000001-evidence-links.js';
import { ImportPlaces1795550000001 } from './1795550000001-import-places.js';
import { Reconciliations1795460000002 } from './1795460000002-reconciliations.js';

export const migrations = [
  IdentityAndAudit1795392000001,
  OutboxAndOperations1795392000002,
  Candidates1795392000003,
  Credentials1795392000004,
  Frameworks1795392000005,
  TrustAndVerification1795392000006,
  MappingAndHoldings1795392000007,
  RoleProfiles1795392000008,
  Connections1795392000009,
  HookWatermarks1795392000010,
  FrameworkUploads1795392000011,
  CompetencyWords1795392000012,
  ContainedCredentials1795392100001,
  IssuerKeySets1795392300001,
  CredentialsByBytes1795392500001,
  MappingRules1795392700001,
  FrameworkDetail1795392600001,
  ApplicationDecisions1795393006001,
  FrameworkAbout1795393004001,
  LighterFrameworkRows1795393004002,
  RehearsedImports1795393004003,
  HoldingPacks1795393005001,
  ScoringPolicyVersions1795393006002,
  ResolvedCredentials1795393001001,
  Webhooks1795393008001,
  IntakeEvents1795393007001,
  RankingReceipts1795393006003,
  PresentationRequests1795393002001,
  Assessments1795393007002,
  TrustAnchors1795393002002,
  Hydration1795393007003,
  RankingWatches1795393008002,
  ImportRehearsals1795460000001,
  TrustRegistries1795410000001,
  WordsInMemory1795450000001,
  CrosswalksOfPeople1795450000002,
  DecidedMethods1795450000003,
  FederationAnswers1795410000002,
  IssuerEndorsements1795410000003,
  EvidenceLinks1795420000001,
  LookAlikes1795410000004,
  Reconciliations1795460000002,
  SecondReviewers1795580000001,
  ImportPlaces1795550000001,
  CrosswalksOfDecisions1795580000002,
  LevelMaps1795580000003,
  CompetencyVectors1795600200000,
  VerdictsNameTheirCredential1795600300000,
];
