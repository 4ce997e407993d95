import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { ProfileChecker } from './application/profile-checker.js';
import { RoleProfiles } from './application/role-profiles.js';
import { RoleProfileVersionsController } from './http/role-profile-versions.controller.js';
import { RoleProfilesController } from './http/role-profiles.controller.js';
import { RoleProfileRepository } from './persistence/role-profile.repository.js';

@Module({
  imports: [AuditModule, FrameworksModule],
  controllers: [RoleProfilesController, RoleProfileVersionsController],
  providers: [RoleProfiles, ProfileChecker, RoleProfileRepository],
  exports: [RoleProfiles],
})
export class RolesModule {}
