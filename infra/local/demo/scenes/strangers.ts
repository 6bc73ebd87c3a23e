import { isTaken } from '../customer.ts'
import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

/** The same token with other teams in it: its signature no longer fits. */
const promoted = (token: string): string => {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  const forged = JSON.stringify({ ...claims, 'cognito:groups': ['admin'] })
  return `${header}.${Buffer.from(forged).toString('base64url')}.${signature}`
}

const otherSecret = `whsec_${Buffer.alloc(33, 7).toString('base64')}`
const tenMinutesMs = 600_000

export const strangers: Scene = {
  title: 'Strangers at both doors',
  what: 'A wrong token, a forged or stale message and a repeated one: refused, and nothing happens twice.',
  play: async (stage) => {
    const refused = async (who: string, forge: (token: string) => string | undefined) => {
      const { status } = await stage.stranger(forge).call('POST', '/teams/care/claim', { claimId: 'stranger' })
      expect(status === 401, `${who} is refused with 401 (answered ${status})`)
    }
    await refused('somebody without a token', () => undefined)
    await refused('somebody with a word for a token', () => 'let-me-in')
    await refused('somebody who wrote themselves into a team', promoted)
    const { status } = await stage.agent('care-1', 'Ada').call('GET', '/teams/billing/line')
    expect(status === 404, `another team's line is not there for Ada (answered ${status})`)
    stage.tell.fact('no token 401 · a word 401 · a token written to 401 · the line of another team 404')

    const vera = stage.customer({ id: 'u-vera', name: 'Vera' })
    const forged = await vera.delivers(vera.signs('I want a human', otherSecret))
    expect(forged === 401, `a message signed with another secret is refused with 401 (answered ${forged})`)
    if (stage.line.signsTime) {
      const stale = await vera.delivers(vera.signs('I want a human', undefined, new Date(Date.now() - tenMinutesMs)))
      expect(stale === 401, `a message signed ten minutes ago is refused with 401 (answered ${stale})`)
      stage.tell.fact('another secret 401 · signed ten minutes ago 401')
    } else stage.tell.fact('another secret 401 · this channel signs no time, so that nothing is stale')

    const delivery = vera.signs('How long does the guarantee on a lamp last?')
    for (const time of ['first', 'second']) {
      const answered = await vera.delivers(delivery)
      expect(isTaken(answered), `the ${time} delivery is acknowledged (answered ${answered})`)
    }
    await vera.hears('assistant')
    await vera.hearsNothing(500)
    await stage.agent('care-1', 'Ada').findsNobody('care')
  },
}
