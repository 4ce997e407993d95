/** How strongly a credential shows that its skills were really there, strongest first. */
export const PROOF_GRADES = ['assessed-with-evidence', 'assessed', 'completed', 'attended', 'self-asserted'] as const;
export type ProofGrade = (typeof PROOF_GRADES)[number];

/** Percent for each grade; part of the organization's scoring policy. */
export type ProofLadder = Readonly<Record<ProofGrade, number>>;

export const DEFAULT_PROOF_LADDER: ProofLadder = {
  'assessed-with-evidence': 100,
  assessed: 85,
  completed: 60,
  attended: 30,
  'self-asserted': 0,
};
