import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { browserHere } from './support/open-browser.ts'
import { type AtTheDesk, newThread, type OpenConsole, openConsole } from './support/open-console.ts'

describe.skipIf(browserHere() === undefined)('a conversation, from the line to its end', () => {
  let house: OpenConsole
  const desks: AtTheDesk[] = []
  beforeAll(async () => {
    house = await openConsole()
  })
  afterAll(() => house?.close())
  afterEach(async () => {
    const troubles = desks.flatMap((desk) => desk.troubles)
    await Promise.all(desks.splice(0).map(({ context }) => context.close()))
    expect(troubles).toEqual([])
  })

  const atDesk = async (agentId: string): Promise<AtTheDesk['page']> => {
    const desk = await house.signIn(agentId)
    desks.push(desk)
    return desk.page
  }
  const asksForPerson = async (): Promise<string> => {
    const thread = newThread()
    await house.journey.asks(thread, 'How do I return a lamp?')
    await house.journey.asks(thread, 'Can I talk to a person, please?')
    return thread
  }
  const press = (page: AtTheDesk['page'], name: string) => page.getByRole('button', { name, exact: true }).click()

  test('the line says why and for how long; Next brings the whole of it, brief first; the answer arrives; it is finished', async () => {
    const thread = await asksForPerson()
    const page = await atDesk('care-1')
    await page.locator('.waiting', { hasText: 'Asked for a person' }).waitFor()

    await press(page, 'Next')
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()

    const brief = page.getByRole('region', { name: 'Brief' })
    await brief.getByText('How do I return a lamp?').waitFor()
    await brief.getByText('All 4 messages are here.').waitFor()
    await brief.getByText('Asked for a person').waitFor()
    await brief.getByRole('link', { name: 'Returning an item' }).waitFor()
    const log = page.getByRole('log')
    await log.getByText('Can I talk to a person, please?').waitFor()
    expect(await log.locator('.message .who').allTextContents()).toEqual([
      'Customer',
      'Assistant',
      'Customer',
      'Automatic',
    ])

    await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('Hello Ada, I am looking at it.')
    await press(page, 'Send')
    await log.locator('.message.agent', { hasText: 'I am looking at it' }).waitFor()
    const heard = await house.journey.hears(thread, 2)
    expect(heard).toMatchObject({ text: 'Hello Ada, I am looking at it.', author: expect.stringMatching(/^agent /) })
    await log.locator('.message.agent').getByText('Sent').waitFor()
    await page.getByText('Yours · Customer Care').waitFor()

    await press(page, 'Finish')
    await page.getByRole('radio', { name: 'Solved', exact: true }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await page.getByText('Finished.').waitFor()
    const { body } = await house.journey.reads(thread)
    expect(body).toMatchObject({ status: 'closed', outcome: 'solved' })
  })

  test('a note stays among agents, and a conversation that is passed on takes it along', async () => {
    const thread = await asksForPerson()
    const page = await atDesk('care-1')
    await press(page, 'Next')
    await page.getByRole('radio', { name: 'Note' }).check()
    await page.getByRole('textbox', { name: 'Note for agents' }).fill('Wants the refund in cash')
    await press(page, 'Keep note')
    await page.locator('.message.internal', { hasText: 'refund in cash' }).waitFor()

    await press(page, 'Pass on')
    const window = page.getByRole('dialog')
    await window.getByRole('combobox', { name: 'Team' }).selectOption({ value: 'billing' })
    await window.getByRole('textbox', { name: 'Why, for the next agent' }).fill('It is about an invoice')
    await window.getByRole('button', { name: 'Pass on' }).click()
    await page.getByText('Passed on to Billing.').waitFor()

    const other = await atDesk('billing-1')
    await press(other, 'Next')
    await other.locator('.message.internal', { hasText: 'It is about an invoice' }).waitFor()
    await other.locator('.message.internal', { hasText: 'refund in cash' }).waitFor()
    const told = house.journey.cloud.replies().filter(({ conversationId }) => conversationId === thread)
    expect(told.map(({ text }) => text).join(' ')).not.toMatch(/refund in cash|about an invoice/)
    expect(told.at(-1)?.text).toMatch(/Billing/)
  })

  test('what is handed back is the assistant’s again', async () => {
    const thread = await asksForPerson()
    const page = await atDesk('care-1')
    await press(page, 'Next')
    await press(page, 'Hand back')

    await page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click()
    await page.getByText('With the assistant again.').waitFor()

    const answer = await house.journey.asks(thread, 'What is the warranty on an oak table?')
    expect(answer.author).toBeDefined()
    expect((await house.journey.reads(thread)).body).toMatchObject({ status: 'assistant' })
  })

  test('what is not for me keeps its place', async () => {
    await asksForPerson()
    const page = await atDesk('care-1')
    await press(page, 'Next')
    await press(page, 'Not for me')
    await page.getByRole('dialog').getByRole('button', { name: 'Not for me' }).click()
    await page.getByText('Back in line, at the place it had.').waitFor()

    await press(page, 'Next')
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()
    await press(page, 'Finish')
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await page.getByText('Finished.').waitFor()
  })

  test('who waits for somebody gets them, and hears what they write next', async () => {
    const page = await atDesk('care-1')
    await press(page, 'Next')
    await page.getByText('Nobody waits. The next one comes to you.').waitFor()

    const thread = await asksForPerson()
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()
    await house.journey.says(thread, 'Are you there?')

    await page.getByRole('log').getByText('Are you there?').waitFor()
    await press(page, 'Finish')
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await page.getByText('Finished.').waitFor()
  })
})
