/** What has to be remembered on the way to the issuer and back. */
export interface Attempt {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  /** Where in the console the way began: `#/conversation/…`. */
  readonly place: string
}

/** The part of the browser's session storage that is used. */
export interface Shelf {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
}

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** What lies there is read once: nothing is left for whoever comes later. */
export const takeFrom = <Content>(shelf: Shelf, name: string): Content | undefined => {
  const text = shelf.getItem(name)
  shelf.removeItem(name)
  return (parsed(text) as Content | null) ?? undefined
}

export const layOn = (shelf: Shelf, name: string, content: unknown): void =>
  shelf.setItem(name, JSON.stringify(content))
