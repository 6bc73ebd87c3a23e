import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { EnvironmentError } from '#shared/lambda/errors.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'

const schema = z.object({ BATON_TABLE: nameSchema, TEAM_QUEUE_URLS: namesSchema })

test('reads names, and a JSON object of queues', () => {
  const env = readEnv(schema, { BATON_TABLE: 'table', TEAM_QUEUE_URLS: '{"care":"https://queue"}', OTHER: 'x' })

  expect(env).toEqual({ BATON_TABLE: 'table', TEAM_QUEUE_URLS: { care: 'https://queue' } })
})

test.each([
  ['missing', {}, /BATON_TABLE: must be string; TEAM_QUEUE_URLS: must be string/],
  ['empty', { BATON_TABLE: '', TEAM_QUEUE_URLS: '{}' }, /BATON_TABLE: must be at least 1 characters/],
  ['no JSON', { BATON_TABLE: 'table', TEAM_QUEUE_URLS: 'care' }, /TEAM_QUEUE_URLS: must be JSON/],
  ['no URL', { BATON_TABLE: 'table', TEAM_QUEUE_URLS: '{"care":1}' }, /TEAM_QUEUE_URLS.care: must be string/],
])('refuses an environment whose variable is %s, by its name', (_, env, message) => {
  const read = () => readEnv(schema, env)

  expect(read).toThrow(EnvironmentError)
  expect(read).toThrow(message)
})

test('never repeats a value', () => {
  const read = () => readEnv(schema, { BATON_TABLE: 'table', TEAM_QUEUE_URLS: 'secret-word' })

  expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret-word') }))
})
