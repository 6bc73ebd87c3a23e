export const deskExample = {
  agent: { id: 'billing-1', name: 'Cleo', supervisor: false, admin: false },
  company: { name: 'Lumen & Oak', language: 'en' },
  teams: [
    { id: 'care', name: 'Customer Care', languages: ['en', 'de'], open: true, mine: false },
    { id: 'billing', name: 'Billing', languages: ['en', 'de'], open: true, mine: true },
  ],
  outcomes: ['solved', 'unsolved'],
  leaseSeconds: 120,
}
