const erasureId = 'out_5b1f0c1a9e2d4c0e8f3a7b6d5c4e3f2a'
const remains = [
  {
    what: 'point-in-time backups of the table, which nobody reads unless one is restored',
    until: '2026-12-28T09:00:00.000Z',
  },
]
const erased = { messages: 14, conversations: 3, handoffs: 1, profiles: 3, files: 1, reports: 1, exports: 1, others: 2 }
export const erasureExample = {
  ...{ id: erasureId, at: '2026-11-23T09:00:00.000Z', erased, looks: 1, remains },
  looksAgainAt: '2026-11-23T09:05:00.000Z',
}
export const verifiedErasureExample = {
  ...{ id: erasureId, at: '2026-11-23T09:00:00.000Z', erased, looks: 2, remains },
  verifiedAt: '2026-11-23T09:05:30.000Z',
}
