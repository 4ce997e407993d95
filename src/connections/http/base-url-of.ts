import type { FastifyRequest } from 'fastify';

/** Where the caller reached this service. */
export const baseUrlOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;
