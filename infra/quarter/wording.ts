import type { Phrasing } from './questions.ts'
import type { Random } from './random.ts'

const slot = /\{(\w+)\}/g
const chances = { opener: 0.3, closer: 0.2, lower: 0.15 }

/** How one customer words their matter: the same slots whenever they ask again. */
export interface Wording {
  /** The matter in the words of the `n`-th try: another question of the same matter while there is one. */
  ask(matter: string, n: number): string
}

const nonEmpty = (lines: readonly string[], of: string): readonly [string, ...string[]] => {
  const [first, ...rest] = lines
  if (first === undefined) throw new RangeError(`there is no wording of ${of}`)
  return [first, ...rest]
}

export const wordingOf = ({ language, slots, matters }: Phrasing, random: Random): Wording => {
  const drawn = (name: string): string => random.pick(nonEmpty(slots.get(name) ?? [], `{${name}} in ${language}`))
  const chosen = new Map<string, string>()
  const fill = (template: string): string =>
    template.replace(slot, (_, name: string) => {
      const value = chosen.get(name) ?? drawn(name)
      chosen.set(name, value)
      return value
    })
  const began = new Map<string, number>()
  return {
    ask: (matter, n) => {
      const lines = nonEmpty(matters.get(matter) ?? [], `"${matter}" in ${language}`)
      const first = began.get(matter) ?? random.below(lines.length)
      began.set(matter, first)
      const text = fill(lines[(first + n) % lines.length] ?? lines[0])
      // What is typed once more is typed shorter.
      if (n > 0 || !text.includes(' ')) return text
      const opener = random.chance(chances.opener) ? `${drawn('openers')} ` : ''
      const closer = random.chance(chances.closer) ? ` ${drawn('closers')}` : ''
      const whole = `${opener}${text}${closer}`
      return random.chance(chances.lower) ? whole.toLowerCase() : whole
    },
  }
}

/** Small words around the matter, such as thanks, are said as they stand. */
export const sayingOf = ({ language, matters }: Phrasing, saying: string, random: Random): string =>
  random.pick(nonEmpty(matters.get(saying) ?? [], `"${saying}" in ${language}`))
