import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

export const CREATES = 'credence:creates';

export interface CreatesOptions {
  /** The answer shows a secret that is kept nowhere else: it is sealed with the caller's own credentials. */
  readonly holdsSecret?: boolean;
}

/**
 * The POST makes something, so an `Idempotency-Key` header makes repeating it harmless: the first answer is kept for
 * 24 hours and given again.
 */
export const Creates = (options: CreatesOptions = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(CREATES, options),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: '1 to 255 printable ASCII characters. Sent again with the same body, the first answer is repeated.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
  );
