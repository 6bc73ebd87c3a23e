import type { Agent } from '#shared/line/agent.ts'

/** A team's people: the first so many of them are at work, each with as many conversations as the team allows. */
export interface Agents {
  /** Whoever is at work and has the least in hand; nobody where all have enough. */
  free(team: string, atWork: number, capacity: number): Agent | undefined
  took(agentId: string): void
  freed(agentId: string): void
}

const agentOf = (team: string, n: number): Agent => ({
  id: `${team}-${String(n + 1).padStart(2, '0')}`,
  name: `${team} ${n + 1}`,
  teams: [team],
  supervisor: false,
  admin: false,
})

export const createAgents = (): Agents => {
  const teams = new Map<string, Agent[]>()
  const inHand = new Map<string, number>()
  const change = (id: string, by: number): void => {
    inHand.set(id, (inHand.get(id) ?? 0) + by)
  }
  const peopleOf = (team: string, atWork: number): readonly Agent[] => {
    const people = teams.get(team) ?? []
    while (people.length < atWork) people.push(agentOf(team, people.length))
    teams.set(team, people)
    return people.slice(0, atWork)
  }
  return {
    free: (team, atWork, capacity) => {
      let best: Agent | undefined
      let least = capacity
      for (const agent of peopleOf(team, atWork)) {
        const has = inHand.get(agent.id) ?? 0
        if (has < least) [best, least] = [agent, has]
      }
      return best
    },
    took: (agentId) => change(agentId, 1),
    freed: (agentId) => change(agentId, -1),
  }
}
