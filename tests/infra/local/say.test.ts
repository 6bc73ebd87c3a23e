import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const say = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['infra/local/say.ts', ...words], { encoding: 'utf8' })

test('says what it takes when asked, and nothing else', () => {
  expect(say('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--conversation NAME') })
})

test.each([
  [['--bogus'], /^Unknown option '--bogus'/],
  [['--port'], /^Option '--port <value>' argument missing/],
  [['--port', 'abc', 'hi'], /^--port "abc" is not allowed: must be a number from 1 to 65535\n$/],
  [['--port', '99999', 'hi'], /^--port "99999" is not allowed/],
  [[], /^what should the customer say\?/],
  [['--port', '1', 'hi'], /^no local cloud on port 1: npm start first\n$/],
])('%j is answered with a line, not with a stack', (words, line) => {
  const { status, stderr, stdout } = say(...words)

  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(line)
  expect(stderr).not.toContain('    at ')
})
