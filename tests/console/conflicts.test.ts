import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { browserHere } from './support/open-browser.ts'
import { type AtTheDesk, newThread, type OpenConsole, openConsole } from './support/open-console.ts'

const configPath = fileURLToPath(new URL('./support/short-lease.config.ts', import.meta.url))

describe.skipIf(browserHere() === undefined)('when things do not go smoothly', () => {
  let house: OpenConsole
  const desks: AtTheDesk[] = []
  beforeAll(async () => {
    house = await openConsole({ configPath })
  })
  afterAll(() => house?.close())
  afterEach(async () => {
    await Promise.all(desks.splice(0).map(({ context }) => context.close()))
  })

  const atDesk = async (agentId: string): Promise<AtTheDesk> => {
    const desk = await house.signIn(agentId)
    desks.push(desk)
    return desk
  }
  const asksForPerson = async (): Promise<string> => {
    const thread = newThread()
    await house.journey.asks(thread, 'Can I talk to a person, please?')
    return thread
  }
  const next = ({ page }: AtTheDesk) => page.getByRole('button', { name: 'Next', exact: true }).click()
  const finish = async ({ page }: AtTheDesk) => {
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await page.getByText('Finished.').waitFor()
  }
  const writes = async ({ page }: AtTheDesk, words: string) => {
    await page.getByRole('textbox', { name: 'Reply to the customer' }).fill(words)
    await page.keyboard.press('Control+Enter')
  }
  const heardOf = (thread: string) =>
    house.journey.cloud
      .replies()
      .filter(({ conversationId, author }) => conversationId === thread && author.startsWith('agent'))
      .map(({ text }) => text)

  test('two who reach for one conversation: one has it, the other waits for the next', async () => {
    await asksForPerson()
    const both = [await atDesk('care-1'), await atDesk('care-2')]

    await Promise.all(both.map(next))

    const won = await Promise.race(
      both.map(async (desk) => {
        await desk.page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()
        return desk
      }),
    )
    const [lost] = both.filter((desk) => desk !== won)
    await lost?.page.getByText('Nobody waits. The next one comes to you.').waitFor()
    expect(await lost?.page.getByRole('heading', { level: 1, name: 'Ada' }).count()).toBe(0)
    await lost?.page.getByRole('button', { name: 'Stop waiting' }).click()
    await finish(won)
  })

  test('a lease is kept for whoever is there, by itself', async () => {
    await asksForPerson()
    const desk = await atDesk('care-1')
    await next(desk)
    await desk.page.getByText(/^Held for you/).waitFor()

    // Longer than the ten seconds that a lease lasts here.
    for (let second = 0; second < 13; second += 1) {
      await desk.page.mouse.move(200 + second, 300)
      await desk.page.waitForTimeout(1_000)
    }

    expect(await desk.page.getByText(/^Held for you/).isVisible()).toBe(true)
    await finish(desk)
  })

  test('who was cut off for longer than the lease is told who took over and when, and their words are still there', async () => {
    const thread = await asksForPerson()
    const ada = await atDesk('care-1')
    await next(ada)
    await ada.page.getByRole('textbox', { name: 'Reply to the customer' }).fill('I was about to say')

    await ada.context.setOffline(true)
    await ada.page.getByText(/^No connection since \d\d:\d\d/).waitFor()
    const ben = await atDesk('care-2')
    await next(ben)
    await ben.page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor({ timeout: 25_000 })
    await writes(ben, 'This is Ben, I have it now.')
    await ben.page.getByText('Yours · Customer Care').waitFor()
    await ada.context.setOffline(false)

    await ada.page
      .getByRole('alert')
      .getByText(/^Ben took this over at \d\d:\d\d\.$/)
      .waitFor({ timeout: 35_000 })
    const field = ada.page.getByRole('textbox', { name: 'Reply to the customer' })
    expect(await field.inputValue()).toBe('I was about to say')
    expect(await field.isEditable()).toBe(false)
    await ada.page.getByText('What you wrote was not sent, and is kept below.').waitFor()
    expect(heardOf(thread)).toEqual(['This is Ben, I have it now.'])
    await finish(ben)
  }, 120_000)

  test('what is sent without a connection goes out once there is one, once', async () => {
    const thread = await asksForPerson()
    const desk = await atDesk('care-1')
    await next(desk)
    await writes(desk, 'First')
    await desk.page.getByText('Yours · Customer Care').waitFor()

    await desk.context.setOffline(true)
    await writes(desk, 'Second')
    await desk.page.getByText(/^Not sent: no connection/).waitFor()
    await desk.context.setOffline(false)

    await desk.page.locator('.message.agent', { hasText: 'Second' }).waitFor()
    await expect.poll(() => heardOf(thread), { timeout: 10_000 }).toEqual(['First', 'Second'])
    expect(await desk.page.locator('.message.agent', { hasText: 'Second' }).count()).toBe(1)
    await finish(desk)
  })

  test('an answer that was lost on its way is not said twice, also over a reload', async () => {
    const thread = await asksForPerson()
    const desk = await atDesk('care-1')
    await next(desk)
    // The server takes it; the page never hears so.
    await desk.page.route('**/messages', async (route) => {
      await route.fetch()
      await route.abort()
    })

    await writes(desk, 'Said once')
    await desk.page.getByText(/^Not sent: no connection/).waitFor()
    await desk.page.unroute('**/messages')
    await desk.page.reload()

    await desk.page.locator('.message.agent', { hasText: 'Said once' }).waitFor()
    await expect.poll(() => desk.page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe('')
    expect(await desk.page.locator('.message.agent', { hasText: 'Said once' }).count()).toBe(1)
    await expect.poll(() => heardOf(thread)).toEqual(['Said once'])
    await finish(desk)
  })

  test('a reload in the middle loses neither the place, nor the sign-in, nor a word', async () => {
    await asksForPerson()
    const desk = await atDesk('care-1')
    await next(desk)
    await desk.page.getByRole('textbox', { name: 'Reply to the customer' }).fill('Half a sent')
    const before = desk.page.url()

    await desk.page.reload()

    await desk.page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()
    expect(desk.page.url()).toBe(before)
    expect(await desk.page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe('Half a sent')
    expect(desk.troubles).toEqual([])
    await finish(desk)
  })

  test('a conversation that somebody else finished meanwhile is said to be, and nothing more is sent', async () => {
    const thread = await asksForPerson()
    const desk = await atDesk('care-1')
    await next(desk)
    await desk.page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()
    const handoffId = decodeURIComponent(desk.page.url().split('/').at(-1) ?? '')

    // The same person, in another window.
    await house.journey.agent('care-1', 'POST', `/handoffs/${handoffId}/resolve`, { outcome: 'duplicate' })
    await desk.page
      .getByRole('alert')
      .getByText(/^This was finished at \d\d:\d\d: Duplicate\.$/)
      .waitFor()

    expect(await desk.page.getByRole('button', { name: 'Send' }).count()).toBe(0)
    await desk.page.getByRole('button', { name: 'Close' }).click()
    await desk.page.getByRole('heading', { level: 1, name: 'Lines' }).waitFor()
    expect(heardOf(thread)).toEqual([])
  })
})
