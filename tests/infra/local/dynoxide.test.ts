import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { startDynoxide } from '#infra/local/table/dynoxide.ts'
import { dynoxideBinary } from '#infra/local/table/dynoxide-binary.ts'

const module = fileURLToPath(new URL('../../../infra/local/table/dynoxide.ts', import.meta.url))

const answers = async (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

describe('the DynamoDB emulator', () => {
  it('answers when it has started and is gone when it was closed', async () => {
    const server = await startDynoxide()

    const before = await answers(server.url)
    await server.close()

    expect([before, await answers(server.url)]).toEqual([true, false])
  })

  it('dies with a parent that is killed without a word', async () => {
    const code = `const { startDynoxide } = await import(${JSON.stringify(module)}); console.log((await startDynoxide()).url); setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(parent.stdout, 'data')
    const url = String(line).trim()

    const before = await answers(url)
    parent.kill('SIGKILL')

    expect(before).toBe(true)
    await vi.waitFor(async () => expect(await answers(url)).toBe(false), 5_000)
  })

  it('is missed with a message that says what to do', () => {
    expect(() => dynoxideBinary('sunos', 'sparc')).toThrow(
      /no DynamoDB emulator for sunos-sparc: npm package @dynoxide\/sunos-sparc is not installed; .* DYNAMODB_ENDPOINT/,
    )
  })
})
