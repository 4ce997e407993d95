import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Connection } from '../domain/connection.js';
import { HR_SYSTEMS, type HrSystem } from '../domain/hr-system.js';
import { LastReconciliationDto } from './reconciliation.dto.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;

export class ConnectionSettingsDto {
  @ApiPropertyOptional({ description: 'teamtailor: also take version 1 of the signature, which covers the id alone' })
  @IsOptional()
  @IsBoolean()
  legacySignatures?: boolean | null;

  @ApiPropertyOptional({
    example: 'a-provider-key',
    description: 'teamtailor: what comes as a bearer token with the events for partners; not shown again',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{8,200}$/, { message: '$property must have 8 to 200 printable characters without blanks' })
  providerKey?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      "What we sign in with at the system's own interface (lever, ashby, smartrecruiters, teamtailor, workable, and for greenhouse client id and secret with a colon between them); not shown again",
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{8,500}$/, { message: '$property must have 8 to 500 printable characters without blanks' })
  apiToken?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'https://api.sandbox.lever.co/v1',
    description: "Where that interface is; default: the vendor's usual address",
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  apiUrl?: string | null;
}

export class NewSecretDto {
  @ApiPropertyOptional({
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    description:
      'standard: "whsec_" and base64 of 24 to 64 bytes; others: 8 to 200 printable characters. Left out, a new one is made ' +
      'for systems that ask for one (standard, greenhouse, ashby, huntflow)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  secret?: string;
}

export class CreateConnectionDto extends IntersectionType(NewSecretDto, ConnectionSettingsDto) {
  @ApiProperty({ enum: HR_SYSTEMS, example: 'standard', description: 'standard: signed as Standard Webhooks says' })
  @IsIn(HR_SYSTEMS)
  system: HrSystem;

  @ApiPropertyOptional({ example: 'Careers site', description: 'Default: the system' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, { message: '$property must not contain control characters' })
  name?: string;
}

export class SecretHintDto {
  @ApiProperty({ example: '7oD=', description: 'The last four characters' }) lastFour: string;
  @ApiProperty() createdAt: Date;
  @ApiProperty({ type: Date, nullable: true, description: 'Deliveries signed with it are refused from then on' })
  expiresAt: Date | null;
}

export class ConnectionDto {
  @ApiProperty({ example: '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' }) id: string;
  @ApiProperty({ enum: HR_SYSTEMS }) system: HrSystem;
  @ApiProperty({ example: 'Careers site' }) name: string;
  @ApiProperty({ example: '/v1/hooks/019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' }) hookUrl: string;
  @ApiProperty({ type: [SecretHintDto], description: 'Empty: deliveries are refused until a secret is added' })
  secrets: SecretHintDto[];
  @ApiProperty() legacySignatures: boolean;
  @ApiProperty({ description: 'Whether a provider key is asked for' }) hasProviderKey: boolean;
  @ApiProperty({ description: "Whether there is a token for the system's own interface" }) hasApiToken: boolean;
  @ApiProperty({ type: String, nullable: true }) apiUrl: string | null;
  @ApiProperty() createdAt: Date;
  @ApiProperty({ type: LastReconciliationDto, nullable: true, description: 'The last comparison with the system' })
  reconciliation: LastReconciliationDto | null;

  static from(connection: Connection): ConnectionDto {
    return {
      id: connection.id,
      system: connection.system,
      name: connection.name,
      hookUrl: `/v1/hooks/${connection.id}`,
      secrets: connection.secrets.map(({ secret, createdAt, expiresAt }) => ({
        lastFour: secret.slice(-4),
        createdAt,
        expiresAt,
      })),
      legacySignatures: connection.settings.legacySignatures === true,
      hasProviderKey: connection.settings.providerKey !== undefined,
      hasApiToken: connection.settings.apiToken !== undefined,
      apiUrl: connection.settings.apiUrl ?? null,
      createdAt: connection.createdAt,
      reconciliation: connection.reconciliation ?? null,
    };
  }
}

export class CreatedConnectionDto extends ConnectionDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    description: 'Shown in this answer only; null while the system makes it itself and it was not given',
  })
  secret: string | null;
}

export class ConnectionPageDto {
  @ApiProperty({ type: [ConnectionDto] }) data: ConnectionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
