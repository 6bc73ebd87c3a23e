import { expect } from '../expect.ts'
import type { Scene, Stage } from '../stage.ts'

interface Told {
  readonly id: string
  readonly name: string
  readonly asks: string
  readonly wants: string
  readonly team: string
  readonly trigger: string
}

/** What each has said before is what the agent need not ask again. */
const told: readonly Told[] = [
  {
    id: 'u-maren',
    name: 'Maren',
    asks: 'Was kostet eine Retoure?',
    wants: 'Die Lampe 20417 flackert seit gestern. Kann ich bitte mit einem Menschen sprechen?',
    team: 'care',
    trigger: 'asked-for-human',
  },
  {
    id: 'u-luc',
    name: 'Luc',
    asks: 'Quels sont les délais de livraison ?',
    wants: 'J’ai été débité deux fois de 59,90 € pour la commande 20518.',
    team: 'billing',
    trigger: 'billing-dispute',
  },
  {
    id: 'u-iris',
    name: 'Iris',
    asks: 'How long does delivery to Germany take?',
    wants: 'Then cancel my membership, please. I move abroad on 3 May.',
    team: 'retention',
    trigger: 'cancellation',
  },
]

const longestLine = 200

const handsOver = async (stage: Stage, { id, name, asks, wants, team, trigger }: Told): Promise<void> => {
  const customer = stage.customer({ id, name })
  const agent = stage.agent(`${team}-1`, 'Ada')

  await customer.says(asks)
  await customer.hears('assistant')
  await customer.says(wants)
  await customer.hears('system')
  const { handoff, transcript } = await agent.claims(team)

  const { reason, brief } = handoff
  expect(handoff.trigger === trigger, `the trigger is ${trigger} (it is ${handoff.trigger})`)
  expect(!reason.includes('\n') && reason.length <= longestLine, `the reason is one line (${reason})`)
  expect(brief.summary.includes(wants), `what ${name} wants stands in the brief, in ${name}’s words`)
  expect(
    [asks, wants].every((text) => transcript.some((message) => message.text === text)),
    'nothing that was said is missing',
  )
  await agent.resolves(handoff.id, 'solved')
}

export const threeBriefs: Scene = {
  title: 'Three briefs in three languages',
  what: 'One line says why, one what is wanted: no agent asks again what the customer has said.',
  play: async (stage) => {
    for (const one of told) await handsOver(stage, one)
  },
}
