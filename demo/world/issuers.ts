import { didKeyIssuer, didWebIssuer, impostorOf, jwtIssuer, type DemoIssuer } from './issuer.js';

/** Who signs in this world. */
export interface DemoIssuers {
  readonly northwind: DemoIssuer;
  readonly harborline: DemoIssuer;
  readonly university: DemoIssuer;
  readonly foodBank: DemoIssuer;
  /** A candidate who signs for herself. */
  readonly self: DemoIssuer;
  readonly impostor: DemoIssuer;
}

export async function makeIssuers(): Promise<DemoIssuers> {
  const northwind = await didWebIssuer('Northwind Logistics Academy', 'academy.northwind.example');
  return {
    northwind,
    harborline: await jwtIssuer('Harborline Training', 'learn.harborline.example'),
    university: await didKeyIssuer('Lakeside University', 'eddsa-rdfc-2022'),
    foodBank: await didKeyIssuer('Eastside Food Bank', 'Ed25519Signature2020'),
    self: await didKeyIssuer('Ines Moreau', 'eddsa-rdfc-2022'),
    impostor: await impostorOf(northwind),
  };
}

/** What the employer decides about them, with the reason that is kept. */
export const TRUST_DECISIONS = [
  { issuer: 'northwind', tier: 'trusted', reason: 'Our own assessors visit the academy twice a year.' },
  { issuer: 'harborline', tier: 'trusted', reason: 'Same assessment standard as ours, checked last spring.' },
  { issuer: 'university', tier: 'recognized', reason: 'Accredited programme.' },
  { issuer: 'foodBank', tier: 'recognized', reason: 'Uses the same rubric and keeps the assessors’ records.' },
] as const;
