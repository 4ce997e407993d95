import type { FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/index.js';

/** Where callers reach this service: as the operator says it, else as this one did. */
export const baseUrlOf = ({ protocol, host }: FastifyRequest, { publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl ?? `${protocol}://${host}`;
