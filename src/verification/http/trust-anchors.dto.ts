import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class TrustAnchorDto {
  @ApiProperty({ description: 'One certificate of an authority as PEM', example: '-----BEGIN CERTIFICATE-----\n...' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(32_768)
  certificate: string;

  @ApiProperty({ example: 'In the trusted list of Spain, read on 3 May.', description: 'Kept with the certificate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  @Matches(/^[^\u0000]*$/, { message: 'reason must not contain NUL' })
  reason: string;
}

export class TrustedAnchorDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Fingerprint, SHA-256 in hex' }) sha256: string;
  @ApiProperty({ example: 'C=ES, O=ANF Autoridad de Certificacion' }) subject: string;
  @ApiProperty({ format: 'date-time' }) validUntil: Date;
  @ApiProperty() reason: string;
  @ApiProperty({ description: 'Who trusted it' }) trustedBy: string;
  @ApiProperty({ format: 'date-time' }) trustedAt: Date;
}

export class TrustedAnchorListDto {
  @ApiProperty({ type: [TrustedAnchorDto] }) data: TrustedAnchorDto[];
}
