import { expect } from '#infra/local/demo/expect.ts'
import { providerLine } from '#infra/local/demo/provider-line.ts'
import { aPicture } from '#infra/local/demo/scenes/a-picture.ts'
import { createStage } from '#infra/local/demo/stage.ts'
import type { Play } from '../day.ts'

export const files: Play = {
  title: 'a picture comes along on Slack, is kept, opened by a link, and erased with whoever sent it',
  play: async (day) => {
    const provider = day.cloud.providers.get('slack')
    expect(provider, 'Slack is played here')
    const { tell, setMood, cloud } = day
    const line = providerLine(provider, day.agent('supervisor', 'Supervisor'))
    await aPicture.play(createStage({ ready: cloud.ready, line, tell, setMood }))
    const sender = provider.placeOf({ id: 'u-nia', name: 'Nia', thread: 'any' }).senderId
    const { status } = await day.agent('admin', 'Admin').call('DELETE', `/customers/${sender}`)
    expect(status === 200, `whoever sent the picture is erased (answered ${status})`)
  },
}
