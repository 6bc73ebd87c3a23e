import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type Journey, startJourney } from '#tests/support/journey.ts'
import { openBrowser } from './open-browser.ts'

type JourneyOptions = Parameters<typeof startJourney>[0]

/** Somebody at the console, in a browser of their own. */
export interface AtTheDesk {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong on the page: errors, refused scripts, requests that came to nothing. */
  readonly troubles: readonly string[]
}

const patienceMs = 30_000

const watched = (page: Page): string[] => {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  return troubles
}

/** The local cloud with people in front of it: one cloud, one browser, a window for each of them. */
export const openConsole = async (options: JourneyOptions = {}) => {
  const journey: Journey = await startJourney(options)
  const browser: Browser = await openBrowser()
  await journey.cloud.buildConsole()

  const visit = async (path: string, as: BrowserContextOptions = {}): Promise<AtTheDesk> => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...as })
    context.setDefaultTimeout(patienceMs)
    const page = await context.newPage()
    const troubles = watched(page)
    await page.goto(`${journey.cloud.url}${path}`)
    return { page, context, troubles }
  }

  return {
    journey,
    visit,
    /** Signs in at the issuer's own page, as everybody does. */
    signIn: async (agentId: string, as: BrowserContextOptions = {}): Promise<AtTheDesk> => {
      const desk = await visit('/console', as)
      await desk.page.locator('button.main').click()
      await desk.page.locator(`a[href*="agent=${agentId}"]`).click()
      await desk.page.locator('.shell').waitFor()
      return desk
    },
    close: async (): Promise<void> => {
      await browser.close()
      await journey.cloud.close()
    },
  }
}

export type OpenConsole = Awaited<ReturnType<typeof openConsole>>

/** A name that no other test uses: its threads and customers are nobody else's. */
let count = 0
export const newThread = (): string => {
  count += 1
  return `thread-${process.pid}-${count}`
}
