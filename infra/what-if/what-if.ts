import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import { replayLog } from '#shared/report/what-if/replay-log.ts'
import { runCommand } from '../deploy/command/run-command.ts'
import { loadConfig } from '../load-config.ts'
import { defaultPort } from '../local/desk/arguments.ts'
import { openJudging } from '../triggers/open-judging.ts'
import { examples } from './examples.ts'
import { openLog, type SourceOptions } from './open-log.ts'
import { openProgress } from './progress.ts'
import { readRequest, type WhatIfRequest } from './read-request.ts'
import { savedTo } from './save-lines.ts'
import { whatIfLines } from './tally-text.ts'

const usage = `npm --silent run what-if -- --config new.config.ts [--from 2026-11-16 --to 2026-11-23]

Decides logged turns again under another configuration, and says what would be otherwise. It reads the table of the
deployed stack, or an exported log; it asks no model and changes nothing.

  --config FILE   the configuration to try
  --from, --to    turns taken from that day on, and before that one, in UTC. Default: all of a log; of a table four weeks
  --log PATH      an exported log, instead of the table: a file or a folder of NDJSON, gzip or plain
  --local         the table of the local cloud that npm start runs; --port N: where it is (${defaultPort})
  -c name=value   which deployment, as for npm run deploy: stage=NAME; --profile NAME the AWS profile to use
  --save FILE     writes what was read, gzipped where the name ends in .gz, for --log. It holds customers' words
  --knowledge DIR where a turn was decided before anything was looked up, look it up here. Default: that stays unknown
  --show N        so many differences of each kind are told. Default: 3
  --out FILE      all of them, one JSON object a line
  --json          the result as JSON on standard output, and nothing else`

const decideAgain = async (request: WhatIfRequest, source: SourceOptions) => {
  const path = resolve(request.config)
  const [{ config }, { ears }] = [await loadConfig(path), await openJudging({ config: path })]
  const knowledge = request.knowledge && {
    knowledge: minisearchKnowledge(compileKnowledge(resolve(request.knowledge))),
  }
  const log = await openLog(source)
  const out = request.out === undefined ? undefined : createWriteStream(request.out, { mode: 0o600 })
  const shown = examples(request.show)
  const progress = openProgress(process.stderr)
  const lines = request.save === undefined ? log.lines : savedTo(request.save, log.lines)
  const result = await replayLog(lines, { config, ears, ...knowledge }, log.period, {
    difference: (difference, outcome) => {
      shown.add(difference)
      out?.write(`${JSON.stringify({ ...difference, outcome })}\n`)
    },
    progress: (turns, { at }) => progress.tell(turns, at),
  })
  await new Promise((done) => (out ? out.end(done) : done(undefined)))
  progress.end(result.turns)
  return { result, shown }
}

await runCommand(async (words) => {
  const request = readRequest(words)
  if (request === undefined || request === 'help') {
    console.log(usage)
    return request ? 0 : 2
  }
  const { result, shown } = await decideAgain(request, request.source)
  if (request.json) console.log(JSON.stringify(result, undefined, 1))
  else console.log([...whatIfLines(result), '', ...shown.lines()].join('\n'))
  return 0
})
