import { globSync, readFileSync } from 'node:fs'
import { guards } from '../guards.ts'
import { derivedMutants } from './all-mutants.ts'
import { equivalents } from './equivalents.ts'
import { isSwitchable } from './instrument.ts'
import { type Mutant, nameOf } from './mutant.ts'
import { noticedAnew, tryMutants, type Verdict } from './try-mutants.ts'

/** The rooms' own tests notice most, in no time. */
const quickFiles = [
  'tests/unit/{handoff,line,thread,turn,channel,customer,lambda,agent,assistant,routing}/*.test.ts',
  'tests/contract/*.test.ts',
]
/** What is left is tried on whole journeys, races and the API. */
const wholeFiles = [
  'tests/faults/{invariants-of-,erasure-,deliveries-again,sweep-,two-people}*.test.ts',
  'tests/integration/agent/{reading,customers,handoffs}.test.ts',
]
/** Compares sizes alone, for seconds. */
const leftOut = /answer-size\.test\.ts$/

const filesOf = (patterns: readonly string[]): readonly string[] =>
  globSync(patterns)
    .filter((file) => !leftOut.test(file))
    .sort()

/** The guards that were named by hand, each with the test that was named for it. */
export const namedMutants = (): readonly Mutant[] =>
  guards.map(({ file, source, without, testFile, test, invariant }) => {
    const start = readFileSync(file, 'utf8').indexOf(source)
    if (start < 0) throw new Error(`${file}: what is to be taken out does not stand there: ${source}`)
    const [end, noticedBy] = [start + source.length, { testFile, test }]
    return { file, start, end, replacement: without, change: invariant, noticedBy }
  })

export const shownName = (mutant: Mutant): string => nameOf(mutant, readFileSync(mutant.file, 'utf8'))

export interface Tried {
  readonly named: readonly Verdict[]
  /** Without those that change nothing anybody could notice. */
  readonly derived: readonly Verdict[]
  readonly equivalent: number
  readonly unrepeatable: readonly string[]
}

interface Wanted {
  /** A part of the file, the test or the change. */
  readonly part?: string
  /** The share of the derived ones. */
  readonly scale?: number
  readonly progress: (line: string) => void
}

/** The named ones that the warm process did not see fail get a process with nothing but them. */
const confirm = async (verdict: Verdict): Promise<Verdict> =>
  verdict.noticedBy === undefined && (await noticedAnew(verdict.mutant))
    ? { ...verdict, noticedBy: verdict.mutant.noticedBy?.test }
    : verdict

const wasNoticed = ({ noticedBy }: Verdict): boolean => noticedBy !== undefined

const isWanted = (mutant: Mutant, part: string): boolean =>
  `${mutant.file} ${mutant.noticedBy?.test ?? ''} ${mutant.change}`.includes(part)

/** Takes out every guard, named or derived, one at a time, and says who noticed. */
export const tryGuards = async ({ part = '', scale = 1, progress }: Wanted): Promise<Tried> => {
  const all = derivedMutants().filter((mutant) => isWanted(mutant, part))
  const lasting = all.filter((mutant) => !(shownName(mutant) in equivalents))
  const derived = lasting.filter(
    (mutant, at) => at % Math.ceil(1 / scale) === 0 && isSwitchable(readFileSync(mutant.file, 'utf8'), mutant),
  )
  const named = namedMutants().filter((mutant) => isWanted(mutant, part))
  const aimed = await tryMutants([...new Set(named.map(({ noticedBy }) => noticedBy?.testFile ?? ''))], named)
  const confirmed: Verdict[] = []
  for (const verdict of aimed.verdicts) confirmed.push(await confirm(verdict))
  progress(`${confirmed.filter(wasNoticed).length} of ${named.length} named guards noticed by their tests`)

  const quick = await tryMutants(filesOf(quickFiles), derived)
  const left = quick.verdicts.filter((verdict) => !wasNoticed(verdict)).map(({ mutant }) => mutant)
  progress(`${derived.length - left.length} of ${derived.length} derived guards noticed by the rooms' own tests`)

  const whole = await tryMutants(filesOf(wholeFiles), left)
  const late = new Map(whole.verdicts.map((verdict) => [verdict.mutant, verdict]))
  return {
    named: confirmed,
    derived: quick.verdicts.map((verdict) => late.get(verdict.mutant) ?? verdict),
    equivalent: all.length - lasting.length,
    unrepeatable: [...aimed.unrepeatable, ...quick.unrepeatable, ...whole.unrepeatable],
  }
}
