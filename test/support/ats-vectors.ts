import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A signed delivery of the contract: it verifies with the secret at the instant `now`, where one is given. */
export interface AtsVector {
  file: string | null;
  /** The system, with the kind of its signature where it has several. */
  ats: string;
  secret: string;
  headers: Record<string, string>;
  now?: number;
  bodyText?: string;
  bodySignature?: string;
}

const FOLDER = join(process.cwd(), '..', 'shared', 'ats-webhooks');

/** @returns null, with a line that says so, where the folder of the contract is not beside the repository */
export function atsVectors(): AtsVector[] | null {
  const file = join(FOLDER, 'vectors.json');
  if (!existsSync(file)) {
    console.warn('skipped: ../shared/ats-webhooks is not there');
    return null;
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { vectors: AtsVector[] }).vectors;
}

/** A file of the contract, byte for byte. */
export const atsFile = (name: string): Buffer => readFileSync(join(FOLDER, name));

export const hasAtsFiles = (): boolean => existsSync(FOLDER);

/** The body that the vector signs. */
export function bodyOf({ file, bodyText = '', bodySignature }: AtsVector): Buffer {
  if (file === null) return Buffer.from(bodyText);
  const bytes = atsFile(file);
  if (bodySignature === undefined) return bytes;
  return Buffer.from(bytes.toString().replace(/"signature": "[0-9a-f]+"/, `"signature": "${bodySignature}"`));
}

const SYSTEMS: Readonly<Record<string, string>> = {
  'standard-webhooks': 'standard',
  'teamtailor-partner': 'teamtailor',
  'teamtailor-company-v2': 'teamtailor',
  'teamtailor-company-v1': 'teamtailor',
};

/** The name of the vector's system at `POST /v1/connections`. */
export const systemOf = ({ ats }: AtsVector): string => SYSTEMS[ats] ?? ats;

export const nameOf = ({ ats, file }: AtsVector): string => `${ats} ${file ?? 'of the vendor'}`;
