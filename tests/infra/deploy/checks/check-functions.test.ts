import { expect, test } from 'vitest'
import { checkFunctions } from '#infra/deploy/checks/check-functions.ts'
import type { FunctionFound } from '#infra/deploy/cloud/ports.ts'
import { toolOf } from '#tests/support/company-tool.ts'

const orders = 'arn:aws:lambda:eu-west-1:123456789012:function:orders:live'
const tool = toolOf({ target: { lambda: orders }, timeoutSeconds: 3 })

const marksFor = async (find: () => Promise<FunctionFound | undefined>, account = '123456789012') =>
  (await checkFunctions({ find }, [tool, toolOf()], account)).map(({ mark, found }) => `${mark}: ${found}`)

const there = { state: 'Active', reason: undefined, timeoutSeconds: 3 }

test('a function that is there and quick enough is good, and a tool at a URL is not looked at', async () => {
  expect(await marksFor(async () => there)).toEqual([`good: ${orders} is there`])
})

test('one that sleeps is woken by its next call', async () => {
  expect(await marksFor(async () => ({ ...there, state: 'Inactive' }))).toEqual([`good: ${orders} is there`])
})

test.each([
  ['one that is not there', undefined, `bad: ${orders} is not there`],
  ['one that failed', { ...there, state: 'Failed', reason: 'no image' }, `bad: ${orders} is Failed: no image`],
])('%s is to be mended', async (_what, found, verdict) => {
  expect(await marksFor(async () => found)).toEqual([verdict])
})

test('one that runs on after nobody waits is told of', async () => {
  expect(await marksFor(async () => ({ ...there, timeoutSeconds: 30 }))).toEqual([
    `good: ${orders} is there`,
    'open: it may run 30 s, and is waited for 3 s',
  ])
})

test('one of another account has to let the turn in by itself', async () => {
  expect(await marksFor(async () => there, '999999999999')).toContain('open: it is of the account 123456789012')
})

test('a look that is denied says nothing of the function', async () => {
  const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException', $metadata: {} })

  expect(await marksFor(() => Promise.reject(denied))).toEqual([
    'open: could not be looked at: AccessDeniedException: not authorized',
  ])
})
