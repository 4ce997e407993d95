import { ApiProperty } from '@nestjs/swagger';
import { IssuerStandingDto } from '../../trust/index.js';
import { FraudSignalDto } from './fraud-signals.controller.js';

const VERDICTS = ['verified', 'failed', 'unverifiable', 'unsupported'];
const OUTCOMES = ['pass', 'fail', 'warning', 'unknown', 'skipped'];
const RECIPIENTS = ['match', 'mismatch', 'not_checked'];

class CredentialIssuerDto {
  @ApiProperty({ example: 'did:web:academy.example', description: 'As the document names it' }) id: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Under GET /v1/issuers' })
  issuerId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Northwind Logistics Academy' }) name: string | null;
  @ApiProperty({ example: 'self-asserted' }) nameSource: string;
  @ApiProperty({ type: String, nullable: true, description: 'What the document itself says' })
  selfAssertedName: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'known',
    description: 'null where it is not proven who issued it',
  })
  tier: string | null;
}

class ContainedInDto {
  @ApiProperty({ format: 'uuid' }) credentialId: string;
  @ApiProperty({ description: 'RFC 6901 pointer into the other document; empty for all of it' }) path: string;
  @ApiProperty({ type: String, nullable: true, description: 'Where it was fetched' }) url: string | null;
}

export class CredentialDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ type: String, nullable: true, example: 'openbadges-3' }) format: string | null;
  @ApiProperty({ example: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef' }) sha256: string;
  @ApiProperty({ description: 'Bytes' }) size: number;
  @ApiProperty({ example: 'application/vc+ld+json' }) contentType: string;
  @ApiProperty({ type: String, nullable: true }) fileName: string | null;
  @ApiProperty({ enum: ['api', 'webhook', 'import', 'link', 'contained'] }) source: string;
  @ApiProperty({ type: String, enum: [...VERDICTS, null], nullable: true, description: 'null until it was verified' })
  verdict: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'revoked' }) reason: string | null;
  @ApiProperty({ type: [String], description: 'All that apply, the worst first' }) reasons: string[];
  @ApiProperty({ type: String, enum: [...RECIPIENTS, null], nullable: true }) recipient: string | null;
  @ApiProperty({ type: String, nullable: true }) recipientCode: string | null;
  @ApiProperty({ type: String, nullable: true }) recipientDetail: string | null;
  @ApiProperty({ type: CredentialIssuerDto, nullable: true }) issuer: CredentialIssuerDto | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'As the document says it' })
  achievement: object | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validFrom: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validUntil: Date | null;
  @ApiProperty({ format: 'date-time' }) submittedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextCheckAt: Date | null;
  @ApiProperty({ type: ContainedInDto, nullable: true }) containedIn: ContainedInDto | null;
}

export class CredentialPageDto {
  @ApiProperty({ type: [CredentialDto] }) data: CredentialDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class CheckDto {
  @ApiProperty({ example: 'status' }) id: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  @ApiProperty({ example: 'not-revoked', description: 'Stable word for programs' }) code: string;
  @ApiProperty() detail: string;
  @ApiProperty({ required: false, description: 'Which of several things was checked' }) subject?: string;
  @ApiProperty({ format: 'date-time' }) checkedAt: Date;
  @ApiProperty({ required: false, description: 'Milliseconds; entries of one check share it' }) durationMs?: number;
}

class ContainedCredentialDto extends ContainedInDto {
  @ApiProperty({ type: String, nullable: true }) format: string | null;
  @ApiProperty({ type: String, enum: [...VERDICTS, null], nullable: true }) verdict: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

class ClaimDto {
  @ApiProperty() position: number;
  @ApiProperty({ example: '/credentialSubject/achievement/alignment/0' }) jsonPath: string;
  @ApiProperty({ example: 'alignment' }) kind: string;
  @ApiProperty({ type: String, nullable: true }) class: string | null;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  @ApiProperty({ type: String, nullable: true }) uri: string | null;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: String, nullable: true }) framework: string | null;
  @ApiProperty({ type: String, nullable: true }) origin: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'With its scale and source' })
  level: object | null;
}

class MappingOfClaimDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() claimPosition: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) competencyId: string | null;
  @ApiProperty({ type: String, nullable: true }) competencyLabel: string | null;
  @ApiProperty({ example: 'exact-uri' }) method: string;
  @ApiProperty({ type: Number, nullable: true }) score: number | null;
  @ApiProperty({ example: 'accepted' }) state: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) evidence: object | null;
  @ApiProperty({ type: String, nullable: true }) frameworkVersion: string | null;
  @ApiProperty({ type: String, nullable: true }) frameworkName: string | null;
}

export class CredentialDetailDto extends CredentialDto {
  @ApiProperty({ type: [CheckDto] }) checks: CheckDto[];
  @ApiProperty({ type: IssuerStandingDto, nullable: true, description: 'null where it is not proven who issued it' })
  issuerTrust: IssuerStandingDto | null;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) evidence: object[];
  @ApiProperty({ type: [ContainedCredentialDto], description: 'What was found inside, each judged apart' })
  contained: ContainedCredentialDto[];
  @ApiProperty({ type: [ClaimDto] }) claims: ClaimDto[];
  @ApiProperty({ type: [MappingOfClaimDto] }) mappings: MappingOfClaimDto[];
  @ApiProperty({ type: [FraudSignalDto] }) signals: FraudSignalDto[];
  @ApiProperty({ type: String, nullable: true }) rulesVersion: string | null;
}

class RecipientDto {
  @ApiProperty({ enum: RECIPIENTS }) outcome: string;
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty() detail: string;
}

class PastVerificationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: VERDICTS }) verdict: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: [String] }) reasons: string[];
  @ApiProperty({ type: [CheckDto] }) checks: CheckDto[];
  @ApiProperty({ type: RecipientDto, nullable: true }) recipient: RecipientDto | null;
  @ApiProperty() rulesVersion: string;
  @ApiProperty({ format: 'date-time' }) verifiedAt: Date;
  @ApiProperty({ type: Number, nullable: true }) durationMs: number | null;
}

export class VerificationHistoryDto {
  @ApiProperty({ type: [PastVerificationDto] }) data: PastVerificationDto[];
}
