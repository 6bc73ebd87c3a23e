import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from '#shared/config/errors.ts'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import type { Difference } from '#shared/report/what-if/compare.ts'
import { replayLog } from '#shared/report/what-if/replay-log.ts'
import { loadConfig } from '../load-config.ts'
import { logFiles, readLogFiles } from '../report/log-files.ts'
import { openJudging } from '../triggers/open-judging.ts'
import { differenceLines } from './difference-text.ts'
import { whatIfLines } from './tally-text.ts'

const usage = `npm --silent run what-if -- --log FOLDER --config new.config.ts [--from 2026-11-16 --to 2026-11-23]

Decides the turns of an exported log again under another configuration, and says what would be otherwise.

  --log PATH      a file or a folder of NDJSON, gzip or plain (npm run quarter writes one)
  --config FILE   the configuration to try
  --from, --to    turns taken from that day on, and before that one, in UTC. Default: all
  --knowledge DIR where a turn was decided before anything was looked up, look it up here. Default: that stays unknown
  --show N        so many differences of each kind are told. Default: 3
  --out FILE      all of them, one JSON object a line`

const run = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      log: { type: 'string' },
      config: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      knowledge: { type: 'string' },
      show: { type: 'string', default: '3' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help || values.log === undefined || values.config === undefined) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  const { from, to } = periodOf(values.from, values.to)
  const path = resolve(values.config)
  const [{ config }, { ears }] = [await loadConfig(path), await openJudging({ config: path })]
  const knowledge = values.knowledge && { knowledge: minisearchKnowledge(compileKnowledge(resolve(values.knowledge))) }
  const out = values.out === undefined ? undefined : createWriteStream(values.out)
  const shown = examples(Number(values.show))
  const started = performance.now()
  const result = await replayLog(
    readLogFiles(logFiles(values.log)),
    { config, ears, ...knowledge },
    { from, to },
    {
      difference: (difference, outcome) => {
        shown.add(difference)
        out?.write(`${JSON.stringify({ ...difference, outcome })}\n`)
      },
      progress: (turns) => {
        if (turns % 10_000 === 0) console.error(`${turns} turns in ${seconds(started)} s`)
      },
    },
  )
  out?.end()
  console.log([...whatIfLines(result), '', ...shown.lines(), `${seconds(started)} s`].join('\n'))
  return 0
}

const seconds = (started: number): string => ((performance.now() - started) / 1_000).toFixed(1)

const periodOf = (from: string | undefined, to: string | undefined): { from: number; to: number } => {
  const moment = (text: string | undefined, other: number): number => (text === undefined ? other : Date.parse(text))
  const period = { from: moment(from, 0), to: moment(to, Number.POSITIVE_INFINITY) }
  if (!(period.from < period.to))
    throw new ConfigError(['--from, --to: must be days such as 2026-11-16, the first before the second'])
  return period
}

/** The first few of each kind. */
const examples = (most: number) => {
  const kept = new Map<string, Difference[]>()
  return {
    add: (difference: Difference): void => {
      const of = kept.get(difference.kind) ?? []
      if (of.length < most) kept.set(difference.kind, [...of, difference])
    },
    lines: (): readonly string[] =>
      [...kept.values()].flatMap((of) => of.flatMap((one) => [...differenceLines(one), ''])),
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(
    error instanceof ConfigError ? error.problems.join('\n') : error instanceof Error ? error.message : error,
  )
  process.exitCode = 1
}
