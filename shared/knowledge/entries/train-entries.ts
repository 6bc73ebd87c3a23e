import { seededRandom } from '../../words/training/random.ts'
import { type Fitted, fitClasses, type Sample } from './fit-classes.ts'
import { type Likeness, likenessTo } from './likeness.ts'
import { type Kinship, matchUsual, sharesOf, type TellMatter } from './match-usual.ts'
import type { Pieces } from './question-pieces.ts'
import { type Questions, type Scale, scaleOf, type Weighed, weigh, weighWords } from './weighing.ts'

/** What a company's entries are learnt from, taken apart once: the same pieces serve every fold of the self-check. */
export interface Lessons {
  readonly entries: readonly { readonly name: string; readonly questions: readonly Pieces[] }[]
  readonly matters: readonly { readonly name: string; readonly questions: readonly Pieces[] }[]
  readonly tellMatter: TellMatter
  /** Far outside: small talk, commands, other companies. */
  readonly ordinary: readonly Pieces[]
}

/** Classes in order: the entries, then everything ordinary, then each neighbouring matter that no entry answers. */
export interface Trained {
  readonly scale: Scale & { readonly pieces: readonly number[] }
  readonly fitted: Fitted
  readonly entries: readonly string[]
  readonly neighbours: readonly string[]
  /** Each entry's questions by their words, then those of all matters that no entry answers. */
  readonly beside: readonly Questions[]
  /** To `beside`. */
  readonly likeness: Likeness
}

const EPOCHS = 12
const SEED = 12
/** Another's wording for the same matter: worth half of one's own customers'. */
const BORROWED_WEIGHT = 0.5

const samplesOf = (
  entries: readonly (readonly Weighed[])[],
  matters: readonly (readonly Weighed[])[],
  ordinary: readonly Weighed[],
  kinships: readonly Kinship[],
): { readonly samples: readonly Sample[]; readonly neighbours: readonly number[] } => {
  const rest = entries.length
  const neighbours: number[] = []
  const samples = entries.flatMap((texts, of) => texts.map((text): Sample => ({ text, of, weight: 1 })))
  samples.push(...ordinary.map((text): Sample => ({ text, of: rest, weight: 1 })))
  for (const [at, kinship] of kinships.entries()) {
    if (kinship.kind === 'unclear') continue
    if (kinship.kind === 'near') neighbours.push(at)
    const of = kinship.kind === 'same' ? kinship.entry : kinship.kind === 'near' ? rest + neighbours.length : rest
    const weight = kinship.kind === 'same' ? BORROWED_WEIGHT : 1
    samples.push(...(matters[at] ?? []).map((text) => ({ text, of, weight })))
  }
  return { samples, neighbours }
}

/** Learns to tell a company's entries from one another, from what its trade is asked besides, and from everything else. */
export const trainEntries = ({ entries, matters, tellMatter, ordinary }: Lessons): Trained => {
  const all = [...entries, ...matters].flatMap(({ questions }) => questions)
  const scale = scaleOf([...all, ...ordinary])
  const weighed = (texts: readonly Pieces[]): readonly Weighed[] => texts.map((text) => weigh(text, scale))
  const [own, usual] = [entries, matters].map((many) => many.map(({ questions }) => weighed(questions)))
  const back = entries.map(({ questions }) => sharesOf(questions.map(tellMatter), matters.length))
  const kinships = matchUsual(own ?? [], usual ?? [], back, scale.pieces.length)
  const { samples, neighbours } = samplesOf(own ?? [], usual ?? [], weighed(ordinary), kinships)
  const classes = entries.length + 1 + neighbours.length
  const random = seededRandom(SEED)
  const words = (texts: readonly Pieces[]): Questions => texts.map((text) => weighWords(text, scale))
  const others = matters.filter((_, at) => kinships[at]?.kind !== 'same').flatMap(({ questions }) => questions)
  const beside = [...entries.map(({ questions }) => words(questions)), words(others)]
  return {
    scale,
    fitted: fitClasses(samples, { classes, rows: scale.pieces.length, epochs: EPOCHS, random }),
    entries: entries.map(({ name }) => name),
    neighbours: neighbours.map((at) => matters[at]?.name ?? ''),
    beside,
    likeness: likenessTo(beside),
  }
}
