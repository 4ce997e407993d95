import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';

const WITH_ZONE = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** `asOf`: an RFC 3339 instant; one without a zone would mean another time on another server, so it is refused. */
export const AsOf = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      format: 'date-time',
      example: '2026-11-23T09:00:00Z',
      description: 'What the rules call now; the present when absent',
    }),
    IsOptional(),
    Matches(WITH_ZONE, { message: 'asOf must be an RFC 3339 instant with a zone' }),
    IsISO8601({ strict: true }),
  );

export const instantOf = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(text);
