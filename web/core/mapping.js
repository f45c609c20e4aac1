// Both halves of `map`. The package's "descent-lab/core" and "descent-lab/check" are built without them.

export { joinMaps, readMap, splitMap, takeMap } from './map.js';
