import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { runCommand } from './support/run-command.ts'

const installed = JSON.parse(readFileSync(join(projectFolder, 'node_modules/aws-cdk/package.json'), 'utf8')).version

test("the CDK command is the project's own, whatever is installed elsewhere", async () => {
  const { code, out } = await runCommand('diff', ['--version'], { PATH: '/nowhere' })

  expect(code).toBe(0)
  expect(out).toContain(installed)
})

test('the exit code of the CDK command is the exit code here', async () => {
  const { code, err } = await runCommand('diff', ['--app', join(projectFolder, 'no-assembly-here')])

  expect(code).toBe(1)
  expect(err).toContain('no-assembly-here')
})
