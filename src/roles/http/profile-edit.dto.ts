import { PartialType } from '@nestjs/swagger';
import { RoleProfileDto } from './role-profile.dto.js';

/** A role profile of which any part may be left out: the draft stands there; groups are none beside requirements. */
export class ProfileEditDto extends PartialType(RoleProfileDto) {}
