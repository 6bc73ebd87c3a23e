import { randomUUID } from 'node:crypto'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import { type AgentRequest, type TokenClaims, tokenOf } from '#tests/support/agent-event.ts'
import { doneStanding, runningStanding, toldGone, whatIfJob } from '#tests/support/what-if-job.ts'
import type { ApiUnderTest } from './api-under-test.ts'

export const cleo: TokenClaims = tokenOf('cleo', ['care'], 'Cleo')
export const ben: TokenClaims = tokenOf('ben', ['billing'], 'Ben')
export const supervisor: TokenClaims = tokenOf('sue', ['supervisor'], 'Sue')
export const admin: TokenClaims = tokenOf('adam', ['admin'], 'Adam')

type Unsigned = Omit<AgentRequest, 'route' | 'token'>

export interface DocumentedRequest {
  /** Stores what the request needs, and writes the request itself as the document says. */
  readonly prepare: (api: ApiUnderTest) => Promise<Unsigned>
  /** Who may call it. @default Cleo, of the team care */
  readonly caller?: TokenClaims
  readonly status: number
  /** What Ben of another team gets. */
  readonly outsider: 200 | 204 | 403 | 404
}

const nothing = async (): Promise<Unsigned> => ({})

const onHeld =
  (body?: unknown) =>
  async (api: ApiUnderTest): Promise<Unsigned> => {
    const { handoff } = await api.claimed(cleo)
    return { path: { id: handoff.id }, ...(body !== undefined && { body }) }
  }

const answered = async ({ ports, table }: ApiUnderTest): Promise<Unsigned> => {
  const jobs = dynamoWhatIfJobs(table)
  const job = { ...whatIfJob(), askedAt: ports.clock() }
  await jobs.ask(job)
  await jobs.begin(job.id, runningStanding('r1', ports.clock()))
  await jobs.keep(job, 0, [toldGone])
  await jobs.goOn(job.id, doneStanding('r1', ports.clock()))
  return { path: { id: job.id } }
}

/** A row for each operation of the document; one without a row fails the test. */
export const documentedRequests: Readonly<Record<string, DocumentedRequest>> = {
  readDocument: { prepare: nothing, status: 200, outsider: 200 },
  readDesk: { prepare: nothing, status: 200, outsider: 200 },
  listTeams: { prepare: nothing, status: 200, outsider: 200 },
  listLine: {
    prepare: async (api) => {
      await api.waits()
      return { path: { team: 'care' }, query: { limit: '10' } }
    },
    status: 200,
    outsider: 404,
  },
  claim: {
    prepare: async (api) => {
      await api.waits()
      return { path: { team: 'care' }, query: { wait: '0' }, body: { claimId: randomUUID() } }
    },
    status: 200,
    outsider: 404,
  },
  heartbeat: { prepare: onHeld(), status: 200, outsider: 404 },
  accept: { prepare: onHeld(), status: 200, outsider: 404 },
  release: { prepare: onHeld(), status: 204, outsider: 404 },
  decline: { prepare: onHeld(), status: 204, outsider: 404 },
  sendMessage: { prepare: onHeld({ text: 'Hello, this is Cleo.' }), status: 201, outsider: 404 },
  addNote: { prepare: onHeld({ text: 'Checked the invoice.' }), status: 201, outsider: 404 },
  transfer: { prepare: onHeld({ team: 'billing', reason: 'a disputed charge' }), status: 204, outsider: 404 },
  returnToAssistant: { prepare: onHeld(), status: 204, outsider: 404 },
  resolve: { prepare: onHeld({ outcome: 'solved', note: 'Refunded.' }), status: 204, outsider: 404 },
  listMine: {
    prepare: async (api) => {
      await api.claimed(cleo)
      return {}
    },
    status: 200,
    outsider: 200,
  },
  readConversation: {
    prepare: async (api) => ({ path: { id: (await api.waits()).state.conversationId } }),
    status: 200,
    outsider: 404,
  },
  linkAttachment: {
    prepare: async (api) => {
      const attachments = [{ kind: 'image', kept: { contentType: 'image/png', size: 8 } }]
      const { state, messages } = await api.waits({ attachments })
      return { path: { id: state.conversationId, messageId: messages[0]?.id ?? '', index: '0' } }
    },
    status: 200,
    outsider: 404,
  },
  listHandoffs: {
    prepare: async (api) => {
      await api.waits()
      return { query: { from: '2026-11-20', to: '2026-11-24T00:00:00Z', team: 'care', kind: 'failure', limit: '50' } }
    },
    status: 200,
    outsider: 200,
  },
  askWhatIf: {
    prepare: async () => ({ body: { config: { triggers: { frustration: { certain: 0.9 } } } } }),
    caller: supervisor,
    status: 202,
    outsider: 403,
  },
  readWhatIf: { prepare: answered, caller: supervisor, status: 200, outsider: 403 },
  listWhatIfDifferences: { prepare: answered, caller: supervisor, status: 200, outsider: 403 },
  reportWeekly: {
    prepare: async () => ({ query: { week: '2026-W48' } }),
    caller: supervisor,
    status: 200,
    outsider: 403,
  },
  putCustomer: {
    prepare: async () => ({ path: { id: 'u-17' }, body: { name: 'Ada', tier: 'gold', value: 1_200 } }),
    caller: admin,
    status: 200,
    outsider: 403,
  },
  eraseCustomer: {
    prepare: async (api) => {
      await api.waits()
      return { path: { id: 'u-17' } }
    },
    caller: admin,
    status: 200,
    outsider: 403,
  },
  readErasure: {
    prepare: async (api) => {
      const { body } = await api.call({ route: 'DELETE /customers/{id}', path: { id: 'u-17' }, token: admin })
      return { path: { id: String(body.id) } }
    },
    caller: admin,
    status: 200,
    outsider: 403,
  },
}
