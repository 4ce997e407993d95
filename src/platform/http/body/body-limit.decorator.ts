import { addRouteSettings } from '../route-settings.js';

/**
 * The largest body that the route reads, in bytes, instead of the default of 1 MiB; above it the answer is 413. Public
 * routes must stay at or below the default: more is only read from authenticated callers.
 */
export const BodyLimit =
  (bytes: number): MethodDecorator =>
  (_target, _key, descriptor) =>
    addRouteSettings(descriptor.value as object, { bodyLimit: bytes });
