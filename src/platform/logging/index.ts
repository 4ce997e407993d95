export { loggerModule } from './logger-module.js';
