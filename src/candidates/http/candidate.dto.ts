import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../domain/candidate.js';
import { IsInstant } from './is-instant.decorator.js';

// Blanks around are trimmed later.
const EMAIL = /^\s*[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+\s*$/;
const DID = /^\s*did:[a-z0-9]+:[A-Za-z0-9._:%-]+\s*$/;

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };

export class ExternalIdDto {
  @ApiProperty({ example: 'greenhouse', description: 'The system that uses the id' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  @Matches(NO_CONTROL, PLAIN)
  system: string;

  @ApiProperty({ example: '57683957' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  id: string;
}

export class ApplicationDto {
  @ApiProperty({ example: '69306314', description: 'Id of the application in the HR system' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  externalId: string;

  @ApiPropertyOptional({ example: 'greenhouse', description: 'Default: the system of the first external id' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  @Matches(NO_CONTROL, PLAIN)
  system?: string;

  @ApiProperty({ example: 'JOB-117' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  jobId: string;

  @ApiPropertyOptional({ example: 'Warehouse team lead' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(NO_CONTROL, PLAIN)
  jobTitle?: string;

  @ApiPropertyOptional({ enum: APPLICATION_STATUSES })
  @IsOptional()
  @IsIn(APPLICATION_STATUSES)
  status?: ApplicationStatus;

  @ApiPropertyOptional({ example: 'Interview' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  stage?: string;

  @ApiPropertyOptional({ example: '2026-11-02T09:30:00Z' })
  @IsOptional()
  @IsInstant()
  appliedAt?: string;
}

/** What PATCH may change; what POST takes as well. */
export class ChangeCandidateDto {
  @ApiPropertyOptional({ type: [ExternalIdDto], description: 'Ids in other systems; they are added to the known ones' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ExternalIdDto)
  externalIds?: ExternalIdDto[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Amara Diallo',
    description: 'For display only; never part of a score',
  })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(NO_CONTROL, PLAIN)
  name?: string | null;

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    example: ['amara@example.org'],
    description: 'To recognise credentials issued to an address',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(320, { each: true })
  @Matches(EMAIL, { each: true, message: 'each value in emails must be an e-mail address' })
  emails?: string[] | null;

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    example: ['did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(2048, { each: true })
  @Matches(DID, { each: true, message: 'each value in dids must be a DID' })
  dids?: string[] | null;

  @ApiPropertyOptional({ type: [ApplicationDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ApplicationDto)
  applications?: ApplicationDto[];
}

export class CandidateDto extends ChangeCandidateDto {}

export class MergeDto {
  @ApiProperty({ description: 'The candidate that remains' })
  @IsUUID()
  intoCandidateId: string;
}

export class CandidateQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Text in name, e-mail or external id' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  q?: string;

  @ApiPropertyOptional({ example: 'greenhouse:57683957' })
  @IsOptional()
  @IsString()
  @MaxLength(301)
  @Matches(/^[^:]+:.+$/s, { message: 'externalId must be system:id' })
  externalId?: string;

  @ApiPropertyOptional({ example: '2026-11-01T00:00:00Z', description: 'Only those changed after this instant' })
  @IsOptional()
  @IsInstant()
  updatedAfter?: string;
}
