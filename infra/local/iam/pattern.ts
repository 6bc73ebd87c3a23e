const compiled = new Map<string, RegExp>()

const compile = (pattern: string, ofArn: boolean): RegExp => {
  const key = `${ofArn} ${pattern}`
  const known = compiled.get(key)
  if (known) return known
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  const expression = ofArn
    ? escaped
        .replace(/\*(?=:|$)/g, '§')
        .replaceAll('*', '[^:]*')
        .replaceAll('?', '[^:]')
        .replaceAll('§', '.*')
    : escaped.replaceAll('*', '.*').replaceAll('?', '.')
  const made = new RegExp(`^${expression}$`, 's')
  compiled.set(key, made)
  return made
}

/** `*` is any text, `?` one character; nothing else in a pattern is special. */
export const matches = (pattern: string, value: string): boolean => compile(pattern, false).test(value)

/** In an ARN a wildcard stays within its segment, between two colons, unless it is the segment's last character. */
export const matchesArn = (pattern: string, value: string): boolean => compile(pattern, true).test(value)

export const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern)
