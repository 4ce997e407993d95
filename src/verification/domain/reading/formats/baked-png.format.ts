import { ImageFault } from '../images/image-fault.js';
import { imageFormat } from '../images/image-format.js';
import { isPng } from '../images/png-chunks.js';
import { unbakePng } from '../images/unbake-png.js';
import { maxDocumentBytes } from '../raw-document.js';

/** Largest image that is looked through, in bytes. */
const maxBytes = 5 * 1024 * 1024;

/** A PNG, with or without a credential in one of its text chunks. */
export const bakedPng = imageFormat('baked-png', 'PNG', (bytes) => {
  if (!isPng(bytes)) return undefined;
  if (bytes.length > maxBytes)
    throw new ImageFault('too-large', `the PNG has ${bytes.length} bytes; ${maxBytes} are the most`);
  const text = unbakePng(bytes, maxDocumentBytes);
  return text ? { text } : {};
});
