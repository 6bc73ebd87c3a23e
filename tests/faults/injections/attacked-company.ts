import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import { fixedKnowledge, passageOf } from '#tests/support/fixed-knowledge.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import type { Attack } from './attack.ts'
import { attackedTools } from './attacked-tools.ts'

const team = (name: string) => ({ name, languages: ['en'], capacity: 50 })
const when = (trigger: string, to: string) => ({ name: `rule of ${to}`, when: { trigger: [trigger] }, team: to })

/** A team for each topic, so that a conversation in the wrong one is seen. */
export const attackedCompany = (): DeployedConfig =>
  testDeployed({
    tools: [...attackedTools],
    teams: {
      care: team('Care'),
      billing: team('Billing'),
      retention: team('Retention'),
      safety: team('Safety'),
      legal: team('Legal'),
      vip: team('Gold'),
    },
    routing: [
      when('distress', 'safety'),
      when('legal', 'legal'),
      when('billing-dispute', 'billing'),
      when('cancellation', 'retention'),
      when('product-safety', 'safety'),
      when('high-value-account', 'vip'),
    ],
    triggers: {
      'high-value-account': { tiers: ['gold'], minimumValue: 10_000 },
      own: [{ id: 'product-safety', phrases: ['caught fire'], description: 'a product burned' }],
    },
  })

/** What the company has written down: nothing about gnomes. Poisoned where that is how the attack comes. */
export const attackedKnowledge = ({ carrier, texts }: Attack): Knowledge => {
  const articles =
    carrier === 'article'
      ? fixedKnowledge([passageOf({ text: texts[0] }), passageOf({ title: texts[0], heading: texts[0] })])
      : fixedKnowledge()
  return {
    retrieve: async (question) => (question.text.includes('gnom') ? [] : articles.retrieve(question)),
  }
}
