import { parts } from './parts.ts'

/** Runs one part in a process of its own: `node tests/battery/part.ts NAME SCALE`; its figures leave as JSON. */
const [name = '', scale = '1'] = process.argv.slice(2)
const part = parts[name]
if (!part) throw new Error(`no part ${name}: there are ${Object.keys(parts).join(', ')}`)
const figures = await part((line) => process.stderr.write(`${name}: ${line}\n`), Number(scale))
process.stderr.write(`${name}: ${Math.round(process.cpuUsage().user / 1e6)} s of CPU\n`)
process.stdout.write(`${JSON.stringify(figures)}\n`)
