import type { AgentPool, SignedIn } from '#infra/deploy/agents/ports.ts'

interface Member {
  name: string
  password?: string
  readonly groups: string[]
}

const token: SignedIn = { kind: 'token', idToken: 'id-token', seconds: 3_600 }
const refused: SignedIn = { kind: 'refused', reason: 'Incorrect username or password.' }

/** A user pool with two teams and two roles. @param answers what a sign-in with the right password gives, in turn */
export const memoryPool = (...answers: readonly SignedIn[]) => {
  const members = new Map<string, Member>()
  const heard: string[] = []
  const member = (email: string): Member => members.get(email) ?? { name: '', groups: [] }
  const next = () => answers[heard.length - 1] ?? token
  const pool: AgentPool = {
    groups: async () => ['admin', 'billing', 'care', 'supervisor'],
    find: async (email) => {
      const found = members.get(email)
      return found && { email, enabled: true, groups: [...found.groups] }
    },
    create: async (email, name, invite) => {
      members.set(email, { name, groups: [] })
      heard.push(invite ? 'invited' : 'made')
    },
    rename: async (email, name) => {
      member(email).name = name
    },
    join: async (email, group) => {
      member(email).groups.push(group)
    },
    setPassword: async (email, password) => {
      member(email).password = password
    },
    signIn: async (email, password) => {
      if (member(email).password !== password) return refused
      heard.push(`signed in with ${password}`)
      return next()
    },
    answer: async (_email, challenge, _session, answer) => {
      heard.push(`${challenge}: ${answer}`)
      return next()
    },
  }
  return { pool, members, heard }
}
