import type { Surroundings, TableSurroundings } from '../surroundings.ts'

/** A table with an index, a FIFO queue and a standard one. */
export const table: TableSurroundings = {
  partition: 'pk',
  sort: 'sk',
  types: { pk: 'S', sk: 'S', listKey: 'S', listSort: 'N' },
  indexes: { lists: { partition: 'listKey', sort: 'listSort', projected: ['listKey', 'listSort', 'pk', 'sk'] } },
  timeToLive: 'ttl',
}

export const surroundings: Surroundings = {
  table: (name) => (name === 'T' ? table : undefined),
  queue: (url) => {
    if (url.endsWith('.fifo')) return { fifo: true, contentBasedDeduplication: false }
    return url.endsWith('/box') ? { fifo: false, contentBasedDeduplication: false } : undefined
  },
}
