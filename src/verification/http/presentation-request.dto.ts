import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import type { PresentationRequest } from '../persistence/presentation-request.repository.js';

const DAY_SECONDS = 24 * 60 * 60;

export class PresentationRequestDto {
  @ApiPropertyOptional({
    example: 'hr.example.com',
    description: 'For whom the holder signs: `domain` of a proof, `aud` of a JWT. The host that was called when absent',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{1,500}$/, { message: 'domain must be 1 to 500 printable ASCII characters without spaces' })
  domain?: string;

  @ApiPropertyOptional({ default: DAY_SECONDS, minimum: 60, maximum: 30 * DAY_SECONDS })
  @IsOptional()
  @IsInt()
  @Min(60)
  @Max(30 * DAY_SECONDS)
  expiresInSeconds: number = DAY_SECONDS;
}

export class IssuedPresentationRequestDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ description: '`challenge` of a proof, `nonce` of a JWT; may be answered once' }) challenge: string;
  @ApiProperty({ example: 'hr.example.com' }) domain: string;
  @ApiProperty({ enum: ['open', 'answered', 'expired'] }) state: string;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
  @ApiProperty({ format: 'date-time' }) expiresAt: Date;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The credential that answered it' })
  answeredBy: string | null;
  @ApiProperty({ type: Date, format: 'date-time', nullable: true }) answeredAt: Date | null;
}

export function presentRequest(request: PresentationRequest, now: Date): IssuedPresentationRequestDto {
  const { id, candidateId, challenge, domain, createdAt, expiresAt, answeredBy, answeredAt } = request;
  const state = answeredBy !== null ? 'answered' : expiresAt <= now ? 'expired' : 'open';
  return { id, candidateId, challenge, domain, state, createdAt, expiresAt, answeredBy, answeredAt };
}
