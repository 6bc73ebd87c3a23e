import { type AgentRequest, type TokenClaims, tokenOf } from '#tests/support/agent-event.ts'
import type { WaitingConversation } from '#tests/support/waiting-conversation.ts'
import type { AgentsInTheWorld, Reply } from './agents-in-the-world.ts'
import type { Caller, Cell, State } from './cells.ts'

/** What a request is about: ids that are or are not there. */
export interface Subject {
  readonly team: string
  readonly handoffId: string
  readonly conversationId: string
  /** With a picture. */
  readonly messageId: string
}

type Asking = (subject: Subject) => Omit<AgentRequest, 'token'>

const onHandoff =
  (verb: string, body?: unknown): Asking =>
  ({ handoffId }) => ({
    route: `POST /handoffs/{id}/${verb}`,
    path: { id: handoffId },
    ...(body !== undefined && { body }),
  })

/** One good request for each operation. */
export const askings: Readonly<Record<string, Asking>> = {
  listTeams: () => ({ route: 'GET /teams' }),
  listLine: ({ team }) => ({ route: 'GET /teams/{team}/line', path: { team } }),
  claim: ({ team }) => ({ route: 'POST /teams/{team}/claim', path: { team }, body: { claimId: 'the-cell' } }),
  heartbeat: onHandoff('heartbeat'),
  accept: onHandoff('accept'),
  release: onHandoff('release'),
  decline: onHandoff('decline'),
  sendMessage: onHandoff('messages', { text: 'Hello' }),
  addNote: onHandoff('notes', { text: 'Friendly' }),
  transfer: onHandoff('transfer', { team: 'billing', reason: 'an invoice' }),
  returnToAssistant: onHandoff('return'),
  resolve: onHandoff('resolve', { outcome: 'solved' }),
  readDesk: () => ({ route: 'GET /agents/me' }),
  listMine: () => ({ route: 'GET /agents/me/handoffs' }),
  readConversation: ({ conversationId }) => ({ route: 'GET /conversations/{id}', path: { id: conversationId } }),
  linkAttachment: ({ conversationId, messageId }) => ({
    route: 'GET /conversations/{id}/attachments/{messageId}/{index}',
    path: { id: conversationId, messageId, index: '0' },
  }),
  listHandoffs: () => ({ route: 'GET /handoffs', query: { from: '2026-11-01', to: '2026-12-01' } }),
  reportWeekly: () => ({ route: 'GET /reports/weekly', query: { week: '2026-W48' } }),
  askWhatIf: () => ({ route: 'POST /what-if', body: { from: '2026-11-01', to: '2026-11-22', config: {} } }),
  readWhatIf: () => ({ route: 'GET /what-if/{id}', path: { id: 'none' } }),
  listWhatIfDifferences: () => ({ route: 'GET /what-if/{id}/differences', path: { id: 'none' } }),
  putCustomer: () => ({ route: 'PUT /customers/{id}', path: { id: 'u-17' }, body: { name: 'Ada' } }),
  eraseCustomer: () => ({ route: 'DELETE /customers/{id}', path: { id: 'u-17' } }),
  readErasure: () => ({ route: 'GET /erasures/{id}', path: { id: 'none' } }),
}

const leaseMs = 120_000
const groups: Readonly<Record<Caller, readonly string[]>> = {
  care: ['care'],
  billing: ['billing'],
  none: [],
  supervisor: ['supervisor'],
  admin: ['admin'],
}

let people = 0

/** Whoever asks, and the same person as long as they were of the team care. */
export const personOf = (caller: Caller): { readonly now: TokenClaims; readonly inCare: TokenClaims } => {
  people += 1
  const id = `${caller}-${people}`
  return { now: tokenOf(id, groups[caller]), inCare: tokenOf(id, ['care']) }
}

const colleague = tokenOf('colleague', ['care'])

const bring: Readonly<Record<State, (world: AgentsInTheWorld, mine: TokenClaims, id: string) => Promise<unknown>>> = {
  free: async () => undefined,
  mine: (world, mine) => world.claims(mine),
  late: async (world, mine) => {
    await world.claims(mine)
    await world.pass(leaseMs + 1)
  },
  hers: (world) => world.claims(colleague),
  over: async (world, _, id) => {
    await world.claims(colleague)
    const path = { id }
    const body = { outcome: 'solved' }
    await world.expects(204, { route: 'POST /handoffs/{id}/resolve', path, body, token: colleague })
  },
  gone: async (world, mine) => {
    await world.claims(mine)
    await world.forgets()
  },
}

export const subjectOf = ({ handoff, state, entry, messages }: WaitingConversation): Subject => ({
  team: entry.team,
  handoffId: handoff.id,
  conversationId: state.conversationId,
  messageId: messages[0]?.id ?? '',
})

/** A conversation of care in this state. */
export const subjectIn = async (world: AgentsInTheWorld, state: State, mine: TokenClaims): Promise<Subject> => {
  const waiting = await world.waits({ attachments: [{ kind: 'image', kept: { contentType: 'image/png', size: 8 } }] })
  await bring[state](world, mine, waiting.handoff.id)
  return subjectOf(waiting)
}

/** What an answer has in it that shows something; a link names only the thread. */
const marksOf = (operation: string, { handoffId, conversationId }: Subject): readonly string[] => {
  if (operation === 'listTeams') return ['"care"']
  return operation === 'linkAttachment' ? [conversationId.replace(/\..*$/, '')] : [handoffId, conversationId]
}

const shows = ({ status, text }: Reply, operation: string, subject: Subject): boolean =>
  status < 300 && marksOf(operation, subject).some((mark) => text.includes(mark))

/** What the cell's request is answered, as the table writes it. */
export const askCell = async (world: AgentsInTheWorld, { operation, caller, state }: Cell): Promise<string> => {
  const asking = askings[operation]
  if (!asking) throw new Error(`no request for the operation ${operation}`)
  const person = personOf(caller)
  const subject = await subjectIn(world, state, person.inCare)
  const reply = await world.call({ ...asking(subject), token: person.now })
  await world.forgets()
  return `${reply.status}${shows(reply, operation, subject) ? '+' : ''}`
}
