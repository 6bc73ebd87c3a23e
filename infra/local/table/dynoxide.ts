import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { StartError } from '../stack/errors.ts'
import { dynoxideBinary } from './dynoxide-binary.ts'
import { freePort } from './free-port.ts'

export interface TableServer {
  readonly url: string
  close(): Promise<void>
}

const startAttempts = 3
const readyWithinMs = 10_000

// The pipe closes when this program ends in any way, even by SIGKILL; then the emulator must not outlive it.
const watchdogCode =
  'process.stdin.resume();process.stdin.on("end",()=>{try{process.kill(+process.argv[1],"SIGKILL")}catch{}})'

const startWatchdog = (pid: number): ChildProcess => {
  const options = { stdio: ['pipe', 'ignore', 'ignore'] as ['pipe', 'ignore', 'ignore'], detached: true }
  return process.platform === 'win32'
    ? spawn(process.execPath, ['-e', watchdogCode, String(pid)], options)
    : spawn('/bin/sh', ['-c', `cat >/dev/null; kill -9 ${pid} 2>/dev/null`], options)
}

const stop = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url, { method: 'GET', signal: AbortSignal.timeout(500) })
    return true
  } catch {
    return false
  }
}

/** Waits until the emulator answers; false if it ended instead, as it does when its port was taken meanwhile. */
const becomesReady = async (child: ChildProcess, url: string): Promise<boolean> => {
  const deadline = Date.now() + readyWithinMs
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (await answers(url)) return true
    await delay(10)
  }
  return false
}

const tryStart = async (binary: string, file: string | undefined): Promise<TableServer | undefined> => {
  const port = await freePort()
  const place = file === undefined ? [] : ['--db-path', file]
  const child = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), ...place], {
    stdio: 'ignore',
    // An own group: Ctrl-C reaches us first, and the table stays up until the functions have ended.
    detached: true,
  })
  const failed = once(child, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  await Promise.race([once(child, 'spawn'), failed])
  const watchdog = child.pid === undefined ? undefined : startWatchdog(child.pid)
  const close = async () => {
    if (watchdog) await stop(watchdog, 'SIGKILL')
    await stop(child, 'SIGTERM')
  }
  const url = `http://127.0.0.1:${port}`
  if (await becomesReady(child, url)) return { url, close }
  await close()
  return undefined
}

/** Starts the DynamoDB emulator; `file` keeps its tables, without it they live in memory. */
export const startDynoxide = async (file?: string): Promise<TableServer> => {
  const binary = dynoxideBinary()
  for (let attempt = 0; attempt < startAttempts; attempt += 1) {
    const server = await tryStart(binary, file)
    if (server) return server
  }
  throw new StartError(`the DynamoDB emulator ${binary} does not start${file ? ` with ${file}` : ''}`)
}

/** A DynamoDB of the developer's own, where this machine has no emulator. */
export const ownDynamo = (url: string): TableServer => ({ url: url.replace(/\/$/, ''), close: async () => undefined })
