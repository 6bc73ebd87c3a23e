import type { Group } from '#shared/triggers/repeated/training/groups.ts'

export const groups: readonly Group[] = [
  {
    language: 'en',
    family: 'en # parcels',
    lines: ['where is my parcel', 'when does the package come', 'my parcel is not here'],
  },
  {
    language: 'en',
    family: 'en # parcels',
    lines: ['can I return the parcel', 'send the package back please', 'how does a return work'],
  },
  {
    language: 'en',
    family: 'en # cards',
    lines: ['my card was lost yesterday', 'I cannot find my card', 'where did my card go today'],
  },
  {
    language: 'de',
    family: 'de # pakete',
    lines: ['wo ist mein paket jetzt', 'wann kommt denn das paket', 'das paket ist nicht da'],
  },
]
export const talk = { en: ['thanks', 'ok'], de: ['danke'] }
