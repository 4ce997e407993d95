import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsDate, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { NewApiKey } from '../application/api-keys.js';
import type { ApiKey } from '../domain/api-key.js';
import { type Role, ROLES } from '../domain/role.js';

export class CreateApiKeyDto implements NewApiKey {
  @ApiProperty({ example: 'Greenhouse integration', minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'name must have a visible character' })
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['integration'] })
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles: Role[];

  @ApiPropertyOptional({ type: String, format: 'date-time', example: '2027-12-31T23:59:59Z' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  expiresAt?: Date;
}

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Greenhouse integration' }) name: string;
  @ApiProperty({ description: 'How the key begins', example: 'crd_4fGh8Kq2' }) prefix: string;
  @ApiProperty({ description: 'How the key ends', example: 'Zt0b' }) last4: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: readonly Role[];
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt: Date | null;

  static from(key: ApiKey): ApiKeyDto {
    const { id, name, prefix, lastFour, roles, createdAt, expiresAt, lastUsedAt } = key;
    const ends = { expiresAt: expiresAt ?? null, lastUsedAt: lastUsedAt ?? null };
    return { id, name, prefix, last4: lastFour, roles, createdAt, ...ends };
  }
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({ description: 'The key itself, shown this once' }) key: string;
}

export class ApiKeyPageDto {
  @ApiProperty({ type: [ApiKeyDto] }) data: ApiKeyDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
