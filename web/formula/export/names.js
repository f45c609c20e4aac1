// Renames the names of a user's own rule for a program: a name that the language or the program itself uses
// gets a trailing "_". One list serves all languages, so that a name is the same in each. Names of the
// formula language are ASCII letters, digits and "_" and start with a letter, so they need no other change.

const PYTHON = `False None True and as assert async await break class continue def del elif else except
  finally for from global if import in is lambda nonlocal not or pass raise return try while with yield
  float np print range torch`;
const C = `alignas alignof asm auto bool case char const constexpr default do double enum extern false goto
  inline int long main nullptr printf puts register restrict short signed sizeof static static_assert struct
  switch thread_local true typedef typeof typeof_unqual union unsigned void volatile
  errno fabs i386 isfinite linux maximum minimum pow stderr stdin stdout unix`;
const PROGRAM = 'f grad lr_at theta x g t lr i row value optimizer loss step steps zero chain norm';
const RESERVED = [PYTHON, C, PROGRAM].flatMap((words) => words.split(/\s+/));
/** C writes its macros so: NAN, EOF, FP_ZERO. */
const MACRO = /^[A-Z][A-Z\d_]+$/;

/**
 * Makes a function that turns names into new ones, no two of them the same.
 * @returns {(wanted: string) => string}
 */
export function createNames() {
  const taken = new Set(RESERVED);
  return (wanted) => {
    let name = MACRO.test(wanted) ? `${wanted}_` : wanted;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  };
}
