/** What no provider sends where something else belongs. */
const hostile: readonly unknown[] = [
  null,
  true,
  7,
  -1e308,
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ud800',
  'x'.repeat(100_000),
  [],
  [[]],
  [null],
  {},
  { toString: 1, length: -1 },
  JSON.parse('{"__proto__":{"admin":true}}'),
  Array.from({ length: 1_000 }, () => ({})),
]

type Path = readonly (string | number)[]

const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
    : [path]

const putAt = (value: unknown, [key, ...rest]: Path, put: unknown): unknown => {
  if (key === undefined) return put
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const inner = (copy as Record<string, unknown>)[key]
  return Object.assign(copy, { [key]: putAt(inner, rest, put) })
}

/** The same value with one thing in it replaced or left out, for every thing in it. */
export const bentForms = (value: unknown): readonly unknown[] =>
  pathsIn(value).flatMap((path) => [...hostile, undefined].map((put) => putAt(value, path, put)))
