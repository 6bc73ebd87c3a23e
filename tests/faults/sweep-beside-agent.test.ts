import { expect, test } from 'vitest'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { ann } from '#tests/support/desk.ts'
import { hours, openSweepDesk, type SweepDesk } from '#tests/support/sweep-desk.ts'
import { testConfig } from '#tests/support/test-config.ts'

const config = testConfig({ idle: { closeAfterHours: 24, unansweredAfterMinutes: 60 } })

const sweepsWhile = async (act: (desk: SweepDesk, handoffId: string) => Promise<unknown>) => {
  const desk = openSweepDesk(config)
  await desk.waits(5)
  const handoffId = await desk.accepted()
  desk.ports.clock.advance(hours(2))
  desk.meanwhile(() => act(desk, handoffId))
  const swept = await desk.sweeps()
  return { swept, state: (await desk.read(handoffId)).state }
}

test.each([
  ['answers', (desk: SweepDesk, id: string) => desk.say(ann, id, 'I have your file.')],
  ['shows a sign of life', (desk: SweepDesk, id: string) => heartbeat(desk.ports, config, desk.request(ann, id))],
])('I3 an agent who %s just as the sweep takes the conversation back keeps it', async (_, act) => {
  const { swept, state } = await sweepsWhile(act)

  expect(swept).toMatchObject({ idle: 0, failed: 0 })
  expect(state).toMatchObject({ status: 'claimed', agentId: 'ann' })
})
