import { marshall } from '@aws-sdk/util-dynamodb'
import { waitingKey } from '#shared/aws/dynamo-keys.ts'
import { dynamoTransactions } from '#shared/handoff/dynamo-transactions.ts'
import { placeOf } from '#shared/line/line-entry.ts'
import { sqsTickets } from '#shared/line/sqs-tickets.ts'
import { CallCount, type Counted } from '#tests/simulation/call-count.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { teamQueue } from '#tests/simulation/stack-queues.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const claims = 20
const team = 'care'

const conversation = (n: number) =>
  waitingConversation({ key: `waits-${n}`, team, startedAt: Date.UTC(2026, 10, 20) + n })

/** What each of some claims reads and calls while so many conversations wait for the team: for each taken one joins. */
export const countClaims = async (waiting: number): Promise<readonly Counted[]> => {
  const count = new CallCount()
  const simulation = new Simulation({ executed: count.executed })
  const { world } = simulation
  const { joins, stands } = lineOf(simulation)
  for (let n = 0; n < waiting; n += 1) {
    // No claim looks at more than the entries of those behind the head.
    if (n < claims) await world.run(() => joins(n))
    else stands(n)
  }
  const counted: Counted[] = []
  for (let n = 0; n < claims; n += 1) {
    const desk = simulation.agent(`agent-${n}`)
    count.taken()
    const { status, body } = await world.run(() => desk.claim(team))
    if (status !== 200) throw new Error(`claim ${n} of ${waiting} waiting was answered with ${status}`)
    counted.push(count.taken())
    await world.run(() => desk.act('accept', (body.handoff as { readonly id: string }).id))
    await world.run(() => joins(waiting + n))
  }
  return counted
}

const lineOf = ({ world }: Simulation) => {
  const { table, sqs } = world.cloud.openClients()
  const transactions = dynamoTransactions(table, 400)
  const tickets = sqsTickets(sqs, { [team]: world.cloud.queueUrl(teamQueue(team)) })
  return {
    /** As a turn hands it off. */
    joins: async (n: number) => {
      await transactions.commit(`joins-${n}`, conversation(n).changes)
      await tickets.send(team)
    },
    /** Its place alone. */
    stands: (n: number) => {
      const { entry } = conversation(n)
      const item = { ...waitingKey(team, placeOf(entry), entry.conversationId), ...entry }
      world.cloud.table.put(marshall(item, { removeUndefinedValues: true }))
    },
  }
}
