import { holds } from '../checklist.ts'
import { endOf } from '../npm-command.ts'
import type { Deploying } from './lifecycle.ts'

const token = /^[\w-]+\.[\w-]+\.[\w-]+$/m

/** The first agent as a newcomer makes one: the command's token opens the line of their team and of no other. */
export const agentCommandMakesAgents = async ({ runNpm, words }: Deploying, apiUrl: string): Promise<undefined> => {
  const email = 'newcomer@example.com'
  const added = await runNpm('agent', 'add', email, '--name', 'Nia', '--teams', 'care', '--no-invitation', ...words)
  holds(added.code === 0, `npm run agent -- add succeeds\n${endOf(added.output)}`)
  const signedIn = await runNpm('agent', 'token', email, '--new-password', ...words)
  const found = token.exec(signedIn.output)?.[0]
  holds(signedIn.code === 0 && found, `npm run agent -- token gives a token\n${endOf(signedIn.output)}`)
  const look = async (team: string) => {
    const answer = await fetch(`${apiUrl}/teams/${team}/line`, { headers: { authorization: `Bearer ${found}` } })
    await answer.body?.cancel()
    return answer.status
  }
  holds((await look('care')) === 200, 'the token opens the line of its team')
  holds((await look('billing')) === 404, 'it opens no other')
  const unknown = await runNpm('agent', 'add', email, '--teams', 'nowhere', ...words)
  holds(unknown.code !== 0 && unknown.output.includes('nowhere'), 'an unknown team is refused')
}
