import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { parts } from './parts.ts'

/**
 * The proof that nothing is lost, nobody is served twice and the order holds: `npm run battery`, with `--scale 0.01` for a look.
 * Ends with 1 if a bar was missed.
 */
const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } })

/** Two cores: the longest part first, the others one after the other beside it. */
const atOnce = 2

const run = (name: string): Promise<readonly Figure[]> =>
  new Promise((resolve, reject) => {
    const entry = new URL('./part.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [entry, name, values.scale], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`${name} ended with ${code}`)),
    )
  })

const started = performance.now()
const waiting = Object.keys(parts)
const done = new Map<string, readonly Figure[]>()
const work = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) done.set(name, await run(name))
}
await Promise.all(Array.from({ length: atOnce }, work))

const figures = Object.keys(parts).flatMap((name) => done.get(name) ?? [])
for (const { part, size, bar, figure, met } of figures)
  console.log(`${met ? '✓' : '✗'} ${part.padEnd(46)} ${figure.padStart(10)}  (${bar})  ${size}`)
const missed = figures.filter(({ met }) => !met).length
console.log(
  `${figures.length - missed} bars met, ${missed} missed, ${Math.round((performance.now() - started) / 1_000)} s`,
)
process.exitCode = missed > 0 ? 1 : 0
