import { execFile } from 'node:child_process'
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { triggersSchema } from '#shared/config/triggers-schema.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import { median, quantile, rounded } from './median.ts'
import { triggerTexts } from './trigger-texts.ts'
import type { TriggerLoad, TriggerWork } from './trigger-worker.ts'

interface Spread {
  readonly texts: number
  readonly medianMs: number
  readonly p99Ms: number
}

export interface TriggerFigures {
  /** Of a bundle like the turn's, in new processes, each part's median. */
  readonly load: Readonly<Record<string, number>>
  readonly modelBytes: number
  readonly messages: Spread
  /** Of 4,000 characters. */
  readonly letters: Spread
  readonly together: Spread
}

const run = promisify(execFile)
const loads = 9

/** The engine alone, bundled as the turn's door bundles it, with its data beside. */
const bundleEngine = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, 'trigger-worker.mjs')
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ['tests/bench/trigger-engine.ts', 'tests/bench/trigger-worker.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    external: ['./trigger-engine.mjs'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'silent',
  })
  await copyFile(join(projectFolder, 'shared/triggers/weights.bin'), join(folder, 'triggers.bin'))
  await copyFile(join(projectFolder, 'shared/triggers/repeated/weights.json'), join(folder, 'repeats.json'))
  await writeFile(join(folder, 'phrases.json'), JSON.stringify(compilePhrases(languages)))
  const work: TriggerWork = { config: triggersSchema.parse({}), ...triggerTexts() }
  await writeFile(join(folder, 'work.json'), JSON.stringify(work))
  return outfile
}

const answer = async <T>(worker: string, word: string): Promise<T> => {
  const { stdout } = await run(process.execPath, [worker, word], { maxBuffer: 64 * 1_024 * 1_024 })
  return JSON.parse(stdout)
}

const spread = (times: readonly number[]): Spread => ({
  texts: times.length,
  medianMs: rounded(median(times), 3),
  p99Ms: rounded(quantile(times, 0.99), 3),
})

/** How long the triggers take to be ready, and for a message once they are: all of them together, default configuration. */
export const measureTriggers = async (): Promise<TriggerFigures> => {
  const folder = join(projectFolder, '.build', 'triggers')
  const worker = await bundleEngine(folder)
  const measured: TriggerLoad[] = []
  for (let round = 0; round < loads; round++) measured.push(await answer<TriggerLoad>(worker, 'load'))
  const { messages, letters } = await answer<{ messages: number[]; letters: number[] }>(worker, 'judge')
  const parts = Object.keys(measured[0] ?? {}) as (keyof TriggerLoad)[]
  const bytes = await Promise.all(['triggers.bin', 'phrases.json'].map((name) => stat(join(folder, name))))
  return {
    load: Object.fromEntries(parts.map((part) => [part, rounded(median(measured.map((one) => one[part])))])),
    modelBytes: bytes.reduce((sum, { size }) => sum + size, 0),
    messages: spread(messages),
    letters: spread(letters),
    together: spread([...messages, ...letters]),
  }
}
