export { ConnectionsModule } from './connections.module.js';
export { CONNECTION_ENTITIES } from './persistence/connection.entity.js';
