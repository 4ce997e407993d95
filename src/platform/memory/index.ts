export { withSparingHeap } from './sparing-heap.js';
