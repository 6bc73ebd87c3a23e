import { expect, test } from 'vitest'
import { runCommand, signedInAt } from './support/run-command.ts'

test('an account that cannot be reached ends it in one line and what to do, before anything is synthesised', async () => {
  const { code, out, err } = await runCommand('diff', [], signedInAt('http://127.0.0.1:9'))

  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^credentials: .*ECONNREFUSED.*\n→ check the network, the proxy and AWS_ENDPOINT_URL\n$/)
})

test('asked for help it says what it takes, not all that the CDK command does', async () => {
  const { code, out } = await runCommand('diff', ['--help'])

  expect([code, out.split('\n').length < 10]).toEqual([0, true])
})
