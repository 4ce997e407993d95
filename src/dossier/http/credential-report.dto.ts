import { ApiProperty } from '@nestjs/swagger';

class ReportedCheckDto {
  @ApiProperty({ example: 'status' }) id: string;
  @ApiProperty({ nullable: true, type: String, example: 'Did the issuer take it back?' }) asks: string | null;
  @ApiProperty({ enum: ['pass', 'fail', 'warning', 'unknown', 'skipped'] }) outcome: string;
  @ApiProperty({ example: 'unreachable', description: 'Stable word for programs' }) code: string;
  @ApiProperty({
    example: 'the status list "https://issuer.example/status/1" could not be loaded: no answer in time',
    description: 'What was compared, and the URL that failed',
  })
  detail: string;
  @ApiProperty({ required: false, example: 'status/0', description: 'Which of several things was checked' })
  subject?: string;
  @ApiProperty({ format: 'date-time' }) checkedAt: Date;
  @ApiProperty({ required: false, example: 0.42, description: 'Milliseconds; entries of one check share it' })
  durationMs?: number;
}

class ReportedRecipientDto {
  @ApiProperty({ enum: ['match', 'mismatch', 'not_checked'] }) outcome: string;
  @ApiProperty({ example: 'the e-mail address is one of the candidate’s' }) detail: string;
}

class EvidenceLinkDto {
  @ApiProperty({ enum: ['fetched', 'dead', 'unreachable', 'not_fetched'] }) outcome: string;
  @ApiProperty({ nullable: true, type: String, description: 'Lower-case hex, of what was fetched' })
  sha256: string | null;
  @ApiProperty({ nullable: true, type: String, example: 'application/pdf' }) mediaType: string | null;
  @ApiProperty({ nullable: true, type: Number, example: 48213, description: 'Bytes' }) size: number | null;
  @ApiProperty({ nullable: true, type: String, example: 'bad-status', description: 'Why not, for programs' })
  reason: string | null;
  @ApiProperty({ nullable: true, type: String, example: 'the server answered with 404' }) detail: string | null;
  @ApiProperty({ example: 1, description: 'Looks so far' }) attempts: number;
  @ApiProperty({ format: 'date-time' }) lookedAt: Date;
}

class ShownEvidenceDto {
  @ApiProperty({ required: false, example: 'https://school.example/work/1.pdf' }) id?: string;
  @ApiProperty({ required: false, example: 'Weld sample' }) name?: string;
  @ApiProperty({ nullable: true, type: EvidenceLinkDto, description: 'Null: no link, or nobody has looked yet' })
  link: EvidenceLinkDto | null;
}

export class CredentialReportDto {
  @ApiProperty({ format: 'uuid' }) credentialId: string;
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ example: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef' }) sha256: string;
  @ApiProperty({ nullable: true, type: String, example: 'badge.json' }) fileName: string | null;
  @ApiProperty({ format: 'date-time' }) submittedAt: Date;
  @ApiProperty({ nullable: true, type: String, example: 'openbadges-3' }) format: string | null;
  @ApiProperty({ nullable: true, type: String, enum: ['verified', 'failed', 'unverifiable', 'unsupported'] })
  verdict: string | null;
  @ApiProperty({ nullable: true, type: String, example: 'status_unavailable' }) reason: string | null;
  @ApiProperty({ type: [String], example: ['Whether it was taken back could not be found out.'] })
  explanation: string[];
  @ApiProperty({ example: 'It will be tried again at 2026-06-01T12:01:00.000Z.' }) outlook: string;
  @ApiProperty({ type: [ReportedCheckDto] }) checks: ReportedCheckDto[];
  @ApiProperty({ nullable: true, type: ReportedRecipientDto }) recipient: ReportedRecipientDto | null;
  @ApiProperty({ type: [ShownEvidenceDto] }) evidence: ShownEvidenceDto[];
  @ApiProperty({ nullable: true, type: String, example: '1' }) rulesVersion: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) verifiedAt: Date | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) nextCheckAt: Date | null;
  @ApiProperty({ nullable: true, type: Number, example: 14 }) durationMs: number | null;
}
