export { Config, type OidcIssuer } from './config.js';
export { Environment } from './environment.js';
export { ConfigError, loadConfig } from './load-config.js';
