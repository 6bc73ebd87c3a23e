import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'

const tsc = join(projectFolder, 'node_modules', '.bin', 'tsc')

// Pages are checked apart from everything else: they know the browser, and nothing else here does.
test('the console fits the agent API and itself: `tsc -p console` finds nothing', () => {
  const { stdout, status } = spawnSync(tsc, ['-p', 'console'], { cwd: projectFolder, encoding: 'utf8' })

  expect(stdout).toBe('')
  expect(status).toBe(0)
})
