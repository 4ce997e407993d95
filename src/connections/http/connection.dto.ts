import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Connection } from '../domain/connection.js';
import { HR_SYSTEMS, type HrSystem } from '../domain/hr-system.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;

export class NewSecretDto {
  @ApiPropertyOptional({
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    description: '"whsec_" and base64 of 24 to 64 bytes; left out, a new one is made',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  secret?: string;
}

export class CreateConnectionDto extends NewSecretDto {
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
  @ApiProperty({ type: [SecretHintDto] }) secrets: SecretHintDto[];
  @ApiProperty() createdAt: Date;

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
      createdAt: connection.createdAt,
    };
  }
}

export class CreatedConnectionDto extends ConnectionDto {
  @ApiProperty({ example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD', description: 'Shown in this answer only' })
  secret: string;
}

export class ConnectionPageDto {
  @ApiProperty({ type: [ConnectionDto] }) data: ConnectionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
