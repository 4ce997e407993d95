import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { REGISTRY_KINDS, type RegistryKind } from '../domain/registries/trust-registry.js';

const NO_NUL = /^[^\u0000]*$/;
const NUL = { message: '$property must not contain NUL' };

export class ListedIssuerDto {
  @ApiProperty({ example: 'did:web:college.example', description: 'As credentials state it' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2048)
  @Matches(NO_NUL, NUL)
  id: string;

  @ApiPropertyOptional({ example: 'Example College' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  name?: string;

  @ApiPropertyOptional({ example: 'https://college.example' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  url?: string;

  @ApiPropertyOptional({ example: 'Porto, Portugal' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  location?: string;

  @ApiPropertyOptional({ description: 'It was listed and no longer is to be relied on' })
  @IsOptional()
  @IsBoolean()
  revoked?: boolean;
}

export class IssuerListDto {
  /** 20,000 issuers with all their properties. */
  static readonly mostToCheck = 2_100_000;

  @ApiPropertyOptional({ type: [ListedIssuerDto], description: 'This or csv' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => ListedIssuerDto)
  issuers?: ListedIssuerDto[];

  @ApiPropertyOptional({
    description: 'Head line with id and any of name, url, location, status (listed or revoked)',
    example: 'id,name\ndid:web:college.example,Example College\n',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  csv?: string;
}

export class JwksDto {
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  keys: Record<string, unknown>[];
}

export class TrustRegistryDto extends IssuerListDto {
  @ApiProperty({ enum: REGISTRY_KINDS, example: 'dcc' })
  @IsIn(REGISTRY_KINDS)
  kind: RegistryKind;

  @ApiProperty({ example: 'DCC community registry' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_NUL, NUL)
  name: string;

  @ApiProperty({ example: 'Our university is a member of the consortium.', description: 'Kept with the registry' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  @Matches(NO_NUL, NUL)
  reason: string;

  @ApiPropertyOptional({
    description: 'Where it is read; of openid-federation the entity identifier of the trust anchor. Not for a list',
    example: 'https://digitalcredentials.github.io/community-registry/registry.json',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @Matches(NO_NUL, NUL)
  url?: string;

  @ApiPropertyOptional({
    type: JwksDto,
    description: 'Of openid-federation: keys of the trust anchor, learnt elsewhere',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => JwksDto)
  jwks?: JwksDto;

  @ApiPropertyOptional({ type: [String], description: 'Of w3c-recognition: who may have issued the credential' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(2048, { each: true })
  acceptedIssuers?: string[];
}

export class RegistryFailureDto {
  @ApiProperty({ example: 'timeout' }) code: string;
  @ApiProperty() detail: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class RegisteredRegistryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: REGISTRY_KINDS }) kind: RegistryKind;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'Where it is read; null for an uploaded list' })
  source: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The list of registries that names it' })
  parentId: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'jwks, acceptedIssuers' }) settings: object;
  @ApiProperty() reason: string;
  @ApiProperty({ description: 'Who registered it' }) registeredBy: string;
  @ApiProperty({ format: 'date-time' }) registeredAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was last read well' })
  fetchedAt: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Age of what was read' }) ageSeconds: number | null;
  @ApiProperty({ type: RegistryFailureDto, nullable: true, description: 'Of the last attempt' })
  failure: object | null;
  @ApiProperty({ description: 'What was read is too old to count' }) lapsed: boolean;
  @ApiProperty({ description: 'Issuers that it is known to list' }) listed: number;
}

export class RegisteredRegistryListDto {
  @ApiProperty({ type: [RegisteredRegistryDto] }) data: RegisteredRegistryDto[];
}
