import { expect, test } from 'vitest'
import { type ArticleFiles, uploadArticles } from '#infra/deploy/articles/upload-articles.ts'
import { documentOf } from '#shared/knowledge/section-document.ts'

const section = (articleId: string, text: string) =>
  documentOf({ articleId, title: 'Return an item', url: 'https://a.example/returns', language: 'en', text })
const [returns, oak] = [section('en/returns', 'Within 60 days.'), section('en/oak', 'Oil it twice a year.')]

const bucketWith = (...documents: readonly (typeof returns)[]) => {
  const held = new Map(
    documents.flatMap((one) => [
      [one.key, one.text],
      [one.metadataKey, one.metadata],
    ]),
  )
  held.set('notes/of-somebody.txt', 'ours')
  const calls: string[] = []
  const files: ArticleFiles = {
    list: async (prefix) => [...held.keys()].filter((key) => key.startsWith(prefix)),
    put: async (key, text) => {
      calls.push(`put ${key}`)
      held.set(key, text)
    },
    remove: async (keys) => {
      calls.push(`remove ${keys.length}`)
      for (const key of keys) held.delete(key)
    },
  }
  return { held, calls, files }
}

test('everything is uploaded to an empty bucket, what is known of a section before the section', async () => {
  const { held, calls, files } = bucketWith()

  expect(await uploadArticles(files, [returns])).toEqual({ uploaded: 1, unchanged: 0, removed: 0 })
  expect(calls).toEqual([`put ${returns.metadataKey}`, `put ${returns.key}`])
  expect(held.get(returns.key)).toBe(returns.text)
})

test('what did not change is not touched, so that nothing is embedded again', async () => {
  const { calls, files } = bucketWith(returns, oak)

  expect(await uploadArticles(files, [oak, returns])).toEqual({ uploaded: 0, unchanged: 2, removed: 0 })
  expect(calls).toEqual([])
})

test('a changed section takes the place of the old one, which goes last', async () => {
  const { held, calls, files } = bucketWith(returns, oak)
  const changed = section('en/returns', 'Within 30 days.')

  expect(await uploadArticles(files, [changed, oak])).toEqual({ uploaded: 1, unchanged: 1, removed: 1 })
  expect(calls).toEqual([`put ${changed.metadataKey}`, `put ${changed.key}`, 'remove 2'])
  expect(held.has(returns.key)).toBe(false)
})

test('an article that was deleted is gone, and what is not below the sections stays', async () => {
  const { held, files } = bucketWith(returns, oak)

  await uploadArticles(files, [oak])

  expect([...held.keys()].sort()).toEqual(['notes/of-somebody.txt', oak.key, oak.metadataKey].sort())
})

test('half a section, left by an upload that broke off, is made whole', async () => {
  const { held, files } = bucketWith(returns)
  held.delete(returns.metadataKey)

  expect(await uploadArticles(files, [returns])).toMatchObject({ uploaded: 1 })
  expect(held.has(returns.metadataKey)).toBe(true)
})
