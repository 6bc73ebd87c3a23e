import { expect, test } from 'vitest'
import { checkModel, modelBehind } from '#infra/deploy/checks/check-model.ts'
import type { Models } from '#infra/deploy/cloud/ports.ts'
import { awsError, memoryModels } from '../support/memory-cloud.ts'

const id = 'us.amazon.nova-2-lite-v1:0'
const there = ['us.amazon.nova-2-lite-v1:0', 'us.amazon.nova-micro-v1:0', 'us.anthropic.claude-haiku-4-5-v1:0']
const check = (given: Partial<Models> & { there?: readonly string[] }, model = id, call = false) =>
  checkModel(memoryModels({ there, ...given }), model, 'us-east-1', call)
const marks = async (found: ReturnType<typeof check>) => (await found).verdicts.map(({ mark }) => mark)

test('a profile of the region that the account may call is good', async () => {
  const { verdicts, name } = await check({})

  expect(verdicts.map(({ mark, found }) => `${mark}: ${found}`)).toEqual([
    `good: ${id} is there in us-east-1`,
    'good: this account may call it',
  ])
  expect(name).toBe('Nova 2 Lite')
})

test('a profile of another geography is bad, and the same model here is offered', async () => {
  const { verdicts } = await check({}, 'eu.amazon.nova-2-lite-v1:0')

  expect(verdicts).toMatchObject([{ mark: 'bad', todo: `set model.id to ${id}` }])
})

test("a model that no profile here has is bad, and the same maker's others are offered", async () => {
  const { verdicts } = await check({}, 'us.amazon.nova-premier-v1:0')

  expect(verdicts[0]?.todo).toBe('set model.id to us.amazon.nova-2-lite-v1:0 or us.amazon.nova-micro-v1:0')
})

test('where nothing of the maker is there, another region is the advice', async () => {
  const { verdicts } = await check({ there: [] })

  expect(verdicts[0]?.todo).toContain('deploy to another')
})

test('a plain model id is looked for among the models', async () => {
  expect(await marks(check({}, 'amazon.nova-micro-v1:0'))).toEqual(['good', 'good'])
  expect(await marks(check({}, 'amazon.nova-premier-v1:0'))).toEqual(['bad'])
})

test('a profile whose model lives in other regions only is there nevertheless', async () => {
  expect(await marks(check({ model: async () => undefined }))).toEqual(['good'])
})

test('a model on its way out is pointed out', async () => {
  const legacy = check({ model: async () => ({ name: 'Nova 2 Lite', lifecycle: 'LEGACY' }) })

  expect(await marks(legacy)).toEqual(['good', 'open', 'good'])
})

test.each([
  [{ authorized: false, entitled: true, agreed: true }, 'bad', /not authorized/],
  [{ authorized: true, entitled: false, agreed: true }, 'bad', /no access/],
  [{ authorized: true, entitled: true, agreed: false }, 'open', /terms/],
])('access of %j is %s', async (availability, mark, found) => {
  const { verdicts } = await check({ availability: async () => availability })

  expect(verdicts[1]).toMatchObject({ mark, found: expect.stringMatching(found) })
})

test('whoever may not ask about access is told how else to find out', async () => {
  const { verdicts } = await check({
    availability: () => Promise.reject(awsError('AccessDeniedException', 'not authorized')),
  })

  expect(verdicts[1]).toMatchObject({ mark: 'open', todo: 'try "npm run doctor -- --call-model"' })
})

test('the model is called only when that is asked for', async () => {
  const calls: string[] = []
  const call = async (model: string) => void calls.push(model)

  await check({ call })
  expect(calls).toEqual([])

  expect(await marks(check({ call }, id, true))).toEqual(['good', 'good', 'good'])
  expect(calls).toEqual([id])
})

test('a call that is refused says where access is asked for', async () => {
  const denied = () => Promise.reject(awsError('AccessDeniedException', "You don't have access to the model"))
  const { verdicts } = await check({ call: denied }, id, true)

  expect(verdicts.at(-1)).toMatchObject({ mark: 'bad', todo: expect.stringContaining('Model catalog') })
})

test.each([
  ['us.amazon.nova-2-lite-v1:0', 'amazon.nova-2-lite-v1:0'],
  ['global.anthropic.claude-haiku-4-5-v1:0', 'anthropic.claude-haiku-4-5-v1:0'],
  ['us-gov.amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  ['amazon.nova-micro-v1:0', 'amazon.nova-micro-v1:0'],
])('the model behind %s is %s', (profile, model) => {
  expect(modelBehind(profile)).toBe(model)
})
