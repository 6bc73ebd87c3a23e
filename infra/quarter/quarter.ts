import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { weeks } from './calendar.ts'
import { writeQuarter } from './write-quarter.ts'

const usage = `npm run quarter -- --out FOLDER [--seed N] [--conversations N]

Simulates a quarter of the sample company's customers and desks, and writes the log of it: NDJSON, gzip, one file a week,
each line {"kind": "turn" | "handoff" | "conversation", "record": {...}} in order of time. What was planted is told in
FOLDER/truth.json, which nothing that judges the log may read.

  --out FOLDER         where the files go
  --seed N             another seed, another quarter; the same seed, the same bytes. Default: 1
  --conversations N    that begin by themselves; customers who come back are beside them. Default: 200000`

const options = {
  out: { type: 'string' },
  seed: { type: 'string', default: '1' },
  conversations: { type: 'string', default: '200000' },
  help: { type: 'boolean', default: false },
} as const

const wholeNumber = (option: string, text: string): number => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(number)) throw new TypeError(`--${option} ${text}: must be a whole number`)
  return number
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const run = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options })
  if (values.help || values.out === undefined) {
    console.log(values.help ? usage : `--out is missing\n\n${usage}`)
    return values.help ? 0 : 1
  }
  const plan = {
    seed: wholeNumber('seed', values.seed),
    conversations: wholeNumber('conversations', values.conversations),
  }
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1_000).toFixed(1)
  let week = 0
  const written = await writeQuarter(resolve(values.out), plan, () => {
    week += 1
    console.error(`week ${week} of ${weeks} after ${seconds()} s`)
  })
  const { conversations, turns, handoffs, lines, bytes, gzippedBytes, files } = written
  const memory = megabytes(process.resourceUsage().maxRSS * 1_024)
  console.log(
    `${conversations} conversations, ${turns} turns, ${handoffs} handoffs: ${lines} lines in ${files.length} files`,
  )
  console.log(`${megabytes(bytes)}, packed ${megabytes(gzippedBytes)}; ${seconds()} s, at most ${memory} of memory`)
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
