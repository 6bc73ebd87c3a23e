import { signal } from '@preact/signals'
import { hashOf, type Place, placeIn } from './address.ts'

export const place = signal<Place>(placeIn(''))

export const goTo = (page: string, about?: string): void => {
  window.location.hash = hashOf(page, about)
}

export const conversationShown = (): string | undefined => {
  const { page, about } = place.peek()
  return page === 'conversation' ? about : undefined
}

/** The page follows the address from now on. */
export const followAddress = (): void => {
  const read = (): void => {
    place.value = placeIn(window.location.hash)
  }
  window.addEventListener('hashchange', read)
  read()
}
