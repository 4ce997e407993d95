import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { TIERS, type Tier } from '../domain/tier.js';

const ANY_OBJECTS = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

class RegistryFailureDto {
  @ApiProperty({ example: 'unreachable' }) code: string;
  @ApiProperty() detail: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

class RegistryAnswerDto {
  @ApiProperty({ format: 'uuid' }) registryId: string;
  @ApiProperty() registryName: string;
  @ApiProperty() kind: string;
  @ApiProperty({ type: String, nullable: true, description: 'null for a list that was uploaded' }) source:
    string | null;
  @ApiProperty({ enum: ['listed', 'revoked', 'not_listed', 'unknown'] }) outcome: string;
  @ApiProperty() detail: string;
  @ApiProperty({ type: String, nullable: true }) listedName: string | null;
  @ApiProperty({ type: String, nullable: true }) listedUrl: string | null;
  @ApiProperty({ type: String, nullable: true }) listedLocation: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) fetchedAt: Date | null;
  @ApiProperty({ type: Number, nullable: true }) ageSeconds: number | null;
  @ApiProperty({ type: RegistryFailureDto, nullable: true, description: 'Of the last attempt to read it again' })
  failure: RegistryFailureDto | null;
}

class DisagreementDto {
  @ApiProperty({ enum: ['other-name', 'revoked-elsewhere'] }) code: string;
  @ApiProperty() detail: string;
  @ApiProperty({ type: [String], format: 'uuid' }) registryIds: string[];
}

/** What others say about an issuer. */
export class IssuerStandingDto {
  @ApiProperty({ type: [RegistryAnswerDto] }) registries: RegistryAnswerDto[];
  @ApiProperty({ type: [DisagreementDto] }) disagreements: DisagreementDto[];
  @ApiProperty({ ...ANY_OBJECTS, description: 'Issuers that are believed more and that it could be taken for' })
  lookAlikes: object[];
  @ApiProperty({ ...ANY_OBJECTS, description: 'Genuine endorsements of it, those that count first' })
  endorsements: object[];
}

export class IssuerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'did:web:academy.example', description: 'DID or URL that it goes by' }) identifier: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ example: 'self-asserted' }) nameSource: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it calls itself' }) ownName: string | null;
  @ApiProperty({ example: 'self-asserted' }) ownNameSource: string;
  @ApiProperty({ format: 'date-time' }) firstSeenAt: Date;
  @ApiProperty({ type: String, enum: [...TIERS, null], nullable: true, description: 'null: nothing was decided' })
  tier: Tier | null;
  @ApiProperty({ enum: TIERS, description: 'The one that counts' }) tierInForce: Tier;
  @ApiProperty({ minimum: 0 }) credentialCount: number;
}

export class IssuerPageDto {
  @ApiProperty({ type: [IssuerDto] }) data: IssuerDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class DecisionInForceDto {
  @ApiProperty({ enum: TIERS }) tier: Tier;
  @ApiProperty({ type: [String], format: 'uuid', nullable: true, description: 'null: for everything it says' })
  competencyIds: string[] | null;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: Date;
}

export class IssuerDetailDto extends IntersectionType(IssuerDto, IssuerStandingDto) {
  @ApiProperty({ type: [DecisionInForceDto] }) decisions: DecisionInForceDto[];
  @ApiProperty({ ...ANY_OBJECTS, description: 'What its credentials say of it' }) selfAsserted: object[];
}
