import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { FILTERS } from '../domain/event-filter.js';
import type { DisabledReason, WebhookEndpoint } from '../domain/webhook-endpoint.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const EXAMPLE_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const MAX_URL_LENGTH = 2048;

export class NewEndpointSecretDto {
  @ApiPropertyOptional({
    example: EXAMPLE_SECRET,
    description: '"whsec_" and base64 of 24 to 64 bytes; left out, a new one is made',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  secret?: string;
}

export class CreateWebhookEndpointDto extends NewEndpointSecretDto {
  @ApiProperty({ example: 'https://hr.example.com/hooks/credence', description: 'https, port 443, a public host' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_URL_LENGTH)
  url: string;

  @ApiPropertyOptional({ example: 'ATS bridge', type: String, nullable: true })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsString()
  @MaxLength(200)
  @Matches(NO_CONTROL, { message: '$property must not contain control characters' })
  description?: string | null;

  @ApiPropertyOptional({
    enum: FILTERS,
    isArray: true,
    example: ['credential.*', 'ranking.changed'],
    description: 'What to hear of; empty or left out: everything',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILTERS.length)
  @IsIn(FILTERS, { each: true })
  eventTypes?: string[];
}

export class ChangeWebhookEndpointDto {
  @ApiPropertyOptional({ example: 'https://hr.example.com/hooks/credence' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_URL_LENGTH)
  url?: string;

  @ApiPropertyOptional({ example: 'ATS bridge', type: String, nullable: true })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @IsString()
  @MaxLength(200)
  @Matches(NO_CONTROL, { message: '$property must not contain control characters' })
  description?: string | null;

  @ApiPropertyOptional({ enum: FILTERS, isArray: true, description: 'Empty: everything' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILTERS.length)
  @IsIn(FILTERS, { each: true })
  eventTypes?: string[];

  @ApiPropertyOptional({ description: 'false gives up what is on its way; true forgets earlier failures' })
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;
}

export class EndpointSecretDto {
  @ApiProperty({ example: '7oD=', description: 'The last four characters' }) lastFour: string;
  @ApiProperty() createdAt: Date;
  @ApiProperty({ type: Date, nullable: true, description: 'It signs nothing from then on' }) expiresAt: Date | null;
}

export class WebhookEndpointDto {
  @ApiProperty({ example: '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' }) id: string;
  @ApiProperty({ example: 'https://hr.example.com/hooks/credence' }) url: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: [String], example: ['credential.*'] }) eventTypes: readonly string[];
  @ApiProperty() enabled: boolean;
  @ApiProperty({
    enum: ['requested', 'gone', 'failing', null],
    type: String,
    nullable: true,
    description: 'gone: it answered 410; failing: it took nothing for 5 days',
  })
  disabledReason: DisabledReason | null;
  @ApiProperty({ type: Date, nullable: true }) disabledAt: Date | null;
  @ApiProperty({ type: [EndpointSecretDto] }) secrets: EndpointSecretDto[];
  @ApiProperty() createdAt: Date;
  @ApiProperty() updatedAt: Date;

  static from(endpoint: WebhookEndpoint): WebhookEndpointDto {
    const { id, url, description, eventTypes, disabledReason, disabledAt, secrets, createdAt, updatedAt } = endpoint;
    return {
      id,
      url,
      description,
      eventTypes,
      enabled: disabledAt === null,
      disabledReason,
      disabledAt,
      secrets: secrets.map(({ secret, createdAt: madeAt, expiresAt }) => ({
        lastFour: secret.slice(-4),
        createdAt: madeAt,
        expiresAt,
      })),
      createdAt,
      updatedAt,
    };
  }
}

export class CreatedWebhookEndpointDto extends WebhookEndpointDto {
  @ApiProperty({ example: EXAMPLE_SECRET, description: 'Shown in this answer only' }) secret: string;
}

export class WebhookEndpointPageDto {
  @ApiProperty({ type: [WebhookEndpointDto] }) data: WebhookEndpointDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
