// The attributes of <descent-lab> as types. In this repository any will do; in the package stand the keys of
// its links, written by web/types.js in the place of this file.

/** The keys of a link, which are attributes of <descent-lab>. */
export interface LinkAttributes {
  [key: string]: string | number | undefined;
}
