import written from '#config'
import { defineConfig } from '#shared/config/config.ts'

const berlin = (hours: string, days: readonly string[]) => ({
  timeZone: 'Europe/Berlin',
  weekly: Object.fromEntries(days.map((day) => [day, [hours]])),
})
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri']

/** Words that any question about a refund has: handed off before an article can answer. The trigger that is too eager. */
const refundWords = ['refund', 'Erstattung', 'remboursement', 'reembolso', 'rimborso']

/** The sample company in the simulated quarter: no tool answers for orders yet, and one trigger of its own is too eager. */
export default defineConfig({
  ...written,
  teams: {
    care: { name: 'Customer Care', languages: ['en', 'de', 'es', 'fr', 'pt', 'it'], capacity: 2 },
    billing: { name: 'Billing', languages: ['en', 'de'], hours: berlin('08:00-20:00', workdays), capacity: 2 },
    retention: {
      name: 'Customer Relations',
      languages: ['en', 'de', 'fr'],
      hours: berlin('08:00-20:00', [...workdays, 'sat']),
      capacity: 2,
    },
    wellbeing: { name: 'Personal Support', languages: ['en'], capacity: 2 },
  },
  routing: [...(written.routing ?? []), { name: 'refunds', when: { trigger: ['refund-request'] }, team: 'billing' }],
  overflow: ['billing', 'retention'].map((from) => ({
    name: `${from} is away`,
    from,
    afterMinutes: 0,
    to: 'care',
    when: { teamOpen: false },
  })),
  triggers: {
    ...written.triggers,
    own: [...(written.triggers?.own ?? []), { id: 'refund-request', phrases: refundWords }],
  },
  tools: [],
  knowledge: { folder: '../../knowledge' },
})
