import { articlesOf, uncited } from '../assistant/cite.ts'
import type { Customer } from '../customer/customer.ts'
import type { Passage } from '../knowledge/passage.ts'
import type { Message } from '../thread/message.ts'
import type { ToolFields, ToolRecord } from '../tool/tool-record.ts'
import type { Fired } from '../triggers/trigger.ts'
import { borneOutIn } from './borne-out.ts'
import type { Claim } from './claims.ts'
import { asClaimed, claimsOf } from './claims-of.ts'
import { quoted, summarise } from './summary.ts'
import type { Verification } from './verification.ts'

/** Who writes, as far as it is known: `verified` holds only what the company vouches for. */
export interface BriefCustomer {
  readonly id?: string
  readonly name?: string
  readonly tier?: string
  readonly account?: string
  readonly verified: Readonly<Record<string, string>>
  /** What they say of themselves, and nobody verified. @default nothing */
  readonly claims?: readonly Claim[]
  /** The same with its provenance, the newest first. */
  readonly verifications: readonly Verification[]
  /** Nobody verified a name that the channel tells: whoever writes may have chosen it. */
  readonly nameFrom?: 'profile' | 'channel'
}

/** Something that was looked up for this conversation. */
export interface BriefRecord {
  readonly source: string
  readonly fetchedAt: number
  /** Nothing where `failure` says why. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Of a tool: what it was called for, in the assistant's words, and asked. */
  readonly why?: string
  readonly input?: ToolFields
  readonly failure?: string
}

/** Something that the assistant did about the customer's question: an article that no answer rests on was only found. */
export interface Tried {
  readonly action: 'offered-article' | 'found-article' | 'answered' | 'called-tool'
  readonly title: string
  readonly url?: string
  readonly confidence?: number
  /** Whether the answer rests on it by the model's own word. */
  readonly used?: true
  readonly at: number
}

/** What the agent reads first. */
export interface Brief {
  readonly summary: string
  readonly customer: BriefCustomer
  readonly records: readonly BriefRecord[]
  readonly tried: readonly Tried[]
}

export interface BriefFacts {
  readonly customer: BriefCustomer
  readonly profile?: Customer
  /** The conversation so far with the messages of this turn, oldest first. */
  readonly transcript: readonly Message[]
  readonly passages: readonly Passage[]
  /** What handed off: it tells what of their words is the matter. @default nothing */
  readonly fired?: readonly Fired[]
  /** By this turn. @default nothing */
  readonly lookedUp?: readonly ToolRecord[]
  /** The customer's wish in the model's words, when the model was asked. */
  readonly wish?: string
  readonly language: string
  /** Whether the transcript goes back to the conversation's first message. */
  readonly whole: boolean
  readonly now: number
}

const recordsBytes = 128 * 1024

const calledTool = ({ tool, at, failure }: ToolRecord): Tried => ({
  action: 'called-tool',
  title: failure === undefined ? tool : `${tool}: ${failure}`,
  at,
})

const triedBefore = (transcript: readonly Message[]): readonly Tried[] =>
  transcript
    .filter(({ author }) => author.kind === 'assistant')
    .flatMap(({ at, text, evidence }): Tried[] => [
      ...articlesOf(evidence?.passages ?? []).map(
        ({ title, url, confidence, used }): Tried => ({
          action: used ? 'offered-article' : 'found-article',
          at,
          title,
          url,
          confidence,
          ...(used && { used }),
        }),
      ),
      ...(evidence?.records ?? []).map(calledTool),
      { action: 'answered', at, title: quoted(uncited(text, evidence?.passages)) },
    ])

const recordOf = ({ tool, at, why, input, result = {}, failure }: ToolRecord): BriefRecord => ({
  source: tool,
  fetchedAt: at,
  fields: result,
  ...(why !== '' && { why }),
  input,
  ...(failure !== undefined && { failure }),
})

/** Newest first as far as there is room: one record of the table holds all of the brief. */
const recordsOf = (lookedUp: readonly ToolRecord[], isBorne: (sentence: string) => boolean): readonly BriefRecord[] => {
  let room = recordsBytes
  return lookedUp
    .map((record) => recordOf(isBorne(record.why) ? record : { ...record, why: '' }))
    .reverse()
    .filter((record) => {
      room -= Buffer.byteLength(JSON.stringify(record))
      return room >= 0
    })
}

/** Which of the model's sentences may be read: those with nothing in them of its own making. */
const borneOutBy = (facts: BriefFacts): ((sentence: string) => boolean) => {
  const { transcript, profile, customer, lookedUp = [], language } = facts
  // The assistant's own replies vouch for nothing, nor does what it asked a tool for.
  const said = transcript.filter(({ author, internal }) => author.kind !== 'assistant' && internal !== true)
  const records = [...transcript.flatMap(({ evidence }) => evidence?.records ?? []), ...lookedUp]
  const fetched = [profile ?? {}, ...records.map(({ result = {} }) => result)].map((record) => JSON.stringify(record))
  const sources = [...said.map(({ text }) => text), customer.name ?? '', ...fetched]
  return borneOutIn(sources, language)
}

/** Written by code from facts alone; nothing in it was not said or fetched. */
export const writeBrief = (facts: BriefFacts): Brief => {
  const { customer, profile, transcript, passages, fired = [], lookedUp = [], wish = '', whole, now } = facts
  const { id, updatedAt, source, ...fields } = profile ?? {}
  const claims = claimsOf(transcript, { ...profile, verified: { ...profile?.verified, ...customer.verified } })
  const isBorne = borneOutBy(facts)
  const borne = isBorne(wish) ? wish : undefined
  const before = transcript.flatMap(({ evidence }) => evidence?.records ?? [])
  return {
    summary: summarise(transcript, { wish: asClaimed(borne, claims, profile), whole, fired }),
    customer: { ...customer, ...(claims.length > 0 && { claims }) },
    records: [
      ...(profile ? [{ source: source === 'resolver' ? 'resolver' : 'customer profile', fetchedAt: now, fields }] : []),
      ...recordsOf([...before, ...lookedUp], isBorne),
    ],
    tried: [
      ...triedBefore(transcript),
      ...articlesOf(passages).map(
        ({ title, url, confidence }): Tried => ({ action: 'found-article', at: now, title, url, confidence }),
      ),
      ...lookedUp.map(calledTool),
    ],
  }
}
