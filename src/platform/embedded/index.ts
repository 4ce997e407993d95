export { startStores, type StoreSettings, type Stores } from './start-stores.js';
export { StoreError, type StoreFault } from './store-error.js';
