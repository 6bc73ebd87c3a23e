import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { html, importFolder, kinds, words, writes } from './import-folder.ts'

let place: ReturnType<typeof importFolder>
beforeEach(() => {
  place = importFolder()
})
afterEach(() => place.remove())

test('without a source the knowledge folder is looked at, and nothing written', () => {
  place.write('to/en/d.md', 'no front matter')

  expect(kinds(place.run({ from: undefined }))).toEqual(['broken en/d.md'])
  expect(existsSync(join(place.folder, 'to/.imported.json'))).toBe(false)
})

describe('is refused, with nothing written:', () => {
  test.each<[string, { readonly from?: string; readonly to?: string }, string]>([
    ['a source that is not there', { from: '/nowhere/at/all' }, 'there is no such file'],
    ['a folder that holds the knowledge folder', { to: '' }, 'holds the folder that is written to'],
    ['a picture', { from: 'x.png' }, 'must be a folder, a sitemap (.xml) or a table'],
  ])('%s', (_kind, options, problem) => {
    place.write('from/a.html', html('A'))
    place.write('x.png', 'x')
    const to = options.to === undefined ? join(place.folder, 'to') : join(place.folder, 'from/knowledge')
    const from = options.from === 'x.png' ? join(place.folder, 'x.png') : (options.from ?? join(place.folder, 'from'))

    expect(() => place.run({ from, to })).toThrow(problem)
    expect(existsSync(to)).toBe(false)
  })

  test('a ledger that cannot be read', () => {
    place.write('from/a.html', html('A'))
    place.write('to/.imported.json', '{"en/a.md": 7}')

    expect(() => place.run()).toThrow('.imported.json cannot be read')
    expect(existsSync(join(place.folder, 'to/en'))).toBe(false)
  })
})

test('links out of a folder are not followed', () => {
  place.write('secret/a.md', `# Secret\n\n${words}`)
  place.write('from/b.html', html('B'))
  symlinkSync(join(place.folder, 'secret'), join(place.folder, 'from/way-out'))
  symlinkSync(join(place.folder, 'secret/a.md'), join(place.folder, 'from/a.md'))

  expect(writes(place.run())).toEqual(['new en/b.md'])
})
