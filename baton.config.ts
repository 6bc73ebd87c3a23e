import { defineConfig } from './shared/config/config.ts'

const weekdays = (hours: string) => ({
  mon: [hours],
  tue: [hours],
  wed: [hours],
  thu: [hours],
  fri: [hours],
})

/** Lumen & Oak, the sample company: lamps and furniture, sold online in six languages. Make it yours. */
export default defineConfig({
  company: { name: 'Lumen & Oak', language: 'en' },
  teams: {
    care: { name: 'Customer Care', languages: ['en', 'de', 'es', 'fr', 'pt', 'it'], capacity: 10 },
    billing: {
      name: 'Billing',
      languages: ['en', 'de'],
      hours: { timeZone: 'Europe/Berlin', weekly: weekdays('08:00-20:00'), holidays: ['2026-12-25', '2027-01-01'] },
      capacity: 8,
    },
    retention: { name: 'Customer Relations', languages: ['en', 'de', 'fr'], capacity: 8 },
    wellbeing: { name: 'Personal Support', languages: ['en'], capacity: 3 },
  },
  defaultTeam: 'care',
  routing: [
    { name: 'someone is in distress', when: { trigger: ['distress'] }, team: 'wellbeing' },
    { name: 'disputed charges', when: { trigger: ['billing-dispute'] }, team: 'billing' },
    { name: 'legal matters', when: { trigger: ['legal'] }, team: 'retention' },
    { name: 'customers who want to leave', when: { trigger: ['cancellation'] }, team: 'retention' },
    { name: 'our largest accounts', when: { trigger: ['high-value-account'] }, team: 'retention' },
    { name: 'angry customers', when: { trigger: ['frustration'] }, team: 'retention' },
  ],
  overflow: [{ from: 'billing', afterMinutes: 60, to: 'care' }],
  triggers: {
    'high-value-account': { tiers: ['gold', 'platinum', 'vip', 'enterprise'], minimumValue: 10_000 },
    own: [
      {
        id: 'product-safety',
        phrases: ['caught fire', 'smells burnt', 'electric shock', 'verbrannt', 'stromschlag'],
        description: 'a product overheated, burned, sparked or hurt somebody',
      },
    ],
  },
  channels: { standard: { kind: 'standard', callbackUrl: 'https://support.example.com/baton/callback' } },
  model: { id: 'us.amazon.nova-2-lite-v1:0' },
  tools: [
    {
      name: 'look_up_order',
      description: 'Looks up one order of the customer by its number: what it is, where it is and when it arrives.',
      phrases: [
        ...['my order', 'order status', 'my parcel', 'my delivery', 'meine bestellung', 'mein paket', 'mi pedido'],
        ...['ma commande', 'mon colis', 'minha encomenda', 'meu pedido', 'il mio ordine', 'il mio pacco'],
      ],
      input: {
        type: 'object',
        properties: { order: { type: 'string', maxLength: 20, description: 'The number of the order, such as 1042.' } },
        required: ['order'],
      },
      target: { url: 'https://support.example.com/baton/orders', secret: true },
      safe: true,
    },
  ],
  knowledge: { folder: 'knowledge' },
  report: {},
  lease: { seconds: 60 },
})
