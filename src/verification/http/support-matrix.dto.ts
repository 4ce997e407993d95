import { ApiProperty } from '@nestjs/swagger';

class SupportedFormatDto {
  @ApiProperty({ example: 'openbadges-3', description: 'As in `format` of a credential' }) name: string;
  @ApiProperty({ example: 'Open Badges 3.0' }) title: string;
  @ApiProperty({ enum: ['verified', 'recognised'], description: 'recognised: told apart, answered with unsupported' })
  support: string;
}

class SupportedSignatureDto {
  @ApiProperty({ example: 'eddsa-rdfc-2022' }) name: string;
  @ApiProperty({ example: 'Ed25519', description: 'The kind of key that it takes' }) key: string;
}

class KeyMethodDto {
  @ApiProperty({ example: 'did:web' }) name: string;
  @ApiProperty({ example: 'the did.json of the host, without redirects' }) asks: string;
}

class CheckDescriptionDto {
  @ApiProperty({ example: 'status' }) id: string;
  @ApiProperty({ example: 'Did the issuer take it back?' }) asks: string;
}

export class SupportMatrixDto {
  @ApiProperty({ type: [SupportedFormatDto] }) formats: SupportedFormatDto[];
  @ApiProperty({ type: [SupportedSignatureDto] }) embeddedSuites: SupportedSignatureDto[];
  @ApiProperty({ type: [SupportedSignatureDto] }) jwsAlgorithms: SupportedSignatureDto[];
  @ApiProperty({ type: [KeyMethodDto] }) keyMethods: KeyMethodDto[];
  @ApiProperty({ type: [String], example: ['BitstringStatusListEntry'] }) statusTypes: string[];
  @ApiProperty({ type: [CheckDescriptionDto] }) checks: CheckDescriptionDto[];
}
