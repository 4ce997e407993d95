import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessTokens } from './application/access-tokens.js';
import { ApiKeys } from './application/api-keys.js';
import { Authenticator } from './application/authenticator.js';
import { BootstrapOrganization } from './application/bootstrap-organization.js';
import { EgressKeyFetch } from './application/egress-key-fetch.js';
import { KeyDirectory } from './application/key-directory.js';
import { KeyDocuments } from './application/key-documents.js';
import { KeyUsage } from './application/key-usage.js';
import { Organizations } from './application/organizations.js';
import { TokenKeyFetch } from './application/token-key-fetch.js';
import { ApiKeysController } from './http/api-keys.controller.js';
import { AuthenticationGuard } from './http/authentication.guard.js';
import { LargeBodyGuard } from './http/large-body-guard.js';
import { OperationsController } from './http/operations.controller.js';
import { OrganizationController } from './http/organization.controller.js';
import { PolicyGuard } from './http/policy.guard.js';
import { ApiKeyRepository } from './persistence/api-key.repository.js';
import { OrganizationRepository } from './persistence/organization.repository.js';

/** Who calls and what they may. Needs the `Journal` that the audit module keeps. */
@Global()
@Module({
  controllers: [ApiKeysController, OperationsController, OrganizationController],
  providers: [
    AccessTokens,
    ApiKeyRepository,
    ApiKeys,
    Authenticator,
    BootstrapOrganization,
    KeyDirectory,
    KeyDocuments,
    KeyUsage,
    LargeBodyGuard,
    OrganizationRepository,
    Organizations,
    { provide: TokenKeyFetch, useClass: EgressKeyFetch },
    // In this order: who calls, then whether they may.
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: PolicyGuard },
  ],
  exports: [ApiKeys, BootstrapOrganization, Organizations],
})
export class IdentityModule {}
