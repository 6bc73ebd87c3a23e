import type { AgentAtWork } from '#infra/local/demo/agent.ts'
import { expect } from '#infra/local/demo/expect.ts'
import type { Day, Play } from '../day.ts'

const does = async (agent: AgentAtWork, handoffId: string, verb: string, body: object = {}): Promise<void> => {
  const { status } = await agent.call('POST', `/handoffs/${handoffId}/${verb}`, body)
  expect(status < 300, `${agent.name} may ${verb} (answered ${status})`)
}

/** Every verb that touches a team's tickets, on this team's own queue. */
const serve = async (day: Day, team: string, next: string): Promise<void> => {
  const [one, other] = [day.agent(`${team}-1`, 'Ada'), day.agent(`${team}-2`, 'Ben')]
  const customer = await day.waitingFor(team)

  const { handoff } = await one.claims(team)
  await does(one, handoff.id, 'heartbeat')
  await does(one, handoff.id, 'release')
  await other.claims(team)
  await does(other, handoff.id, 'decline')
  await one.claims(team)
  await does(one, handoff.id, 'accept')
  await does(one, handoff.id, 'heartbeat')
  await one.notes(handoff.id, 'a note among ourselves')
  await one.replies(handoff.id, 'Hello, I am looking at it.')
  await customer.hears('agent')
  await does(one, handoff.id, 'release')
  await other.claims(team)
  await other.transfers(handoff.id, next, 'it belongs to the others')
  await customer.hears('system')

  const last = day.agent(`${next}-1`, 'Cleo')
  await last.claims(next)
  await does(last, handoff.id, 'resolve', { outcome: 'solved', note: 'and a note with it' })
}

export const everyTeam: Play = {
  title: 'every team: claim, keep, give back, decline, accept, note, reply, transfer, resolve',
  play: async (day) => {
    for (const [index, team] of day.teams.entries()) {
      await serve(day, team, day.teams[(index + 1) % day.teams.length] ?? '')
    }
  },
}

export const surplusTickets: Play = {
  title: 'a ticket too many, and an empty line',
  play: async (day) => {
    for (const team of day.teams) {
      const agent = day.agent(`${team}-1`, 'Ada')
      day.tickets(team).send({ body: '{"version":1}' })
      await agent.findsNobody(team)
    }
  },
}
