import { createReadStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ConfigError } from '#shared/config/errors.ts'
import { judgeLines } from './judge-lines.ts'
import { type Line, linesOf } from './lines.ts'
import { openJudging } from './open-judging.ts'

const usage = `npm --silent run triggers -- --input FILE.jsonl [--scopes DIR] [--config FILE]

Judges every trigger on every row, without a network and without a model.

  --input FILE    rows {"id", "text" | "turns", "lang"?, "scope"?, "customer"?: {"tier"?, "value"?}}, one a line; - is standard input
  --scopes DIR    knowledge that rows name: DIR/<scope>.jsonl, one {"entry", "examples": [...]} a line; rows without a
                  scope are not judged on knowledge
  --config FILE   another company's configuration, its thresholds and its own topics. Default: baton.config.ts

Standard output: {"id", "fired": [...], "evidence": [...]}, one line a row, in the rows' order.
Rows that cannot be judged, and ids that come twice, are reported on standard error with their line number; the exit
code is then 1, as it is where there is no row at all.
npm without --silent prints lines of its own first, which begin with ">".`

const options = {
  input: { type: 'string' },
  scopes: { type: 'string' },
  config: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const run = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options })
  if (values.help) return say(usage)
  if (values.input === undefined) return refuse(`--input is missing\n\n${usage}`)
  const fault = faultOf(values.input, values.scopes)
  if (fault !== undefined) return refuse(fault)
  const judging = await openJudging(values)
  const input = values.input === '-' ? process.stdin.setEncoding('utf8') : createReadStream(values.input, 'utf8')
  let [rows, reported] = [0, 0]
  const report = (problem: string): void => {
    reported++
    console.error(problem)
  }
  const counted = async function* (lines: AsyncIterable<Line>) {
    for await (const line of lines) {
      if (line.text !== '') rows++
      yield line
    }
  }
  await pipeline(judgeLines(counted(linesOf(input)), judging, report), process.stdout, { end: false })
  return rows === 0 ? refuse(`--input ${values.input}: holds no row`) : Math.min(reported, 1)
}

/** Told before the first row is judged, not once for each of them. */
const faultOf = (input: string, scopes: string | undefined): string | undefined => {
  const file = input === '-' ? undefined : statSync(input, { throwIfNoEntry: false })
  if (input !== '-' && file === undefined) return `--input ${input}: there is no such file`
  if (file?.isDirectory()) return `--input ${input}: is a folder, must be a file`
  if (scopes === undefined || statSync(scopes, { throwIfNoEntry: false })?.isDirectory()) return undefined
  return `--scopes ${scopes}: there is no such folder`
}

const say = (text: string): number => {
  console.log(text)
  return 0
}

const refuse = (text: string): number => {
  console.error(text)
  return 1
}

/** Whoever reads only the first lines has what they want. */
const wentAway = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE'

const lineOf = (error: unknown): string => {
  if (error instanceof ConfigError) return error.problems.join('\n')
  if (!(error instanceof Error)) return String(error)
  return `${error.message}${isAboutOptions(error) ? '\n--help says what there is' : ''}`
}

const isAboutOptions = (error: Error): boolean => 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.exitCode = wentAway(error) ? 0 : refuse(lineOf(error))
}
