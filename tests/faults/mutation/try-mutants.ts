import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant } from './mutant.ts'
import { runTests } from './run-tests.ts'
import type { Plan, Report } from './runner.ts'

type Reached = Report & { readonly kind: 'reached' }

/** What a mutant met: a test that failed on it, or none; how many tests came by it at all. */
export interface Verdict {
  readonly mutant: Mutant
  readonly noticedBy?: string | undefined
  readonly reachedBy: number
}

export interface Trial {
  readonly verdicts: readonly Verdict[]
  /** Tests that cannot be repeated in one process, and so were not asked. */
  readonly unrepeatable: readonly string[]
}

/** Tests that take longer say in a minute what the quick ones said in a second. */
const slowestTestMs = 300
/** For one mutant, the quickest tests first. */
const patienceMs = 800

const mayNotice = ({ noticedBy }: Mutant, { file, name }: Reached): boolean =>
  !noticedBy || (file === noticedBy.testFile && name.includes(noticedBy.test))

/** By test, the mutants that it is tried on: for each mutant the quickest tests that come by it. */
export const planOf = (mutants: readonly Mutant[], reached: readonly Reached[]): Plan => {
  const quickest = reached.filter(({ passed }) => passed).toSorted((a, b) => a.ms - b.ms)
  const plan: Record<string, number[]> = {}
  for (const [number, mutant] of mutants.entries()) {
    let spent = 0
    for (const test of quickest) {
      if (!test.numbers.includes(number) || !mayNotice(mutant, test)) continue
      spent += test.ms + 1
      if (!mutant.noticedBy && (test.ms > slowestTestMs || spent > patienceMs)) break
      plan[test.id] = [...(plan[test.id] ?? []), number]
    }
  }
  return plan
}

const longestByFile = (reached: readonly Reached[]): ReadonlyMap<string, number> => {
  const longest = new Map<string, number>()
  for (const { file, ms } of reached) longest.set(file, Math.max(longest.get(file) ?? 0, ms))
  return longest
}

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-guards-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads the modules anew with the mutant in them: dearer, and the last word. */
export const noticedAnew = (mutant: Mutant): Promise<boolean> =>
  inFolder(async (folder) => {
    const testFiles = mutant.noticedBy ? [mutant.noticedBy.testFile] : []
    const lines = await runTests({ testFiles, mutants: [mutant], folder, anew: true })
    return lines.some((line) => line.kind === 'reached' && mayNotice(mutant, line) && !line.passed)
  })

/** Tries each mutant on the tests that come by it, in one warm process: a first run notes who comes by what. */
export const tryMutants = (testFiles: readonly string[], mutants: readonly Mutant[]): Promise<Trial> =>
  inFolder(async (folder) => {
    const reached = (await runTests({ testFiles, mutants, folder })).filter((line) => line.kind === 'reached')
    const longest = longestByFile(reached)
    const files = testFiles.toSorted((a, b) => (longest.get(a) ?? 0) - (longest.get(b) ?? 0))
    const said = await runTests({ testFiles: files, mutants, folder, plan: planOf(mutants, reached) })
    const noticed = new Map(
      said.flatMap((line) =>
        line.kind === 'noticed' ? line.numbers.map((number) => [number, line.name] as const) : [],
      ),
    )
    return {
      verdicts: mutants.map((mutant, number) => ({
        mutant,
        noticedBy: noticed.get(number),
        reachedBy: reached.filter(({ numbers }) => numbers.includes(number)).length,
      })),
      unrepeatable: said.flatMap((line) => (line.kind === 'unrepeatable' ? [line.name] : [])),
    }
  })
