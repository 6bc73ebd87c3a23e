import { setTimeout } from 'node:timers/promises'
import { type Callback, type Heard, startCallback } from '#infra/local/demo/callback.ts'
import type { Customer } from '#infra/local/demo/customer.ts'
import { createStage, type Stage } from '#infra/local/demo/stage.ts'
import { standardLine } from '#infra/local/demo/standard-line.ts'
import { silentTelling } from '#infra/local/demo/telling.ts'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '#infra/local/desk/local-cloud.ts'
import type { Exchange } from '#infra/local/gateway/exchange.ts'
import type { Mood } from '#infra/local/model/moods.ts'
import type { LocalQueue } from '#infra/local/queue/queue.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { tableOf } from '#tests/support/time-travel.ts'
import { type Gate, startGate } from './gate.ts'

/** A local cloud on which everything is played once, and all that went over its wire. */
export interface Day extends Stage {
  readonly cloud: LocalCloud
  readonly gate: Gate
  /** The table in the hands of the operator, who turns time back in it. */
  readonly table: DynamoTable
  readonly exchanges: readonly Exchange[]
  /** Those that the model's stand-in answered wrongly on purpose. */
  readonly misanswered: ReadonlySet<Exchange>
  readonly teams: readonly string[]
  /** The queue behind a team's line. */
  tickets(team: string): LocalQueue
  /** A customer whose conversation waits for this team by now. */
  waitingFor(team: string): Promise<Customer>
  /** Who answered a thread first: for a play that does not know. */
  answerOn(thread: string): Promise<Heard['author']>
  close(): Promise<void>
}

/** One part of the day: what it reaches that the demo does not. */
export interface Play {
  readonly title: string
  play(day: Day): Promise<void>
}

/** What brings a customer to each team of the sample configuration. */
const wishes: Readonly<Record<string, string>> = {
  care: 'I want to talk to a human',
  billing: 'I was charged twice for my order and I want my money back',
  retention: 'I want to cancel my contract',
  wellbeing: 'I do not want to live any more',
}

/** The queue that a door is told of under this name, or under this team's name in it. */
const queueOf = ({ running }: LocalCloud, variable: string, team?: string): LocalQueue => {
  const told = running.functionNamed('AgentApi').definition.environment[variable] ?? '{}'
  const url = team === undefined ? told : String(JSON.parse(told)[team])
  const queue = running.queues.byName(url.split('/').at(-1) ?? '')
  if (!queue) throw new Error(`there is no queue ${url}`)
  return queue
}

const patienceMs = 20_000

const firstAnswer = async (callback: Callback, thread: string): Promise<Heard['author']> => {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await setTimeout(20)) {
    const heard = callback.heard().find((one) => one.thread === thread)
    if (heard) return heard.author
  }
  throw new Error(`nothing was heard on ${thread}`)
}

export const startDay = async (
  options: Pick<LocalCloudOptions, 'changeTemplate' | 'configPath'> = {},
): Promise<Day> => {
  const exchanges: Exchange[] = []
  const callback = await startCallback()
  const gate = await startGate(() => callback.url)
  const closeEnds = () => Promise.all([callback.close(), gate.close()])
  const misanswered = new Set<Exchange>()
  let mood: Mood = 'normal'
  const onExchange = (exchange: Exchange) => {
    exchanges.push(exchange)
    if (exchange.call.service === 'bedrock' && mood === 'malformed') misanswered.add(exchange)
  }
  const cloud = await startLocalCloud({ ...options, channels: ['slack'], callbackUrl: gate.url, onExchange }).catch(
    async (error: unknown) => {
      await closeEnds()
      throw error
    },
  )
  callback.trust(cloud.ready.callbackSecret)
  const setMood: Stage['setMood'] = async (next) => {
    mood = next
    cloud.setMood(next)
  }
  const stage = createStage({
    ready: cloud.ready,
    line: standardLine(cloud.ready, callback),
    tell: silentTelling,
    setMood,
  })
  let customers = 0
  return {
    ...stage,
    cloud,
    gate,
    table: tableOf(cloud),
    exchanges,
    misanswered,
    teams: cloud.ready.teams,
    tickets: (team) => queueOf(cloud, 'TEAM_QUEUE_URLS', team),
    waitingFor: async (team) => {
      customers += 1
      const customer = stage.customer({ id: `u-${team}-${customers}`, name: 'Ida' })
      await customer.says(wishes[team] ?? '')
      await customer.hears('system')
      return customer
    },
    answerOn: (thread) => firstAnswer(callback, thread),
    close: async () => {
      await cloud.close()
      await closeEnds()
    },
  }
}
