import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemAnswer } from '#shared/lambda/json.ts'
import { problemOf, problemTable } from '#shared/lambda/problem.ts'
import { ClaimSpentError, LineBusyError } from '#shared/line/errors.ts'

const shared = new URL('../../../shared/', import.meta.url).pathname

type ErrorClass = new (...parameters: never[]) => Error

const errorClasses = async (): Promise<readonly string[]> => {
  const rooms = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)errors\.ts$/.test(file),
  )
  const modules = await Promise.all(rooms.map((file) => import(join(shared, file))))
  return modules.flatMap((module: Record<string, unknown>) =>
    Object.entries(module)
      .filter(
        (entry): entry is [string, ErrorClass] => typeof entry[1] === 'function' && entry[1].prototype instanceof Error,
      )
      .map(([name]) => name),
  )
}

test('every error class of every room has a row', async () => {
  const names = await errorClasses()

  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !Object.hasOwn(problemTable, name))).toEqual([])
})

test('every row has an error class', async () => {
  const names = await errorClasses()

  expect(Object.keys(problemTable).filter((name) => !names.includes(name))).toEqual([])
})

test("a caller's mistake is explained", () => {
  const { problem } = problemOf(new ClaimSpentError('c-1', 'h-1'), 'urn:baton:request:1')

  expect(problem).toEqual({
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    code: 'claim-spent',
    detail: expect.stringContaining('h-1'),
    instance: 'urn:baton:request:1',
  })
})

test.each([
  ['an unknown error', new Error('password 12345')],
  ['a class that is not ours', new RangeError('password 12345')],
  ['a name that every object has', Object.assign(new Error('password 12345'), { name: 'constructor' })],
  ['a text', 'password 12345'],
  ['nothing', undefined],
])('of ours nothing is told: %s', (_, error) => {
  const { statusCode, body = '' } = problemAnswer(error)

  expect(statusCode).toBe(500)
  expect(JSON.parse(body)).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'internal',
  })
})

test('a busy line asks for another try in a second', () => {
  const { statusCode, headers } = problemAnswer(new LineBusyError('care', 8))

  expect(statusCode).toBe(503)
  expect(headers).toMatchObject({ 'retry-after': '1', 'content-type': 'application/problem+json' })
})

test('a conflict does not', () => {
  const { headers } = problemAnswer(new ClaimSpentError('c-1', 'h-1'))

  expect(headers).not.toHaveProperty('retry-after')
})
