// A style sheet imported as text: the build hands over its minified text.
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: an import attribute has no other form
  export default text;
}

// A font imported as base64.
declare module '*.woff2' {
  const base64: string;
  // biome-ignore lint/style/noDefaultExport: as above
  export default base64;
}
