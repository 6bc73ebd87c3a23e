import type { BatonConfig } from '#shared/config/config.ts'
import { cpuMsAt } from './durations.ts'
import { dollars } from './price-list.ts'
import { referenceLoad } from './reference-load.ts'
import type { TemplateFacts } from './template-facts.ts'

/** What is not in the load that was played, on top of it. */
export interface Extra {
  readonly what: string
  readonly per: '1,000 conversations' | 'month'
  /** Absent where none of our sources names the price: unknown, and not nothing. */
  readonly dollars?: number
}

export type ExtrasConfig = Pick<BatonConfig, 'model' | 'knowledge' | 'report' | 'events' | 'export'>

export interface ExtrasLoad {
  readonly config: ExtrasConfig
  readonly facts: Pick<TemplateFacts, 'memory'>
  /** Of the model, of one conversation. */
  readonly calls: number
  /** Of one conversation in the table. */
  readonly keptBytes: number
}

const thousand = 1_000
/** A week is read for its own report and for the next one: units of messages, handoffs, briefs, state and record, at most. */
const reading = { times: 2, readUnits: 4 } as const
const weeksPerMonth = referenceLoad.daysPerMonth / 7
const forms = 3
/** Opened, claimed, resolved, and one in between. */
const eventsPerHandoff = 4

const reportExtras = ({ config, facts }: ExtrasLoad): readonly Extra[] => {
  const memory = facts.memory.Report ?? 128
  const seconds = (cpuMsAt('Report', memory) / thousand) * (memory / 1_024)
  const each = dollars('lambdaGigabyteSecond', seconds) + dollars('readUnit', reading.readUnits)
  const read: Extra = {
    what: 'the weekly report reads each conversation twice',
    per: '1,000 conversations',
    dollars: thousand * reading.times * each,
  }
  if (!config.report) return [read]
  return [
    read,
    {
      what: `S3: ${forms} forms of each weekly report`,
      per: 'month',
      dollars: dollars('filePut', forms * weeksPerMonth),
    },
    { what: `SNS: ${weeksPerMonth.toFixed(1)} messages and their mails`, per: 'month' },
    { what: `EventBridge: ${weeksPerMonth.toFixed(1)} report.written`, per: 'month' },
  ]
}

/** What the customer wrote and what the assistant says, at most 1,000 characters each. */
const guardrailUnits = 2

const modelExtras = ({ config: { model, knowledge }, calls }: ExtrasLoad): readonly Extra[] => {
  const many = calls * thousand
  const per = '1,000 conversations' as const
  return [
    ...(model.guardrail
      ? [
          {
            what: `guardrail: one content filter over ${guardrailUnits} units a model call; each further policy beside it`,
            per,
            dollars: dollars('guardrailUnit', many * guardrailUnits),
          },
        ]
      : []),
    ...(model.budget
      ? [{ what: 'model.budget: one write a model call', per, dollars: dollars('writeUnit', many) }]
      : []),
    ...(knowledge.store === 'bedrock'
      ? [
          { what: 'knowledge base: a query of S3 Vectors a model call', per, dollars: dollars('vectorQuery', many) },
          { what: 'knowledge base: the embedding of each question', per },
        ]
      : []),
  ]
}

/** A look each quarter of an hour: at the exports, the mark of an erasure, a summary, and what is read. */
const looking = { perDay: 96, lists: 2, reads: 2 } as const
/** Of each export: when it began, four of its manifest, one of its data or more; and what is read from then on. */
const writesPerExport = 7

const exportExtras = ({ config, keptBytes }: ExtrasLoad): readonly Extra[] => {
  if (!config.export) return []
  const { daysPerMonth } = referenceLoad
  const looks = looking.perDay * daysPerMonth
  const kept = (keptBytes * thousand) / 1e9
  const files = looks * looking.lists + daysPerMonth * writesPerExport
  return [
    {
      what: `export: ${daysPerMonth} times the whole table, ${(daysPerMonth * kept).toFixed(2)} GB for each 1,000 conversations in it`,
      per: 'month',
    },
    {
      what: 'S3: the export of each 1,000 conversations, before it is gzipped',
      per: 'month',
      dollars: dollars('fileStorage', kept),
    },
    {
      what: `S3 and Lambda: ${looks} looks at the exports, without the door's time, and the files of ${daysPerMonth}`,
      per: 'month',
      dollars: dollars('filePut', files) + dollars('fileGet', looks * looking.reads) + dollars('lambdaRequest', looks),
    },
    { what: 'Athena: each query, by what it reads of the gzipped files', per: 'month' },
  ]
}

/** Each with its price's standing in the list; what is switched off is not there. */
export const extraCosts = (load: ExtrasLoad): readonly Extra[] => [
  ...reportExtras(load),
  ...modelExtras(load),
  ...exportExtras(load),
  ...(load.config.events
    ? [
        {
          what: `EventBridge: about ${Math.round(thousand * referenceLoad.handedOffShare * eventsPerHandoff)} events of handoffs`,
          per: '1,000 conversations' as const,
        },
      ]
    : []),
]

/** A page's lines about them. */
export const extrasText = (extras: readonly Extra[]): string =>
  extras
    .map(({ what, per, dollars: cost }) => {
      const price =
        cost === undefined ? 'price unknown: none of the sources names it' : `$${cost.toFixed(4)} per ${per}`
      return `${what}: ${price}`
    })
    .join('\n')
