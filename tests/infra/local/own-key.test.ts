import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { startLocalCloud } from '#infra/local/desk/local-cloud.ts'

/** The sample company, with a key of its own. */
const lockedConfig = (): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'baton-locked-')), 'locked.config.ts')
  writeFileSync(
    path,
    `import sample from '${join(projectFolder, 'baton.config.ts')}'
    export default { ...sample, knowledge: { folder: '${join(projectFolder, 'knowledge')}' },
      encryption: { customerManagedKey: true } }`,
  )
  return path
}

test('a stack under a key of its own runs here like any other: an answer, a handoff, and no call refused', async () => {
  const cloud = await startLocalCloud({ configPath: lockedConfig() })
  const say = (conversation: string, message: string) => {
    const words = ['--port', new URL(cloud.url).port, '--conversation', conversation, message]
    const child = spawn(process.execPath, ['infra/local/say.ts', ...words], { cwd: projectFolder })
    return text(child.stdout)
  }
  try {
    const [answer, notice] = [
      await say('one', 'How do I return a lamp?'),
      await say('two', 'I want to talk to a human'),
    ]

    expect(answer).toMatch(/^assistant: /)
    expect(notice).toMatch(/^system: /)
    expect(cloud.calls().filter(({ denied }) => denied > 0)).toEqual([])
  } finally {
    await cloud.close()
  }
})
