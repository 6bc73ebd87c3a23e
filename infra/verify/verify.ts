import { parseArgs } from 'node:util'
import { judgeVector } from './judge-vector.ts'
import { readVectors } from './vector.ts'

const usage = `npm --silent run verify -- --input FILE.json

Judges the signatures of requests by the very front that the webhook door uses.

  --input FILE    {"vectors": [{"id", "scheme", "secret", "headers", "body" | "params", "url"?, "now", ...}]}

Standard output: {"id", "accepted": true | false}, one line a vector, in their order.
npm without --silent prints lines of its own first, which begin with ">".`

const options = { input: { type: 'string' }, help: { type: 'boolean', default: false } } as const

const run = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options })
  if (values.help || values.input === undefined) {
    console.error(usage)
    return values.help ? 0 : 1
  }
  for (const vector of readVectors(values.input))
    console.log(JSON.stringify({ id: vector.id, accepted: await judgeVector(vector) }))
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
