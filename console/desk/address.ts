/** Which page is shown: the name of its folder, and what it is about. */
export interface Place {
  readonly page: string
  /** Such as a handoff's id. */
  readonly about: string | undefined
}

const home = 'lines'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `#/conversation/abc` → the page `conversation`, about `abc`. */
export const placeIn = (hash: string): Place => {
  const [page = '', about] = hash.replace(/^#?\/?/, '').split('/')
  return { page: page === '' ? home : page, about: about ? decoded(about) : undefined }
}

export const hashOf = (page: string, about?: string): string =>
  `#/${page}${about === undefined ? '' : `/${encodeURIComponent(about)}`}`
