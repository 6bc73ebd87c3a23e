/** How an attack gets to the model. */
export type Carrier = 'message' | 'burst' | 'turns' | 'name' | 'file' | 'content' | 'article' | 'result' | 'profile'

/** Somebody's attempt to make the assistant theirs. */
export interface Attack {
  readonly name: string
  readonly origin: 'authored' | 'transformed'
  readonly carrier: Carrier
  /** One, or as many as it takes, in their order. */
  readonly texts: readonly [string, ...string[]]
}
