import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pythonTools } from './python-tools.ts'

let room: string
let said: string[]
const say = (line: string) => said.push(line)

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'python-'))
  said = []
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

/** A python of our own making: it notes what it was asked and does what the test says. */
const python = (body: string): string => {
  const file = join(room, 'python3')
  writeFileSync(file, `#!/bin/sh\necho "$@" >> ${room}/asked\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}
const asked = () => readFileSync(join(room, 'asked'), 'utf8').trim().split('\n')

/** Makes the folder a virtual environment whose python is the same script, and whose pip leaves its trace. */
const working = `
case "$2" in
  venv) mkdir -p $3/bin $3/lib/python3.11/site-packages; cp "$0" $3/bin/python ;;
  pip) [ "$3" = install ] && mkdir -p $(dirname "$0")/../lib/python3.11/site-packages/some_thing-1.2.dist-info ;;
esac
exit 0`

describe('python tools', () => {
  it('are installed into an environment of their own, and found there', async () => {
    const folder = join(room, 'env')

    const tools = await pythonTools(['some-thing==1.2'], { python: python(working), folder, say })

    expect(tools).toMatchObject({
      python: join(folder, 'bin/python'),
      sitePackages: join(folder, 'lib/python3.11/site-packages'),
    })
    expect(tools?.bin('cfn-lint')).toBe(join(folder, 'bin/cfn-lint'))
    expect(asked()).toContain('-m pip install --quiet --disable-pip-version-check some-thing==1.2')
  })

  it('are not installed again', async () => {
    const options = { python: python(working), folder: join(room, 'env'), say }
    await pythonTools(['some-thing==1.2'], options)
    const before = asked().length

    await pythonTools(['Some.Thing==1.2'], options)

    expect(asked()).toHaveLength(before)
  })

  it('are installed in the version asked for, though another one is there', async () => {
    const options = { python: python(working), folder: join(room, 'env'), say }
    await pythonTools(['some-thing==1.2'], options)

    await pythonTools(['some-thing==1.3'], options)

    expect(asked().at(-1)).toMatch(/install .* some-thing==1\.3$/)
  })

  it('replace an environment that was left half made', async () => {
    const folder = join(room, 'env')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    writeFileSync(join(folder, 'bin/leftover'), '')

    const tools = await pythonTools(['some-thing==1.2'], { python: python(working), folder, say })

    expect(tools).toBeDefined()
    expect(() => readFileSync(join(folder, 'bin/leftover'))).toThrow()
  })

  it.each([
    ['there is no Python', undefined, /Python is not there/],
    [
      'there is no venv',
      '[ "$2" = venv ] && { echo "No module named venv" >&2; exit 1; }; exit 0',
      /No module named venv/,
    ],
    [
      'the registry is out of reach',
      `${working.replace('exit 0', '')}[ "$3" = install ] && { echo "ERROR: no route" >&2; exit 1; }; exit 0`,
      /pip cannot install some-thing==1.2: ERROR: no route/,
    ],
  ])('say so plainly where %s', async (_where, body, line) => {
    const given = body === undefined ? join(room, 'nowhere') : python(body)

    const tools = await pythonTools(['some-thing==1.2'], { python: given, folder: join(room, 'env'), say })

    expect(tools).toBeUndefined()
    expect(said.at(-1)).toMatch(line)
  })

  it('refuse what is not pinned', async () => {
    await expect(pythonTools(['some-thing'], { say })).rejects.toThrow(/must be pinned/)
  })
})
