import { expect, test } from 'vitest'
import { attemptIdOf, writtenId } from '#shared/lambda/attempt.ts'
import { BadRequestError } from '#shared/lambda/errors.ts'

const request = { agentId: 'cleo', operationId: 'sendMessage', path: { id: 'h-1' }, key: 'k-1' }

test('the same key names the same attempt', () => {
  const [first, second] = [attemptIdOf(request), attemptIdOf(request)]

  expect(second).toBe(first)
})

test.each([
  ['agent', { agentId: 'ben' }],
  ['operation', { operationId: 'addNote' }],
  ['handoff', { path: { id: 'h-2' } }],
  ['key', { key: 'k-2' }],
])('another %s names another attempt', (_, other) => {
  expect(attemptIdOf({ ...request, ...other })).not.toBe(attemptIdOf(request))
})

test('without a key every request is its own', () => {
  const keyless = { ...request, key: undefined }

  expect(attemptIdOf(keyless)).not.toBe(attemptIdOf(keyless))
})

test.each(['', 'a b', 'é', 'line\n', 'x'.repeat(129)])('refuses the key %j', (key) => {
  expect(() => attemptIdOf({ ...request, key })).toThrow(BadRequestError)
})

test('what an attempt writes has an id without dots, which are for threads', () => {
  expect(writtenId('msg', attemptIdOf(request))).toMatch(/^msg_[0-9a-f]{40}$/)
})
