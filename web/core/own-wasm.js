// Where core.wasm is when the caller does not say: beside this file. Written so that webpack, Vite and Parcel
// see it and copy the file. In builds that are one file, own-wasm-inline.js stands in its place.

/** @returns {URL|Promise<ArrayBuffer>} where it is, or its bytes */
export const ownWasm = () => new URL('./core.wasm', import.meta.url);
