import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const cost = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/cost/cost.ts', ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test.each(['0', '-3', '2.5', 'many', '', '1e9'])('--agents=%s is refused in one line, without a figure', (agents) => {
  expect(cost(`--agents=${agents}`)).toEqual({
    status: 1,
    stdout: '',
    stderr: `--agents "${agents}" is not allowed: must be a whole number of people, at least 1\n`,
  })
})

test('an option that it does not know is refused with those it does', () => {
  expect(cost('--frob')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'unknown option "--frob": allowed are --config, --measure, --agents, --json, --help\n',
  })
})
