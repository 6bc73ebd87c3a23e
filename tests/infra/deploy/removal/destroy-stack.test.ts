import { expect, test } from 'vitest'
import { type Destruction, destroyStack } from '#infra/deploy/removal/destroy-stack.ts'
import { memoryStacks, type StacksGiven, stackOf } from '../support/memory-cloud.ts'
import { silentTerminal } from '../support/silent-terminal.ts'

const resources = [
  {
    logicalId: 'T',
    type: 'AWS::DynamoDB::GlobalTable',
    physicalId: 'Baton-T',
    status: 'CREATE_COMPLETE',
    reason: undefined,
  },
  { logicalId: 'A', type: 'AWS::ApiGatewayV2::Api', physicalId: 'api-1', status: 'CREATE_COMPLETE', reason: undefined },
]
const standing: StacksGiven = { stacks: [stackOf()], resources, policies: { T: 'Retain', A: 'Delete' } }

const play = async (given: StacksGiven, choices: Partial<Destruction> = {}, ...answers: string[]) => {
  const terminal = silentTerminal(...answers)
  const stacks = memoryStacks(given)
  const removed: string[] = []
  const mappings: object[] = []
  const destruction: Destruction = {
    destination: {
      configPath: 'baton.config.ts',
      callbackUrl: undefined,
      stackName: 'Baton',
      profile: undefined,
      contextWords: [],
    },
    terminal,
    stacks,
    removers: { table: async ({ physicalId }) => `${removed.push(physicalId)} deleted` },
    deleteData: false,
    agreed: false,
    keepMapping: (mapping) => {
      mappings.push(mapping)
      return '.local/kept/Baton.json'
    },
    wait: async () => {},
    ...choices,
  }
  const ended = destroyStack(destruction)
  const result = await ended
    .then((code) => ({ code, error: '' }))
    .catch((error: Error) => ({ code: 1, error: error.message }))
  return { ...result, stacks, removed, mappings, text: terminal.lines.join('\n'), questions: terminal.questions }
}

test('the stack goes, its data stays, and how to go on with it is told', async () => {
  const { code, stacks, removed, mappings, text } = await play(standing, { agreed: true })

  expect(code).toBe(0)
  expect(stacks.deletions).toEqual([stackOf().id])
  expect(removed).toEqual([])
  expect(mappings).toEqual([{ T: { TableName: 'Baton-T' } }])
  expect(text).toContain('Goes: 1 API.')
  expect(text).toContain('table  Baton-T')
  expect(text).toContain('NEW, empty tables')
  expect(text).toContain('npx cdk import Baton --resource-mapping .local/kept/Baton.json')
})

test('with --delete-data the data goes as well, after the stack, and nothing is promised for it', async () => {
  const { code, removed, mappings, text } = await play(standing, { agreed: true, deleteData: true })

  expect(code).toBe(0)
  expect(removed).toEqual(['Baton-T'])
  expect(mappings).toEqual([])
  expect(text).toContain('DELETED AS WELL')
  expect(text).not.toContain('cdk import')
})

test('data that could not be deleted is an exit code of 1', async () => {
  const { code } = await play(standing, { agreed: true, deleteData: true, removers: {} })

  expect(code).toBe(1)
})

test("whoever types the stack's name goes on; whoever types anything else does not", async () => {
  const agreed = await play(standing, {}, 'Baton')
  const refused = await play(standing, {}, 'yes')

  expect(agreed.stacks.deletions).toHaveLength(1)
  expect(agreed.questions).toEqual(['Type Baton to go on: '])
  expect(refused).toMatchObject({ code: 1, error: 'nothing was deleted' })
  expect(refused.stacks.deletions).toEqual([])
})

test('with nobody to ask, what would go and stay is said and nothing is deleted', async () => {
  const { error, stacks, text } = await play(standing)

  expect(error).toContain('no --yes')
  expect(stacks.deletions).toEqual([])
  expect(text).toContain('table  Baton-T')
})

test('a protected stack, or one in the middle of a change, is not touched', async () => {
  const protectedOne = await play({ ...standing, stacks: [stackOf({ protected: true })] }, { agreed: true })
  const busy = await play({ ...standing, stacks: [stackOf({ status: 'UPDATE_IN_PROGRESS' })] }, { agreed: true })

  expect(protectedOne.error).toContain('termination protection')
  expect(busy.error).toContain('wait until it has ended')
  expect([...protectedOne.stacks.deletions, ...busy.stacks.deletions]).toEqual([])
})

test('a deletion that fails names what would not go, and keeps the data', async () => {
  const stuck = resources.map((one) => ({ ...one, status: 'DELETE_FAILED', reason: 'still in use' }))
  const { error, removed } = await play(
    { ...standing, resources: stuck, endsIn: 'DELETE_FAILED' },
    { agreed: true, deleteData: true },
  )

  expect(error).toContain('AWS::ApiGatewayV2::Api api-1: still in use')
  expect(removed).toEqual([])
})

const skipped = resources.map((one) => ({
  ...one,
  status: one.logicalId === 'T' ? 'DELETE_SKIPPED' : 'DELETE_COMPLETE',
}))

test('without a stack, what earlier ones left is named, and kept until told otherwise', async () => {
  const { code, removed, text } = await play({ deleted: { 'arn:old': skipped } })

  expect(code).toBe(0)
  expect(text).toContain('table  Baton-T')
  expect(text).toContain('Say --delete-data')
  expect(removed).toEqual([])
})

test('what earlier stacks left is deleted when that is asked for and agreed to', async () => {
  const given = { deleted: { 'arn:old': skipped } }

  expect((await play(given, { deleteData: true })).removed).toEqual([])
  expect((await play(given, { deleteData: true, agreed: true })).removed).toEqual(['Baton-T'])
})

test('without a stack and without leftovers there is nothing to do', async () => {
  const { code, text } = await play({}, { deleteData: true, agreed: true })

  expect(code).toBe(0)
  expect(text).toBe('There is no stack Baton in this account and region.')
})
