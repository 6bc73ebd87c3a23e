import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConsoleSettings, settingsFile } from '../../console/console-settings.ts'
import { cacheControlOf, contentTypeOf, pageHeaders } from '../../console/page-headers.ts'
import { type HttpAnswer, ownAnswer } from '../http/api-response.ts'
import type { Closing } from '../stack/closing.ts'

const base = '/console/'
/** As the build names them: no file of anybody else can be meant. */
const fileName = /^(assets\/)?[\w-]+(\.[\w-]+)+$/

const pathOf = (url: string | undefined): string => (url ?? '/').split('?')[0] ?? '/'

export const isConsole = (url: string | undefined): boolean => `${pathOf(url)}/`.startsWith(base)

const built = async (closing: Closing): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-console-'))
  closing.add(() => rm(folder, { recursive: true, force: true }))
  const { buildConsole } = await import('../../console/build-console.ts')
  await buildConsole(folder)
  return folder
}

/** The console as CloudFront would serve it, with the same headers. It is built when it is first asked for. */
export const serveConsole = (settings: ConsoleSettings, closing: Closing) => {
  let folder: Promise<string> | undefined
  const build = (): Promise<string> => {
    folder ??= built(closing)
    return folder
  }

  const contentOf = async (file: string): Promise<Buffer | undefined> => {
    if (file === settingsFile) return Buffer.from(JSON.stringify(settings))
    return fileName.test(file) ? readFile(join(await build(), file)).catch(() => undefined) : undefined
  }

  return {
    build,
    answer: async (method: string | undefined, url: string | undefined): Promise<HttpAnswer> => {
      const path = pathOf(url)
      if (method !== 'GET' && method !== 'HEAD') return ownAnswer(405, 'Method Not Allowed')
      if (!path.startsWith(base)) return ownAnswer(308, 'Permanent Redirect', { location: base })
      const file = path.slice(base.length) || 'index.html'
      const body = await contentOf(file)
      if (!body) return ownAnswer(404, 'Not Found')
      const headers = {
        ...pageHeaders([]),
        'content-type': contentTypeOf(file),
        'cache-control': cacheControlOf(file),
      }
      return { status: 200, headers, body }
    },
  }
}
