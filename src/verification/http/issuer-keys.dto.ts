import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';

const JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  kid: 'key-1',
};
const ISSUER = 'https://academy.example/issuer';
const REASON = 'Read over the phone by their registrar, checked against the letter of 3 May.';

/** The keys that are to count for an issuer from now on. */
export class KeySetDto {
  @ApiPropertyOptional({
    type: [Object],
    description: 'Public JSON Web Keys: Ed25519, P-256, P-384, P-521, RSA of 2048 to 8192 bits',
    maxItems: 20,
    example: [JWK],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  keys?: Record<string, unknown>[];

  @ApiPropertyOptional({ description: 'Certificates as PEM, at most 10; their keys count until they run out' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(262_144)
  certificates?: string;

  @ApiProperty({ example: REASON, description: 'Why they are believed; kept with the keys' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  @Matches(/^[^\u0000]*$/, { message: 'reason must not contain NUL' })
  reason: string;
}

export class PinKeysDto extends KeySetDto {
  @ApiProperty({
    example: ISSUER,
    description: 'Id of the issuer letter for letter as credentials state it: a web address, a DID or a URN',
  })
  @IsString()
  @MaxLength(2048)
  @Matches(/^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/, { message: 'issuer must be an absolute URI' })
  issuer: string;
}

export class IssuerKeysQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only the keys of this issuer', example: ISSUER })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2048)
  @Matches(/^[^\u0000]*$/, { message: 'issuer must not contain NUL' })
  issuer?: string;
}

export class PinnedKeyDto {
  @ApiProperty({ type: Object, example: JWK, additionalProperties: true }) jwk: object;
  @ApiProperty({ description: 'RFC 7638, SHA-256' }) thumbprint: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'End of its certificate' })
  expiresAt: string | null;
}

export class IssuerKeySetDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: ISSUER }) issuer: string;
  @ApiProperty({ type: [PinnedKeyDto] }) keys: PinnedKeyDto[];
  @ApiProperty({ example: REASON }) reason: string;
  @ApiProperty({ description: 'Who pinned them or changed them last' }) pinnedBy: string;
  @ApiProperty({ format: 'date-time' }) pinnedAt: Date;
}

export class IssuerKeySetPageDto {
  @ApiProperty({ type: [IssuerKeySetDto] }) data: IssuerKeySetDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
