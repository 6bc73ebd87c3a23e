import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserHere } from './support/open-browser.ts'
import { newThread, type OpenConsole, openConsole } from './support/open-console.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}

/** What axe finds, told so that it can be mended. The page's own policy would refuse it: it is put in from outside. */
const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const run = `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`
  const violations = await page.evaluate<readonly Violation[]>(run)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

const looks = [
  ['light', { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', locale: 'de-DE', viewport: { width: 1280, height: 800 } }],
  ['a phone', { colorScheme: 'light', locale: 'de-DE', viewport: { width: 360, height: 740 } }],
  ['a wall screen', { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 3840, height: 2160 } }],
] as const

describe.skipIf(browserHere() === undefined)('nobody is shut out', () => {
  let house: OpenConsole
  beforeAll(async () => {
    house = await openConsole()
    await house.journey.asks(newThread(), 'I was charged twice and I want my money back')
    await house.journey.asks(newThread(), 'How do I return a lamp?')
  })
  afterAll(() => house?.close())

  const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

  test.each(looks)('sign-in, lines and help: axe finds nothing in %s, and nothing sticks out', async (_, as) => {
    const first = await house.visit('/console/', as)
    expect(await violationsOn(first.page)).toEqual([])
    await first.context.close()

    const { page, context } = await house.signIn('supervisor', as)
    await page.locator('.waiting').first().waitFor()
    expect(await violationsOn(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)

    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await violationsOn(page)).toEqual([])
    await context.close()
  })

  test.each(looks)('a conversation and its windows: axe finds nothing in %s, and nothing sticks out', async (_, as) => {
    const thread = newThread()
    await house.journey.asks(thread, 'How do I return a lamp?')
    await house.journey.asks(thread, 'أريد التحدث إلى شخص من فضلك. I want to talk to a person')
    const { page, context } = await house.signIn('care-1', as)
    await page.keyboard.press('n')
    await page.getByRole('log').waitFor()
    await page.locator('.message.system').waitFor()

    expect(await violationsOn(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)

    for (const key of ['t', 'b', 'x', 'e']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('e')
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await context.close()
  })

  test('all of it is done without a pointer', async () => {
    const thread = newThread()
    await house.journey.asks(thread, 'Can I talk to a person, please?')
    const { page, context } = await house.signIn('care-1', {})
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()

    await page.keyboard.press('a')
    await page.getByText('Yours · Customer Care').waitFor()
    await page.keyboard.press('i')
    await page.keyboard.type('Seems friendly: nt')
    await page.keyboard.press('Control+Enter')
    await page.locator('.message.internal', { hasText: 'Seems friendly: nt' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await page.keyboard.type('Hello Ada, n and t are letters here.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.message.agent', { hasText: 'n and t are letters here' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await page.keyboard.press('Tab')
    await page.getByRole('dialog').getByRole('radio', { name: 'Solved', exact: true }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Finished.').waitFor()

    expect((await house.journey.reads(thread)).body).toMatchObject({ status: 'closed', outcome: 'unsolved' })
    await context.close()
  })

  test('what is typed right after the key that leads there is words, each in its own draft', async () => {
    await house.journey.asks(newThread(), 'Can I talk to a person, please?')
    const { page, context } = await house.signIn('care-1', {})
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor()

    // In one go, faster than a page is drawn: b, e, t and x would each open a window.
    await page.evaluate(`(() => {
      const press = (key) => (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      press('r'); press('b'); press('e'); press('t'); press('x')
    })()`)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.type('a reply')
    await page.keyboard.press('Escape')
    await page.keyboard.press('i')
    await page.keyboard.type('a note')

    expect(await page.getByRole('textbox', { name: 'Note for agents' }).inputValue()).toBe('a note')
    await page.getByRole('radio', { name: 'Reply' }).check()
    expect(await page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe('a reply')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await page.getByText('Finished.').waitFor()
    await context.close()
  })

  test('keys of one letter can be turned off, as people who dictate need it', async () => {
    const { page, context } = await house.signIn('care-1', {})
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: 'Keys of one letter' }).uncheck()
    await page.keyboard.press('Escape')

    await page.keyboard.press('n')
    await page.waitForTimeout(300)
    expect(await page.getByRole('button', { name: 'Next', exact: true }).isVisible()).toBe(true)
    await page.reload()
    await page.locator('.shell').waitFor()
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await context.close()
  })
})
