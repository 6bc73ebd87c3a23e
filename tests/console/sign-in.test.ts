import { once } from 'node:events'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserHere } from './support/open-browser.ts'
import { type OpenConsole, openConsole } from './support/open-console.ts'

describe.skipIf(browserHere() === undefined)('signing in', () => {
  let house: OpenConsole
  beforeAll(async () => {
    house = await openConsole()
  })
  afterAll(() => house?.close())
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${house.journey.cloud.url}${path}`, { redirect: 'manual', ...init })

  test('nobody sees anything before, and whoever has signed in lands where they wanted to go', async () => {
    const { page, troubles, context } = await house.visit('/console/#/lines')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await page.locator('.shell').count()).toBe(0)

    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Sign in as' }).waitFor()
    await page.locator('a[href*="agent=supervisor"]').click()

    await page.getByRole('heading', { level: 1, name: 'Lines' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await expect.poll(() => page.locator('.team-line').count()).toBe(4)
    expect(troubles).toEqual([])
    await context.close()
  })

  test('no token lies in the browser’s storage, and a reload stays signed in', async () => {
    const { page, context } = await house.signIn('care-1')
    const stored = () => page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')

    expect(await stored()).not.toMatch(/eyJ/)
    await page.reload()
    await page.locator('.shell').waitFor()
    expect(await stored()).not.toMatch(/eyJ/)

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await context.close()
  })

  test('an answer that nobody here asked for signs nobody in', async () => {
    const { page, context } = await house.visit('/console/?code=stolen&state=made-up')

    await page
      .getByRole('alert')
      .getByText(/begun in another tab/)
      .waitFor()
    expect(await page.locator('.shell').count()).toBe(0)
    await context.close()
  })

  test('a token that has ended is renewed without a word; one that cannot be sends the agent to sign in, words kept', async () => {
    const { page, context } = await house.signIn('care-1')
    let turned = 0
    await page.route('**/teams', (route) => {
      turned += 1
      return turned === 1 ? route.fulfill({ status: 401, body: '{}' }) : route.continue()
    })
    await expect.poll(() => turned, { timeout: 10_000 }).toBeGreaterThan(1)
    expect(await page.locator('.shell').count()).toBe(1)

    await page.route('**/_local/issuer/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    )
    await page.unroute('**/teams')
    await page.route('**/teams', (route) => route.fulfill({ status: 401, body: '{}' }))

    await page.getByRole('alert').getByText('Your sign-in has ended. What you wrote is kept.').waitFor()
    await context.close()
  })

  test('the page is held to a policy without inline scripts, and its files are kept for good by their names', async () => {
    const page = await get('/console/')
    const html = await page.text()
    const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(html) ?? []
    const asset = await get(`/console/${script}`)

    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/)
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('all of its scripts together are at most 100 KiB, compressed', async () => {
    const html = await (await get('/console/')).text()
    const scripts = [...html.matchAll(/(assets\/[^"]+\.js)/g)].map(([, name]) => name)
    const sizes = await Promise.all(
      scripts.map(async (name) => gzipSync(Buffer.from(await (await get(`/console/${name}`)).arrayBuffer())).length),
    )

    expect(scripts.length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100 * 1024)
  })

  test.each(['/console/../package.json', '/console/%2e%2e/config', '/console/assets/none.js', '/console/.env'])(
    'nothing but the build is served: %s is not there',
    async (path) => {
      // As it is written: fetch would put the path right before it is sent.
      const { hostname, port } = new URL(house.journey.cloud.url)
      const [answer] = await once(request({ hostname, port, path }).end(), 'response')

      expect(answer.statusCode).toBe(404)
    },
  )

  test('the way to it without its last stroke leads to it', async () => {
    const answer = await get('/console')

    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/console/'])
  })
})
