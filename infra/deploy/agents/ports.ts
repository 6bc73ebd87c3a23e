export interface AgentFound {
  readonly email: string
  readonly enabled: boolean
  readonly groups: readonly string[]
}

/** What Cognito wants to know before it hands out tokens. */
export type Challenge = 'new-password' | 'one-time-code' | 'other'

export type SignedIn =
  | { readonly kind: 'token'; readonly idToken: string; readonly seconds: number }
  | { readonly kind: 'challenge'; readonly challenge: Challenge; readonly named: string; readonly session: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** The user pool that the agents of one deployment sign in with. */
export interface AgentPool {
  /** Ids of its teams and roles. */
  groups(): Promise<readonly string[]>
  find(email: string): Promise<AgentFound | undefined>
  /** @param invite whether Cognito mails a first password */
  create(email: string, name: string, invite: boolean): Promise<void>
  rename(email: string, name: string): Promise<void>
  join(email: string, group: string): Promise<void>
  /** For good: nobody is asked to change it. */
  setPassword(email: string, password: string): Promise<void>
  signIn(email: string, password: string): Promise<SignedIn>
  answer(email: string, challenge: Challenge, session: string, answer: string): Promise<SignedIn>
}
