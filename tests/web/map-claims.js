// The experiments of maps whose sentences presets-maps.test.js tests.

export const MAP_CLAIMS = [
  'map-gd',
  'map-momentum',
  'map-adam',
  'map-newton',
  'map-newton-saddles',
  'map-rates',
  'map-start-rate',
  'map-wavy-rates',
  'map-orbit',
  'map-double-well',
  'map-rosenbrock',
];
