const CONNECTION_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN']);
/** PostgreSQL: connection exceptions, shutting down, starting up, too many connections. */
const SQL_STATES = /^(?:08...|57P0[123]|53300)$/;
const POOL_MESSAGES =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether an error says that the database is away or full, which passes, rather than that we used it wrongly. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isStoreAway)) return true;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (CONNECTION_ERRORS.has(code) || SQL_STATES.test(code))) return true;
  return POOL_MESSAGES.test(error.message);
}
