import type { Address } from '../address.ts'

/** What a provider tells of somebody who writes, where their messages do not. */
export interface SenderProfile {
  readonly name?: string
  /** What their app speaks, such as `pt-BR`. */
  readonly locale?: string
  /** Only where the company lets the channel vouch for it. */
  readonly email?: string
}

export type ProfileAnswer =
  | { readonly kind: 'told'; readonly profile: SenderProfile }
  /** The provider does not say, and will not soon: a scope that is missing, somebody who is hidden. */
  | { readonly kind: 'refused'; readonly cause: string }
  /** No answer in time, or none that says anything. */
  | { readonly kind: 'unreachable'; readonly cause: string }

/** Asks a provider who writes. */
export interface SenderProfiles {
  /** Never throws, and takes two seconds at most; undefined where there is nobody to ask. */
  ask(address: Address, senderId: string): Promise<ProfileAnswer | undefined>
}
