import { isDeepStrictEqual } from 'node:util'
import type { ChannelSecrets, Secrets } from './channel.ts'
import { SecretGoneError } from './errors.ts'

/** A secret that was replaced is refused after five minutes at the latest. */
const maxAgeMs = 300_000
/** Whoever forges requests cannot have the store asked more often than this. */
const pauseMs = 10_000
/** The same where nothing is held, and every message waits for the answer. */
const emptyPauseMs = 1_000
/** A store that does not answer refuses nobody whose secret is held, for so long. */
const outageMs = 3_600_000

interface Held {
  readonly secrets: Secrets
  readonly at: number
}

/**
 * One channel's secrets, held by an execution environment. What only might be out of date is asked for anew, and seldom;
 * a store that says that there is none any more is believed at once.
 * @param ask throws SecretGoneError for an answer that another try will not better
 */
export const heldSecrets = (ask: () => Promise<Secrets>, clock: () => number): ChannelSecrets => {
  let held: Held | undefined
  let failure: unknown
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<Secrets> | undefined

  const keep = (secrets: Secrets): Secrets => {
    // The same object, as long as it says the same.
    held = { secrets: held && isDeepStrictEqual(held.secrets, secrets) ? held.secrets : secrets, at: clock() }
    return held.secrets
  }
  const askNow = async (): Promise<Secrets> => {
    askedAt = clock()
    try {
      return keep(await ask())
    } catch (cause) {
      failure = cause
      if (cause instanceof SecretGoneError) held = undefined
      if (held && clock() - held.at < outageMs) return held.secrets
      throw cause
    } finally {
      asking = undefined
    }
  }
  const asked = (): Promise<Secrets> => {
    asking ??= askNow()
    return asking
  }
  const justAsked = (): boolean => clock() - askedAt < (held ? pauseMs : emptyPauseMs)

  return {
    read: async () => {
      if (asking) return asking
      if (held && (clock() - held.at < maxAgeMs || (justAsked() && clock() - held.at < outageMs))) return held.secrets
      if (!held && justAsked()) throw failure
      return asked()
    },
    renewed: async () => {
      if (!asking && justAsked()) return held?.secrets
      return asked().catch(() => undefined)
    },
  }
}
