import * as z from 'zod/mini'
import type { WeekFigures, WeeklyReport } from '#shared/report/weekly.ts'
import { timeOf, timeSchema } from './fields.ts'
import { findingsFields } from './report-findings.ts'

const countsSchema = z.record(z.string(), z.int())
const spreadSchema = z.object({
  samples: z.int(),
  medianSeconds: z.optional(z.int()),
  p90Seconds: z.optional(z.int()),
})

const figuresSchema = z.object({
  handoffs: z.int(),
  conversations: z.int(),
  kinds: countsSchema,
  triggers: countsSchema,
  topics: countsSchema,
  teams: countsSchema,
  outcomes: countsSchema,
  /** Handoffs that have not ended. */
  open: z.int(),
  transfers: z.int(),
  returns: z.int(),
  /** Handoffs beyond the first of their conversation. */
  repeats: z.int(),
  waitBefore: spreadSchema,
  waitToClaim: spreadSchema,
  waitToReply: spreadSchema,
  handle: spreadSchema,
})

export const reportSchema = z.object({
  week: z.string(),
  from: timeSchema,
  to: timeSchema,
  figures: figuresSchema,
  before: z.object({ week: z.string(), figures: figuresSchema }),
  /** The median wait for a human answer is longer than the median time before the handoff. */
  longerAfterThanBefore: z.boolean(),
  ...findingsFields,
})

const figuresView = (figures: WeekFigures): z.infer<typeof figuresSchema> => ({
  ...figures,
  kinds: { ...figures.kinds },
  triggers: { ...figures.triggers },
  topics: { ...figures.topics },
  teams: { ...figures.teams },
  outcomes: { ...figures.outcomes },
})

export const reportView = ({ from, to, figures, before, ...report }: WeeklyReport): z.infer<typeof reportSchema> => ({
  ...report,
  from: timeOf(from),
  to: timeOf(to),
  figures: figuresView(figures),
  before: { week: before.week, figures: figuresView(before.figures) },
})
