import { type Config, ConfigError } from '../../../platform/config/index.js';
import { BundledModel } from './bundled-model.js';
import { whatIsMissing } from './bundled-packages.js';
import { type EmbeddingModel, NoModel } from './embedding-model.js';

type ModelSetting = Pick<Config, 'embeddingModel'>;

/**
 * Asked before anything is started.
 *
 * @throws {ConfigError} saying what to install, when the model that is configured is not there
 */
export function requireConfiguredModel({ embeddingModel }: ModelSetting, missing = whatIsMissing): void {
  const fault = embeddingModel === 'bundled' ? missing() : undefined;
  if (fault !== undefined) throw new ConfigError([fault]);
}

export function configuredModel({ embeddingModel }: ModelSetting): EmbeddingModel {
  return embeddingModel === 'bundled' ? new BundledModel() : new NoModel();
}
