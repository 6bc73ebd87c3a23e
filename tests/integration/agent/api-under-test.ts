import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { answerAgent } from '#functions/agent/answer-agent.ts'
import { openErasing } from '#functions/agent/erasing.ts'
import { openApiDocument } from '#functions/agent/openapi.ts'
import type { AgentPorts } from '#functions/agent/ports.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import type { Answer } from '#shared/lambda/json.ts'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import { type AgentRequest, agentEvent } from '#tests/support/agent-event.ts'
import { cloudPorts } from '#tests/support/cloud-ports.ts'
import { startDynamo } from '#tests/support/dynamo.ts'
import { fauxqsServer } from '#tests/support/fauxqs-server.ts'
import { memoryLinks } from '#tests/support/memory-links.ts'
import { memoryWhatIf } from '#tests/support/memory-what-if.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { startSqs } from '#tests/support/sqs.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { testConfig } from '#tests/support/test-config.ts'
import {
  type WaitingConversation,
  type WaitingFields,
  waitingConversation,
} from '#tests/support/waiting-conversation.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  // What came back is looked at field by field, or held to the document's schemas.
  readonly body: Record<string, never> & Record<string, unknown>
}

const replyOf = ({ statusCode = 0, headers = {}, body = '' }: Answer): Reply => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  text: body,
  body: body.startsWith('{') ? JSON.parse(body) : {},
})

/** The whole agent API in this process, over a real table and real queues. */
export const startApi = async () => {
  const [dynamo, sqs] = await Promise.all([startDynamo(), startSqs(['care', 'billing'], fauxqsServer)])
  const { clock, events, log, newId, random, sleep } = memoryPorts()

  const over = (table: DynamoTable, changed: Partial<AgentPorts> = {}) => {
    const cloud = cloudPorts(table, sqs)
    const ports: AgentPorts = {
      ...cloud,
      config: testConfig(),
      links: memoryLinks,
      whatIf: { ...memoryWhatIf(), jobs: dynamoWhatIfJobs(table) },
      ...{ clock, log, random, sleep },
      erasing: async () => openErasing(table, { ...cloud, log, clock, newId }),
      ...changed,
    }
    const handler = answerAgent(ports, JSON.stringify(openApiDocument()), { after: () => undefined })
    const call = async (request: AgentRequest): Promise<Reply> => {
      const event: APIGatewayProxyEventV2 = agentEvent(request)
      return replyOf(await handler(event, {} as Context))
    }
    let keys = 0
    const waits = async (fields: Partial<WaitingFields> = {}): Promise<WaitingConversation> => {
      keys += 1
      const waiting = waitingConversation({ key: `key-${keys}`, startedAt: mondayMorning - 60_000 + keys, ...fields })
      const committed = await ports.transactions.commit(randomUUID(), waiting.changes)
      if (!committed.ok) throw new Error('the conversation could not be stored')
      return waiting
    }
    /** Handed off to a team, and claimed by this agent. */
    const claimed = async (token: AgentRequest['token'], fields: Partial<WaitingFields> = {}) => {
      const waiting = await waits(fields)
      const reply = await call({
        route: 'POST /teams/{team}/claim',
        path: { team: fields.team ?? 'care' },
        body: { claimId: randomUUID() },
        token,
      })
      if (reply.status !== 200) throw new Error(`claim was answered with ${reply.status}: ${reply.text}`)
      return waiting
    }
    return { call, waits, claimed, ports, table }
  }

  return {
    clock,
    events,
    sqs,
    /** The API over an empty table. */
    fresh: async (changed?: Partial<AgentPorts>) => over(await dynamo.emptyTable(), changed),
    stop: async () => {
      await Promise.all([dynamo.stop(), sqs.stop()])
    },
  }
}

export type ApiUnderTest = Awaited<ReturnType<Awaited<ReturnType<typeof startApi>>['fresh']>>
