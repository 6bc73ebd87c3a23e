import { readArguments, type StartArguments, usage } from './desk/arguments.ts'
import { tellLine, tellReply } from './desk/event-lines.ts'
import { type LocalCloudOptions, startLocalCloud } from './desk/local-cloud.ts'
import { startText } from './desk/start-text.ts'
import { StartError } from './stack/errors.ts'

const parentCheckMs = 250

const endsWith = (ended: AbortController) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // A second Ctrl-C does not wait; the emulator's watchdog still takes the emulator along.
    process.on(signal, () => (ended.signal.aborted ? process.exit(1) : ended.abort()))
  }
  // Whoever started us may be gone without a word: nobody would ever end us then.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && ended.abort(), parentCheckMs).unref()
}

const optionsOf = (given: StartArguments, print: (line: string) => void): LocalCloudOptions => ({
  ...given,
  writeLine: (name, line) => {
    const told = tellLine(name, line)
    if (told !== undefined) print(told)
  },
  onReply: (reply) => print(tellReply(reply)),
})

const problemsOf = (error: unknown): readonly string[] => {
  if (error instanceof StartError) return [error.message]
  if (error instanceof Error && 'problems' in error && Array.isArray(error.problems)) return error.problems.map(String)
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
}

const run = async (given: StartArguments, ended: AbortController) => {
  // With --ready-json standard output belongs to the one line; whoever else writes, writes to standard error.
  if (given.readyJson) console.log = console.error
  const cloud = await startLocalCloud({ ...optionsOf(given, console.log), signal: ended.signal })
  if (given.readyJson) process.stdout.write(`${JSON.stringify(cloud.ready)}\n`)
  else console.log(startText(cloud.ready, { ...given, seconds: process.uptime() }))
  // Nobody has to wait for it who opens it a moment later.
  void cloud.buildConsole().catch((error: unknown) => console.error(String(error)))
  if (!ended.signal.aborted) await new Promise((resolve) => ended.signal.addEventListener('abort', resolve))
  await cloud.close()
}

const main = async (): Promise<number> => {
  const ended = new AbortController()
  try {
    const given = readArguments(process.argv.slice(2))
    if (given.help) console.log(usage)
    else {
      endsWith(ended)
      await run(given, ended)
    }
    return 0
  } catch (error) {
    if (ended.signal.aborted) return 0
    for (const problem of problemsOf(error)) console.error(problem)
    return 1
  }
}

process.exit(await main())
