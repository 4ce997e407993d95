import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImageFault } from './image-fault.js';
import { carriesCredential, credentialIn } from './svg-credential.js';

/** Drawings are rarely nested more than 20 deep. */
const deepest = 64;

/** What an XML text turned out to be. */
export interface SvgReading {
  isSvg: boolean;
  credential?: string;
}

/**
 * Looks through an SVG for the one credential in it, as events and without building a tree. Scripts, styles and addresses
 * are passed over like any other element; nothing is loaded. A document type may be named, as drawing programs do, and
 * is not followed; one that defines something is refused, so that no entities are left but the five of XML.
 *
 * @throws {ImageFault} when it is an SVG and broken, too deep, or of two credentials
 */
export function unbakeSvg(text: string): SvgReading {
  const walk = new SvgWalk();
  try {
    walk.parser.write(text).close();
  } catch (error) {
    if (!walk.isSvg) return { isSvg: false };
    if (error instanceof ImageFault) throw error;
    // The message of the parser quotes the document, which may hold personal data.
    throw new ImageFault('malformed-svg', `the SVG is no well-formed XML, line ${walk.parser.line}`);
  }
  return { isSvg: walk.isSvg, ...(walk.credential !== undefined && { credential: walk.credential }) };
}

class SvgWalk {
  readonly parser = new SaxesParser({ xmlns: true });
  isSvg = false;
  credential: string | undefined;
  private depth = 0;
  private carrier: SaxesTagNS | undefined;
  private body: string[] = [];

  constructor() {
    this.parser.on('doctype', (definition) => this.onDoctype(definition));
    this.parser.on('opentag', (tag) => this.onOpen(tag));
    this.parser.on('closetag', () => this.onClose());
    this.parser.on('text', (text) => this.onText(text));
    this.parser.on('cdata', (text) => this.onText(text));
  }

  private onDoctype(definition: string): void {
    this.isSvg = /^\s*(?:[\w-]+:)?svg\b/.test(definition);
    if (definition.includes('['))
      throw new ImageFault('doctype', 'the SVG has a document type with definitions of its own, which are not read');
  }

  private onOpen(tag: SaxesTagNS): void {
    if (this.depth === 0) this.isSvg = tag.local === 'svg';
    this.depth += 1;
    if (!this.isSvg) throw new ImageFault('not-svg', 'the XML is no SVG');
    if (this.depth > deepest) throw new ImageFault('too-deep', `the SVG is nested more than ${deepest} levels deep`);
    if (this.carrier)
      throw new ImageFault('malformed-svg', 'the element of the SVG for the credential has other elements inside');
    if (!carriesCredential(tag)) return;
    if (this.credential !== undefined)
      throw new ImageFault('two-credentials', 'the SVG holds two credentials, and nothing tells which one counts');
    this.carrier = tag;
  }

  private onText(text: string): void {
    if (this.carrier) this.body.push(text);
  }

  private onClose(): void {
    this.depth -= 1;
    if (!this.carrier) return;
    this.credential = credentialIn(this.carrier, this.body.join(''));
    this.carrier = undefined;
  }
}
