import { CallCount, type Counted } from '#tests/simulation/call-count.ts'
import { Simulation } from '#tests/simulation/simulation.ts'

const second = 1_000

/** One way through the doors while nobody else is there. */
export interface CountedPath {
  readonly path: string
  readonly counted: Counted
}

/** DESIGN's budgets: how often a door may make which calls at most; it may make no others. */
export const callBudgets: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'answered message': {
    'ReceiveMessage SendMessage': 1,
    'TakeTurn read': 2,
    'TakeTurn Converse': 1,
    'TakeTurn TransactWriteItems': 1,
    'TakeTurn SendMessage': 1,
    'DeliverMessage POST': 1,
    'DeliverMessage UpdateItem': 1,
  },
  handoff: {
    'ReceiveMessage SendMessage': 1,
    'TakeTurn read': 2,
    'TakeTurn TransactWriteItems': 1,
    // The ticket and the notice.
    'TakeTurn SendMessage': 2,
    'DeliverMessage POST': 1,
    'DeliverMessage UpdateItem': 1,
  },
  claim: {
    'AgentApi ReceiveMessage': 1,
    'AgentApi read': 2,
    'AgentApi TransactWriteItems': 1,
    'AgentApi ChangeMessageVisibility': 1,
  },
}

const readOperations = / (GetItem|BatchGetItem|Query)$/

/** Reads of a door together, everything else by its operation. */
export const byBudget = ({ byOperation }: Counted): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {}
  for (const [name, count] of Object.entries(byOperation)) {
    const line = name.replace(readOperations, ' read')
    sums[line] = (sums[line] ?? 0) + count
  }
  return sums
}

/** Calls beyond a path's budget. */
export const beyondBudget = ({ path, counted }: CountedPath): readonly string[] =>
  Object.entries(byBudget(counted))
    .filter(([line, count]) => count > (callBudgets[path]?.[line] ?? 0))
    .map(([line, count]) => `${path}: ${line} ${count}`)

/** Counts what one message, one handoff and each of an agent's verbs call. */
export const countPaths = async (): Promise<readonly CountedPath[]> => {
  const count = new CallCount()
  const simulation = new Simulation({ executed: count.executed })
  const { world, customers } = simulation
  const paths: CountedPath[] = []
  const counts = async (path: string, play: () => Promise<unknown>) => {
    count.taken()
    await play()
    await world.pass(10 * second)
    paths.push({ path, counted: count.taken() })
  }
  const says = (thread: string, text: string) => world.run(() => customers.says(thread, text, `${thread} ${text}`))
  const ann = simulation.agent('ann')
  let id = ''
  const claims = async () => {
    const { body } = await world.run(() => ann.claim('care'))
    id = (body.handoff as { readonly id: string }).id
  }
  const acts = (verb: string, body?: object) => () => world.run(() => ann.act(verb, id, body))

  await counts('answered message', () => says('ada', 'How do I return a lamp?'))
  await counts('handoff', () => says('bob', 'I want to talk to a human'))
  await counts('claim', claims)
  await counts('heartbeat', acts('heartbeat'))
  await counts('release', acts('release'))
  await claims()
  await counts('accept', acts('accept'))
  await counts('reply', acts('messages', { text: 'Hello' }))
  await counts('note', acts('notes', { text: 'Friendly' }))
  await counts('resolve', acts('resolve', { outcome: 'solved' }))
  return paths
}
