import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { type Command, runChild, startChild } from '#tests/e2e/child.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-child-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const script = (name: string, code: string): Command => ({
  command: process.execPath,
  args: ['-e', code],
  env: { PATH: process.env.PATH ?? '', ONLY: 'this' },
  logFile: join(folder, `${name}.log`),
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a command that ends', () => {
  test('gives its exit code and everything it printed, which is also kept', async () => {
    const code = "console.log('out'); console.error('err', process.env.ONLY, process.env.HOME); process.exitCode = 3"

    const finished = await runChild(script('ends', code))

    expect(finished.code).toBe(3)
    expect(finished.output).toContain('out')
    expect(finished.output).toContain('err this undefined')
    expect(readFileSync(join(folder, 'ends.log'), 'utf8')).toContain('err this')
  })

  test('that is not there fails', async () => {
    await expect(runChild({ ...script('none', ''), command: 'no-such-command' })).rejects.toThrow('ENOENT')
  })
})

describe('a command that runs until it is stopped', () => {
  test('ends with all that it has started', async () => {
    const code = `
      const { spawn } = require('node:child_process')
      const inner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      console.log('inner ' + inner.pid)
      setInterval(() => {}, 1000)`
    const command = script('runs', code)
    const child = startChild(command)
    let inner: string | undefined
    while (!inner) {
      await setTimeout(20)
      inner = /inner (\d+)/.exec(readFileSync(command.logFile, 'utf8').toString())?.[1]
    }

    await child.stop()

    expect(isAlive(Number(child.pid))).toBe(false)
    while (isAlive(Number(inner))) await setTimeout(20)
    expect(isAlive(Number(inner))).toBe(false)
  })

  test('that has ended by itself says so, and is stopped in peace', async () => {
    const child = startChild(script('short', 'process.exit(7)'))
    while (child.exitCode() === null) await setTimeout(20)

    await child.stop()

    expect(child.exitCode()).toBe(7)
  })
})
