import { Module } from '@nestjs/common';
import { CredentialsController } from './http/credentials.controller.js';
import { ReportController } from './http/report.controller.js';
import { CredentialDossierRepository } from './persistence/credential-dossier.repository.js';

@Module({ controllers: [CredentialsController, ReportController], providers: [CredentialDossierRepository] })
export class DossierModule {}
