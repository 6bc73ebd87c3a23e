import { readFileSync } from 'node:fs'
import { claimsIn } from '#shared/handoff/claims.ts'

export interface Line {
  readonly language: string
  readonly text: string
  /** As `what=value`. */
  readonly claims: readonly string[]
}

/** Authored lines by language: what stands behind the arrow is claimed, and where there is none, nothing is. */
export const examLines = (): readonly Line[] => {
  let language = ''
  return readFileSync(new URL('./lines.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const section = /^\[(.+)\]$/.exec(line)
      if (section) language = section[1] ?? ''
      const [text = '', claims = ''] = line.split(' => ')
      return section ? [] : [{ language, text, claims: claims === '' ? [] : claims.split('; ') }]
    })
}

export interface Marks {
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
  readonly precision: number
  readonly recall: number
}

/** A claim counts only as a whole: the kind and every letter of the value. */
export const examine = (lines: readonly Line[]): Marks => {
  const found = lines.map(({ text }) => claimsIn(text).map(({ what, value }) => `${what}=${value}`))
  const pairs = lines.map(({ text, claims }, n) => ({ text, claims, got: found[n] ?? [] }))
  const wrong = pairs.flatMap(({ text, claims, got }) =>
    got.filter((one) => !claims.includes(one)).map((one) => `${one} in ${text}`),
  )
  const missed = pairs.flatMap(({ text, claims, got }) =>
    claims.filter((one) => !got.includes(one)).map((one) => `${one} in ${text}`),
  )
  const total = lines.reduce((sum, { claims }) => sum + claims.length, 0)
  const given = found.flat().length
  return { wrong, missed, precision: (given - wrong.length) / given, recall: (total - missed.length) / total }
}
