import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftRequest } from '#shared/assistant/assistant.ts'
import { converseRequest } from '#shared/assistant/bedrock-request.ts'
import { isInOtherLanguage } from '#shared/assistant/other-language.ts'
import { noticeTexts } from '#shared/handoff/notice-texts.ts'
import { metSenders } from '#shared/turn/met-senders.ts'
import { takeTurn } from '#shared/turn/take-turn.ts'
import { openCustomerDesk } from '#tests/support/customer-desk.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'
import { inbound, threadOf } from '#tests/support/inbound.ts'
import { ears } from '#tests/support/listen.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testConfig, testDeployed } from '#tests/support/test-config.ts'

const config = testConfig()
const promptOf = (request: DraftRequest) => JSON.stringify(converseRequest(config, config.model.id, request, []))

/** Words that only one thread has: whatever of it turns up elsewhere is seen. */
const markOf = (thread: number) => `zq${'abcdefgh'[thread]}xv`

interface Said {
  readonly thread: number
  readonly sameSender: boolean
  readonly inWords: number
}

const worlds = fc.array(
  fc.record({ thread: fc.nat({ max: 4 }), sameSender: fc.boolean(), inWords: fc.nat({ max: 3 }) }),
  { minLength: 2, maxLength: 14 },
)

const wordings = [
  'How do I return a lamp',
  'Do you deliver to Austria',
  'How long is the warranty',
  'Can I change my address',
]

/** Customers on several threads side by side, some of them one person; every prompt that was made, by its thread. */
const playWorld = async (said: readonly Said[]) => {
  const deployed = testDeployed()
  const { ports, assistant, knowledge } = openCustomerDesk(deployed)
  assistant.answer((request) => draftOf(`You asked: ${request.messages.join(' ')}`))
  const met = metSenders()
  for (const { thread, sameSender, inWords } of said) {
    ports.clock.advance(60_000)
    const mark = markOf(thread)
    const sender = sameSender
      ? { id: 'u-same', verified: {} }
      : { id: `u-${mark}`, name: `Ada ${mark}`, verified: { email: `${mark}@example.com` } }
    const text = `${wordings[inWords]}, ${mark}?`
    const messages = [
      inbound({ key: `t-${thread}`, id: `m-${ports.clock()}`, text, receivedAt: ports.clock(), sender }),
    ]
    await takeTurn({ ...ports, assistant, knowledge, ears, met }, deployed, {
      threadId: threadOf(`t-${thread}`),
      messages,
      thirdTry: false,
    })
  }
  return assistant.asked.map((request) => ({ threadId: request.threadId, prompt: promptOf(request) }))
}

describe('a prompt', () => {
  test('holds its own conversation, and nothing of any other, whoever writes on how many threads', async () => {
    let prompts = 0
    await fc.assert(
      fc.asyncProperty(worlds, async (said) => {
        for (const { threadId, prompt } of await playWorld(said)) {
          const own = [0, 1, 2, 3, 4].find((thread) => threadOf(`t-${thread}`) === threadId) ?? -1
          prompts += 1
          expect(prompt).toContain(markOf(own))
          for (const other of [0, 1, 2, 3, 4]) if (other !== own) expect(prompt).not.toContain(markOf(other))
        }
      }),
      { numRuns: 150, seed: 73 },
    )

    expect(prompts).toBeGreaterThan(300)
  })
})

const languages = Object.keys(noticeTexts)
const asked = (language: string): DraftRequest => ({
  threadId: 't',
  language,
  history: [],
  messages: ['?'],
  passages: [passageOf()],
})

describe('the customer’s language', () => {
  test.each(languages)('%s stands in the prompt, and the model is told to write it', (language) => {
    expect(promptOf(asked(language))).toContain(`<language>${language}</language>`)
    expect(promptOf(asked(language))).toContain('Write in the language that the language tag names')
  })

  const sentences = (language: string) => Object.values(noticeTexts[language] ?? {}).filter((text) => text.length > 30)

  test.each(languages)('%s, answered in itself, is never taken for another', (language) => {
    const texts = sentences(language)

    expect(texts.length).toBeGreaterThan(2)
    expect(texts.filter((text) => isInOtherLanguage(text, texts, language))).toEqual([])
  })

  test('answered in English is noticed in each language that its words tell', () => {
    const english = 'You can return the lamp within 30 days if it was not used, and we will refund you.'
    const noticed = languages.filter((language) => isInOtherLanguage(english, sentences(language), language))

    expect(noticed).toEqual(
      expect.arrayContaining(['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'ja', 'ko', 'ru', 'zh', 'ar']),
    )
    expect(noticed).not.toContain('en')
  })
})
