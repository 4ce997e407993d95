import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

/** Every setting with its rule. A test compares this class with `.env.example`. */
export class Environment {
  @IsOptional()
  @IsIn(['production', 'development', 'test'])
  NODE_ENV?: string;

  @IsIn(['all', 'api', 'worker'])
  ROLE: 'all' | 'api' | 'worker' = 'all';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsString()
  @MaxLength(255)
  HOST = '127.0.0.1';

  @IsOptional()
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false })
  DATABASE_URL?: string;

  @IsOptional()
  @IsUrl({ protocols: ['redis', 'rediss'], require_protocol: true, require_tld: false })
  REDIS_URL?: string;

  @IsString()
  @MaxLength(4096)
  DATA_DIR = '.data';

  @IsOptional()
  @IsString()
  @MinLength(32)
  @MaxLength(512)
  BOOTSTRAP_API_KEY?: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/(Z|[+-]\d\d:\d\d)$/, { message: 'CLOCK must be an RFC 3339 instant with a zone' })
  CLOCK?: string;

  @Matches(/^(open|off|https?:\/\/[^\s]+)$/, { message: 'EGRESS must be open, off or the http(s) URL of a proxy' })
  EGRESS = 'open';

  @IsOptional()
  @IsString()
  @MaxLength(4096)
  PINNED_DOCUMENTS?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  OIDC_ISSUERS?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, {
    message: 'SECRETS_KEY must be 32 bytes in base64; several, the newest first, apart by commas',
  })
  @MaxLength(1000)
  SECRETS_KEY?: string;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @Matches(/^[^?#]*$/, { message: 'PUBLIC_URL must have no query and no fragment' })
  PUBLIC_URL?: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_048_576)
  RANKING_INDEX_MIB = 1024;

  @IsIn(['off', 'bundled'])
  EMBEDDING_MODEL: 'off' | 'bundled' = 'off';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  @Transform(({ value }: { value: unknown }) => value)
  LOG_LEVEL = 'info';
}
