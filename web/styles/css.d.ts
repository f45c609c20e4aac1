// A style sheet imported as text: the build hands over its minified text.
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: an import attribute has no other form
  export default text;
}
