// Both halves of `map`. The package's "descent-lab/core" and "descent-lab/check" are built without them.

export { readMap, takeMap } from './map.js';
