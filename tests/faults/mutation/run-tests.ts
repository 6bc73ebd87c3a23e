import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BaseSequencer, startVitest, type TestSpecification } from 'vitest/node'
import { countRounds, instrument } from './instrument.ts'
import { applyTo, type Mutant } from './mutant.ts'
import type { Plan, Report } from './runner.ts'

export interface Run {
  readonly testFiles: readonly string[]
  readonly mutants: readonly Mutant[]
  readonly folder: string
  readonly plan?: Plan
  /** The mutants stand in the source instead of the guards, not beside them. */
  readonly anew?: true
}

const inOrder = (files: readonly string[]) =>
  class extends BaseSequencer {
    override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
      const place = ({ moduleId }: TestSpecification) => files.indexOf(relative(process.cwd(), moduleId))
      return specifications.toSorted((a, b) => place(a) - place(b))
    }
  }

/** Vite hands every file with mutants to the tests with all of them in it. */
const withMutants = (mutants: readonly Mutant[], anew = false) => {
  const numbered = Map.groupBy(
    mutants.map((mutant, number) => ({ number, mutant })),
    ({ mutant }) => mutant.file,
  )
  return {
    name: 'guards',
    enforce: 'pre' as const,
    load(id: string) {
      const file = relative(process.cwd(), id)
      if (!/^(shared|functions|tests)\/.*\.ts$/.test(file)) return undefined
      const own = numbered.get(file) ?? []
      const source = readFileSync(id, 'utf8')
      const changed = anew ? own.reduce((text, { mutant }) => applyTo(text, mutant), source) : instrument(source, own)
      return countRounds(changed)
    },
  }
}

/** Runs test files under the guards' own runner, in one process, and returns what it had to say. */
export const runTests = async ({ testFiles, mutants, folder, plan, anew }: Run): Promise<readonly Report[]> => {
  const [planFile, reportFile] = [join(folder, 'plan.json'), join(folder, 'report.jsonl')]
  writeFileSync(reportFile, '')
  if (plan) writeFileSync(planFile, JSON.stringify(plan))
  const vitest = await startVitest(
    'test',
    [],
    {
      config: false,
      root: process.cwd(),
      watch: false,
      include: [...testFiles],
      runner: join(import.meta.dirname, 'runner.ts'),
      env: { GUARDS_PLAN: plan ? planFile : '', GUARDS_REPORT: reportFile, TMPDIR: folder },
      reporters: [{}],
      fsModuleCachePath: join(folder, 'cache'),
      pool: 'forks',
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
      testTimeout: 5_000,
      sequence: { sequencer: inOrder(testFiles) },
    },
    { plugins: [withMutants(mutants, anew)], logLevel: 'error' },
  )
  const unread = vitest.state
    .getTestModules()
    .flatMap((module) => module.errors().map((error) => `${module.moduleId}: ${error.message}`))
  await vitest.close()
  if (unread.length > 0 && !anew)
    throw new Error(`tests that cannot be read with mutants in the product: ${unread.join('; ')}`)
  process.exitCode = 0
  return readFileSync(reportFile, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
