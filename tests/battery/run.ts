import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Asked, readAsked } from './asked.ts'
import type { Findings } from './figure.ts'
import { parts } from './parts.ts'
import { batteryPage } from './report/page.ts'
import { tableLine } from './table.ts'

/**
 * The proof that nothing is lost, nobody is served twice and the order holds: `npm run battery`, with `--scale 0.01` for a look
 * and `--part NAME` (more than once) for some of it. Ends with 1 if a bar was missed, with 2 if it was asked for what there is not.
 */
const asked = (): Asked => {
  try {
    return readAsked(process.argv.slice(2), Object.keys(parts))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
const { names, scale } = asked()

/** Two cores: the longest part first, the others one after the other beside it. */
const atOnce = 2

const run = (name: string): Promise<Findings> =>
  new Promise((resolve, reject) => {
    const entry = new URL('./part.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [entry, name, String(scale)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`${name} ended with ${code}`)),
    )
  })

const broken = (name: string, { message }: Error): Findings => ({
  figures: [{ part: `${name} broke down`, size: message, bar: 'runs to its end', figure: 'no', met: false }],
})

const started = performance.now()
const waiting = [...names]
const done = new Map<string, Findings>()
const work = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
    done.set(name, await run(name).catch((error: Error) => broken(name, error)))
}
await Promise.all(Array.from({ length: atOnce }, work))

const found = names.flatMap((name) => done.get(name) ?? [])
const figures = found.flatMap((one) => one.figures)
const charts = found.flatMap((one) => one.charts ?? [])
const seconds = (performance.now() - started) / 1_000
for (const figure of figures) console.log(tableLine(figure))
const missed = figures.filter(({ met }) => met === false).length
console.log(`${figures.filter(({ met }) => met).length} bars met, ${missed} missed, ${Math.round(seconds)} s`)

const page = join(import.meta.dirname, '../../.local/battery/report.html')
mkdirSync(join(page, '..'), { recursive: true })
writeFileSync(page, batteryPage({ figures, charts, scale, seconds }))
console.log(`charts: ${page}`)
process.exitCode = missed > 0 ? 1 : 0
