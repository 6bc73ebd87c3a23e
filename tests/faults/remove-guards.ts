import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Guard, guards } from './guards.ts'

/**
 * Takes each guard out of a copy of the project and runs its test there: a test that still passes guards nothing.
 * `node tests/faults/remove-guards.ts [part of a test's name]`; ends with 1 if a guard was not missed.
 */

const parts = ['shared', 'functions', 'infra', 'tests', 'knowledge', 'package.json', 'tsconfig.json', 'baton.config.ts']

const copyProject = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-guards-'))
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `export default { cacheDir: '.vitest', test: { include: ['tests/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 60_000 } }\n`,
  )
  return folder
}

interface Counted {
  readonly passed: number
  readonly failed: number
}

const runTest = (folder: string, { testFile, test }: Guard): Counted => {
  const pattern = test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const arguments_ = ['node_modules/vitest/vitest.mjs', 'run', testFile, '-t', pattern]
  spawnSync(process.execPath, [...arguments_, '--reporter=json', `--outputFile=${report}`], { cwd: folder })
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

const verdictOf = (folder: string, guard: Guard): string => {
  const file = join(folder, guard.file)
  const source = readFileSync(file, 'utf8')
  if (source.split(guard.source).length !== 2) return 'STALE: its source does not stand there once'
  writeFileSync(
    file,
    source.replace(guard.source, () => guard.without),
  )
  const { passed, failed } = runTest(folder, guard)
  writeFileSync(file, source)
  if (failed > 0) return 'missed'
  return passed > 0 ? 'NOT MISSED: its test still passes' : 'STALE: no test of that name'
}

const [wanted = ''] = process.argv.slice(2)
const chosen = guards.filter(({ test, file }) => `${file} ${test}`.includes(wanted))
const folder = copyProject()
let failures = 0
try {
  for (const guard of chosen) {
    const verdict = verdictOf(folder, guard)
    if (verdict !== 'missed') failures += 1
    console.log(
      `${guard.invariant.padEnd(9)} ${guard.file.padEnd(40)} ${guard.test.slice(0, 60).padEnd(60)} ${verdict}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${chosen.length - failures} guards missed when removed, ${failures} not`)
process.exitCode = failures > 0 ? 1 : 0
