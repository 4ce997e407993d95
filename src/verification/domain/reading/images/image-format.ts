import { aboutFormat, type Format } from '../format.js';
import type { Carrier } from '../read-result.js';
import { ImageFault } from './image-fault.js';

/** What was found in an image: the text of a credential, or nothing. */
export interface ImageReading {
  text?: Uint8Array;
}

/**
 * A format of image that may carry a credential, which is then read like one that was handed in by itself.
 *
 * @param unbake undefined when the bytes are no such image; may throw an {@link ImageFault}
 */
export function imageFormat(
  name: Carrier,
  noun: string,
  unbake: (bytes: Uint8Array) => ImageReading | undefined,
): Format {
  return {
    about: aboutFormat(name, 'verified'),
    read({ bytes }) {
      try {
        const found = unbake(bytes);
        if (!found) return undefined;
        if (found.text) return { kind: 'carried', carrier: name, text: found.text };
        return { kind: 'unsupported', format: name, detail: `the ${noun} image holds no badge; it is a picture only` };
      } catch (error) {
        if (error instanceof ImageFault)
          return { kind: 'malformed', format: name, code: error.code, detail: error.detail };
        throw error;
      }
    },
  };
}
