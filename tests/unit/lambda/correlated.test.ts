import { expect, test } from 'vitest'
import { correlated } from '#shared/lambda/correlated.ts'
import { type Answer, emptyAnswer, problemAnswer } from '#shared/lambda/json.ts'
import { follow } from '#shared/log/correlation.ts'

const [one, other] = ['a'.repeat(24), 'b'.repeat(24)]

const answerOf = (door: () => Answer): Promise<Answer> => correlated(async () => door())({}, {})

test('an answer names what it is about beside its own headers', async () => {
  const { statusCode, headers } = await answerOf(() => {
    follow(one, `${other}.2`)
    return emptyAnswer()
  })

  expect(statusCode).toBe(204)
  expect(headers).toEqual({ ...emptyAnswer().headers, 'x-correlation-id': `${one}, ${other}` })
})

test('so does a problem', async () => {
  const { statusCode, headers } = await answerOf(() => {
    follow(one)
    return problemAnswer(new Error('broken'))
  })

  expect(statusCode).toBe(500)
  expect(headers).toMatchObject({ 'x-correlation-id': one, 'content-type': 'application/problem+json' })
})

test('what is about no conversation has no such header', async () => {
  expect(await answerOf(emptyAnswer)).toEqual(emptyAnswer())
})

test('the next request is about nothing yet', async () => {
  const door = correlated(async (id: string) => {
    if (id) follow(id)
    return emptyAnswer()
  })
  await door(one, {})

  expect((await door('', {})).headers).not.toHaveProperty('x-correlation-id')
})
