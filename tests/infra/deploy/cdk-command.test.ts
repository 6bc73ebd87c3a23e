import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { startFakeAws } from './support/fake-aws.ts'
import { runCommand, signedInAt } from './support/run-command.ts'
import { soundAccount } from './support/sound-account.ts'

const installed = JSON.parse(readFileSync(join(projectFolder, 'node_modules/aws-cdk/package.json'), 'utf8')).version

let aws: Awaited<ReturnType<typeof startFakeAws>>
beforeAll(async () => {
  aws = await startFakeAws(soundAccount)
})
afterAll(() => aws.close())

test("the CDK command is the project's own, whatever is installed elsewhere", async () => {
  const { code, out } = await runCommand('diff', ['--version'], { ...signedInAt(aws.url), PATH: '/nowhere' })

  expect(code).toBe(0)
  expect(out).toContain(installed)
})

test('the exit code of the CDK command is the exit code here', async () => {
  const { code, err } = await runCommand(
    'diff',
    ['--app', join(projectFolder, 'no-assembly-here')],
    signedInAt(aws.url),
  )

  expect(code).toBe(1)
  expect(err).toContain('no-assembly-here')
})
