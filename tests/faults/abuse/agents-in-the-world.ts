import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { openApiDocument } from '#functions/agent/openapi.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import type { Call } from '#tests/simulation/fault.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { type AgentRequest, agentEvent, type TokenClaims, tokenOf } from '#tests/support/agent-event.ts'
import {
  type WaitingConversation,
  type WaitingFields,
  waitingConversation,
} from '#tests/support/waiting-conversation.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

const retentionDays = 30
/** A door that crashes or takes too long is answered for by the API. */
const noAnswer: Reply = { status: 502, headers: {}, text: '' }

const replyOf = ({ statusCode = 0, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2): Reply => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  text: body,
})

/** The agents' door as it is deployed, with conversations in the state that a request is to find them in. */
export class AgentsInTheWorld {
  readonly #simulation: Simulation
  #calls: string[] = []
  #threads = 0
  #claims = 0

  constructor() {
    const attempted = ({ service, operation }: Call) => this.#calls.push(`${service} ${operation}`)
    this.#simulation = new Simulation({ openApi: JSON.stringify(openApiDocument()), attempted })
  }

  now(): number {
    return this.#simulation.world.time.now()
  }

  pass(ms: number): Promise<void> {
    return this.#simulation.world.pass(ms)
  }

  async call(request: AgentRequest, changedEvent: object = {}): Promise<Reply> {
    const { world } = this.#simulation
    const event = { ...agentEvent(request), ...changedEvent }
    this.#calls = []
    const outcome = await world.run(() => world.invoke('AgentApi', world.doors.agentApi, event))
    return outcome.kind === 'answered' ? replyOf(outcome.value) : noAnswer
  }

  /** What the last request asked of AWS, in order. */
  asked(): readonly string[] {
    return this.#calls
  }

  /** A conversation that waits for a team. */
  async waits(fields: Partial<WaitingFields> = {}): Promise<WaitingConversation> {
    const { world } = this.#simulation
    this.#threads += 1
    const key = `thread-${this.#threads}`
    const waiting = waitingConversation({ key, startedAt: this.now() - 60_000, ...fields })
    const transactions = dynamoTransactions(world.cloud.openClients().table, retentionDays)
    const committed = await world.run(() => transactions.commit(key, waiting.changes))
    if (!committed.ok) throw new Error('the conversation could not be stored')
    return waiting
  }

  /** The head of a team's line, in the hands of whoever bears this token. */
  async claims(token: TokenClaims, team = 'care'): Promise<void> {
    this.#claims += 1
    const body = { claimId: `claim-${this.#claims}` }
    await this.expects(200, { route: 'POST /teams/{team}/claim', path: { team }, body, token })
  }

  async expects(status: number, request: AgentRequest): Promise<Reply> {
    const reply = await this.call(request)
    if (reply.status !== status) throw new Error(`${request.route} was answered with ${reply.status}: ${reply.text}`)
    return reply
  }

  /** Nothing of the customer of every conversation is left, in no line and in no hands. */
  async forgets(): Promise<void> {
    const token = tokenOf('eraser', ['admin'])
    await this.expects(200, { route: 'DELETE /customers/{id}', path: { id: 'u-17' }, token })
  }
}
