import { statSync } from 'node:fs'
import { join } from 'node:path'

/** Doors that wait on queues and a model cost by what they hold while they wait; `npm run bench` measures 120 to 150 MB. */
export const waitingMegabytes = 192

/**
 * One whole core: reading a conversation takes 2.3 ms of it. Two weeks of 32,000 conversations and eight of 35,000 handoffs hold
 * 50 MB, with the figures 135 at most; 50,000 failures 270 (`npm run eval:clusters`).
 */
export const reportMegabytes = 1_769

/** Deciding is reckoning: with so much memory Lambda gives a whole processor (`npm run what-if` takes 29 s for 100,000 turns). */
export const whatIfMegabytes = 1_769

const step = 64
const megabyte = 1_048_576
/** A turn without knowledge, and what each megabyte of compiled knowledge takes once it is loaded: 13 to 21 measured. */
const turn = { base: 160, perMegabyte: 24 } as const

/** A turn carries the company's whole knowledge: its memory follows it, in steps of 64 MB. */
export const turnMegabytes = (knowledgeBytes: number): number =>
  Math.max(waitingMegabytes, Math.ceil((turn.base + (knowledgeBytes / megabyte) * turn.perMegabyte) / step) * step)

/** Where files are fetched: two of 20 MiB, each twice in memory, and 16 MiB that a model is shown, as they are and as JSON. */
export const filesMegabytes = 192

/** Of the compiled knowledge beside the turn's bundle; none in a stack that is only looked at. */
export const knowledgeBytes = (folder: string): number =>
  statSync(join(folder, 'knowledge.json'), { throwIfNoEntry: false })?.size ?? 0
