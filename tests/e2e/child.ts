import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, type WriteStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { projectFolder } from '#infra/bundle/door-entries.ts'

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Where everything it prints goes. */
  readonly logFile: string
}

export interface Finished {
  readonly code: number
  readonly output: string
}

const graceMs = 5_000
const alive = new Set<ChildProcess>()

/** A group of its own: npm, what npm starts and what that starts end together. */
const start = ({ command, args, env, logFile }: Command): { child: ChildProcess; log: WriteStream } => {
  const child = spawn(command, args, { cwd: projectFolder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const log = createWriteStream(logFile, { flags: 'a' })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  return { child, log }
}

const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // The group has ended already.
  }
}

/** The last way out, when nothing can be waited for any more. */
export const killChildren = (): void => {
  for (const child of alive) signal(child, 'SIGKILL')
}

export interface Running {
  readonly pid: number | undefined
  exitCode(): number | null
  stop(): Promise<void>
}

/** Starts what runs until it is stopped. */
export const startChild = (command: Command): Running => {
  const { child, log } = start(command)
  child.once('error', () => alive.delete(child))
  child.once('close', () => log.end())
  return {
    pid: child.pid,
    exitCode: () => child.exitCode,
    stop: async () => {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      signal(child, 'SIGTERM')
      await Promise.race([ended, wait(graceMs, undefined, { ref: false })])
      signal(child, 'SIGKILL')
    },
  }
}

/** Runs a command to its end, however it ends. */
export const runChild = (command: Command): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const { child, log } = start(command)
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => {
      alive.delete(child)
      reject(error)
    })
    child.once('close', (code) => {
      const finished = { code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }
      log.end(() => resolve(finished))
    })
  })
