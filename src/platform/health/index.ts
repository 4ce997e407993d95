export { Readiness, type ReadinessReport } from './readiness.js';
export { HealthController } from './health.controller.js';
