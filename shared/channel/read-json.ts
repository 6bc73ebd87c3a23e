import { isUtf8 } from 'node:buffer'

/** Deeper than any message needs; JSON.parse itself has no limit. */
const depthLimit = 32

export type ReadJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly detail: string }

/** Counts brackets outside strings, so that a deep bomb is refused before it is parsed. */
const isTooDeep = (text: string): boolean => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > depthLimit) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

/** Parses a body from outside: a detail instead of an exception, and never the body's own words in it. */
export const readJson = (body: Buffer): ReadJson => {
  // Decoding would put replacement characters where a customer's words were.
  if (!isUtf8(body)) return { ok: false, detail: 'body: not valid UTF-8' }
  const text = body.toString('utf8')
  if (isTooDeep(text)) return { ok: false, detail: `body: nested deeper than ${depthLimit} levels` }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, detail: 'body: not valid JSON' }
  }
}
