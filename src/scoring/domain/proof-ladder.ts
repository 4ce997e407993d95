/** How strongly a credential shows that its skills were really there, strongest first. */
export const PROOF_GRADES = ['assessed-with-evidence', 'assessed', 'completed', 'attended', 'self-asserted'] as const;
export type ProofGrade = (typeof PROOF_GRADES)[number];

/** Percent for each grade. */
export type ProofLadder = Readonly<Record<ProofGrade, number>>;
