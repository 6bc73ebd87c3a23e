import type { Fired } from '../../triggers/trigger.ts'

/** A handoff as the other configuration would have made it. */
export interface ReplayedHandoff {
  readonly kind: 'handed-off'
  readonly fired: readonly [Fired, ...Fired[]]
  readonly team: string
  readonly rule: string
}

/** How a logged turn is decided under another configuration. */
export type Replayed =
  | { readonly kind: 'answered' }
  | { readonly kind: 'put-off' }
  | ReplayedHandoff
  /** It would have gone on to something that the log does not hold: then nothing was looked up, or no model was asked. */
  | { readonly kind: 'unknown'; readonly wants: 'passages' | 'model' }
