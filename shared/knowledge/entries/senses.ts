import { stemsOf } from './stems.ts'

/** What words can mean, as synth compiled it: `name: stem stem, stem` a line, so that a cold start takes no word apart. */
export type CompiledSenses = readonly string[]

/** The senses that a question's stems have, each once. */
export type Senses = (stems: readonly string[]) => ReadonlySet<string>

interface Saying {
  readonly rest: readonly string[]
  readonly sense: string
}

const SEPARATOR = ': '

const split = (line: string): readonly [name: string, sayings: readonly string[]] => {
  const at = line.indexOf(SEPARATOR)
  return [line.slice(0, at), line.slice(at + SEPARATOR.length).split(',')]
}

/** From lexicons as authors write them; a sense may go on in another lexicon. */
export const compileSenses = (lexicons: readonly string[]): CompiledSenses => {
  const sayings = new Map<string, Set<string>>()
  for (const line of lexicons.flatMap((lexicon) => lexicon.trim().split('\n'))) {
    const [name, written] = split(line)
    const known = sayings.get(name) ?? new Set()
    sayings.set(name, known)
    for (const one of written) known.add(stemsOf(one).join(' '))
  }
  return [...sayings].map(([name, known]) => `${name}${SEPARATOR}${[...known].filter(Boolean).sort().join(',')}`)
}

/** One word may stand between two words of a saying: "cancel my booking" is "cancel booking". */
const isSaid = (rest: readonly string[], stems: readonly string[], after: number): boolean => {
  let at = after
  return rest.every((wanted) => {
    if (stems[at] !== wanted) at++
    return stems[at++] === wanted
  })
}

export const openSenses = (compiled: CompiledSenses): Senses => {
  const byFirst = new Map<string, Saying[]>()
  for (const line of compiled) {
    const [sense, sayings] = split(line)
    for (const saying of sayings) {
      const [first = '', ...rest] = saying.split(' ')
      const known = byFirst.get(first)
      if (known) known.push({ rest, sense })
      else byFirst.set(first, [{ rest, sense }])
    }
  }
  return (stems) => {
    const found = new Set<string>()
    for (const [at, first] of stems.entries())
      for (const { rest, sense } of byFirst.get(first) ?? []) if (isSaid(rest, stems, at + 1)) found.add(sense)
    return found
  }
}
