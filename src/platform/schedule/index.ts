export { PeriodicTasks } from './periodic-tasks.js';
