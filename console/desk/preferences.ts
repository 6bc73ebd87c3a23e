import { effect, signal } from '@preact/signals'
import type { Shelf } from '../sign-in/attempt.ts'
import { asked, isLanguage, type Language, language, preferred } from '../words/language.ts'

const name = 'baton.preferences'

interface Kept {
  readonly language?: Language
  readonly sound: boolean
  readonly notify: boolean
  readonly singleKeys: boolean
  /** The one team that Next takes from; absent: all of the agent's. */
  readonly from?: string
}

export const sound = signal(true)
export const notify = signal(false)
export const singleKeys = signal(true)
export const takeFrom = signal<string | undefined>(undefined)

const keptIn = (shelf: Shelf): Partial<Record<keyof Kept, unknown>> => {
  try {
    return Object(JSON.parse(shelf.getItem(name) ?? '{}'))
  } catch {
    return {}
  }
}

/** What the agent chose here before, kept in this browser from now on. */
export const openPreferences = (shelf: Shelf, tags: readonly string[]): void => {
  const kept = keptIn(shelf)
  asked.value = tags
  language.value = isLanguage(kept.language) ? kept.language : preferred(tags)
  sound.value = kept.sound !== false
  notify.value = kept.notify === true
  singleKeys.value = kept.singleKeys !== false
  takeFrom.value = typeof kept.from === 'string' ? kept.from : undefined
  effect(() => {
    const chosen: Kept = {
      language: language.value,
      sound: sound.value,
      notify: notify.value,
      singleKeys: singleKeys.value,
      ...(takeFrom.value !== undefined && { from: takeFrom.value }),
    }
    shelf.setItem(name, JSON.stringify(chosen))
  })
}
