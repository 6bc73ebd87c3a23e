import { expect, test } from 'vitest'
import { isTrouble } from '#console/api/trouble.ts'
import type { Issuer, Tokens } from '#console/sign-in/issuer.ts'
import { openSession } from '#console/sign-in/session.ts'
import { shelf } from './sample.ts'

const hour = 3_600_000
const tokens = (fields: Partial<Tokens> = {}): Tokens => ({
  token: 'secret-1',
  expiresAt: Date.now() + hour,
  ...fields,
})

const sessionOn = (given: Partial<Issuer> = {}, on = shelf()) => {
  const gone: string[] = []
  const issuer: Issuer = {
    addressFor: async ({ state }) => `https://id.example/authorize?state=${state}`,
    tokensFor: async () => tokens(),
    refresh: async () => tokens({ token: 'secret-2' }),
    farewell: async () => 'https://id.example/logout',
    ...given,
  }
  return { on, gone, session: openSession(issuer, { shelf: on, goTo: (address) => gone.push(address) }) }
}
const back = (query = '?code=c&state=s') => new URL(`https://desk.example/${query}`)

test('whoever comes back from the issuer is signed in, and goes on where they were', async () => {
  const { session, on, gone } = sessionOn()
  await session.leaveForIssuer('#/conversation/7')
  expect(gone).toHaveLength(1)

  const place = await session.begin(back())

  expect([place, session.signIn.value.state, await session.token()]).toEqual(['#/conversation/7', 'in', 'secret-1'])
  expect(on.kept.size).toBe(0)
})

test('an answer that was not asked for from here signs nobody in', async () => {
  const { session } = sessionOn()

  await session.begin(back())

  expect(session.signIn.value).toEqual({ state: 'out', why: 'stale' })
  await expect(session.token()).rejects.toSatisfy((error) => isTrouble(error, 'signed-out'))
})

test('the same answer is good once', async () => {
  const { session, on } = sessionOn()
  await session.leaveForIssuer('')
  await session.begin(back())

  const again = sessionOn({}, on)
  await again.session.begin(back())

  expect(again.session.signIn.value).toEqual({ state: 'out', why: 'stale' })
})

test('an issuer that refuses says why', async () => {
  const refuses = async (): Promise<Tokens> => {
    throw new Error('access_denied')
  }
  const { session } = sessionOn({ tokensFor: refuses })
  await session.leaveForIssuer('')

  await session.begin(back())

  expect(session.signIn.value).toEqual({ state: 'out', why: 'failed', reason: 'access_denied' })
})

test('tokens lie in the tab for the moment of a reload, and no longer', async () => {
  const { session, on } = sessionOn()
  await session.leaveForIssuer('')
  await session.begin(back())
  expect([...on.kept.values()].join()).not.toContain('secret')

  session.stow()
  expect([...on.kept.values()].join()).toContain('secret-1')
  const after = sessionOn({}, on)
  await after.session.begin(new URL('https://desk.example/#/lines'))

  expect(await after.session.token()).toBe('secret-1')
  expect(on.kept.size).toBe(0)
})

test('a page that was only put aside leaves nothing behind', async () => {
  const { session, on } = sessionOn()
  await session.leaveForIssuer('')
  await session.begin(back())
  session.stow()

  session.unstow()

  expect(on.kept.size).toBe(0)
})

test('a token that is about to end is renewed before it is used, once for all who ask', async () => {
  let asked = 0
  const { session } = sessionOn({
    tokensFor: async () => tokens({ expiresAt: Date.now() + 1_000, refreshToken: 'r' }),
    refresh: async () => {
      asked += 1
      return tokens({ token: 'secret-2' })
    },
  })
  await session.leaveForIssuer('')
  await session.begin(back())

  const given = await Promise.all([session.token(), session.token(), session.token()])

  expect([given, asked]).toEqual([['secret-2', 'secret-2', 'secret-2'], 1])
})

test('without anything to renew it by, a token that was turned away is the end', async () => {
  const { session } = sessionOn()
  await session.leaveForIssuer('')
  await session.begin(back())

  expect(await session.renew()).toBe(false)
  expect(session.signIn.value).toEqual({ state: 'out', why: 'ended' })
})

test('an issuer out of reach ends nothing', async () => {
  const { session } = sessionOn({
    tokensFor: async () => tokens({ refreshToken: 'r' }),
    refresh: async () => {
      throw new TypeError('fetch failed')
    },
  })
  await session.leaveForIssuer('')
  await session.begin(back())

  await expect(session.renew()).rejects.toSatisfy((error) => isTrouble(error, 'offline'))
  expect(session.signIn.value.state).toBe('in')
})

test('whoever signs out is signed out at the issuer as well, and here at once', async () => {
  const { session, gone } = sessionOn()
  await session.leaveForIssuer('')
  await session.begin(back())

  await session.signOut()

  expect(gone.at(-1)).toBe('https://id.example/logout')
  await expect(session.token()).rejects.toSatisfy((error) => isTrouble(error, 'signed-out'))
})
