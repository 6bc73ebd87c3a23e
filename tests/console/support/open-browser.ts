import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser of this machine, `CHROMIUM` first; undefined where there is none: none is downloaded. */
export const browserHere = (): string | undefined => places.find((place) => place !== undefined && existsSync(place))

/** As root a browser refuses its own sandbox; only pages of this machine are opened. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserHere() ?? 'chromium', args: ['--no-sandbox', '--mute-audio'] })
