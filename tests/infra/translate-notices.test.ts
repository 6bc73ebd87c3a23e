import { afterAll, beforeAll, expect, test } from 'vitest'
import { translateNotices } from '#infra/notices/bedrock-notice-translator.ts'
import { en } from '#shared/handoff/notices/en.ts'
import { answerOf, called } from '#tests/support/model-answers.ts'
import { type StubModel, startStubModel } from '#tests/support/stub-model.ts'

const id = 'us.amazon.nova-2-lite-v1:0'
const vi = {
  handoff: 'Tôi chuyển bạn đến đội ngũ {team}. Một người trong đội sẽ trả lời bạn ngay tại đây.',
  'handoff-closed': 'Tôi chuyển bạn đến đội ngũ {team}. Hiện đội không có mặt và sẽ trở lại {opens}.',
  'handoff-distress': 'Cảm ơn bạn đã nói với chúng tôi. Một người của đội {team} sẽ đọc và trả lời bạn ngay tại đây.',
  returned: 'Từ đây bạn lại đang viết với trợ lý của {company}.',
  'put-off': 'Hiện tôi không thể xem thêm câu hỏi của bạn. Hãy viết: “Tôi muốn nói chuyện với một người”.',
  left: 'Được rồi: bạn không còn chờ đội {team} nữa.',
  waiting: 'Bạn vẫn đang chờ đội {team}: một người sẽ trả lời bạn ngay tại đây.',
  estimate: 'Thường bạn sẽ có câu trả lời trong khoảng {wait}.',
}

let model: StubModel
beforeAll(async () => {
  model = await startStubModel()
})
afterAll(() => model.stop())

const translated = (input: object, language = 'vi') => {
  model.answers = [answerOf([called(input, 'wording')], 'tool_use')]
  return translateNotices(model.client, id, language)
}

test('a model words every notice, and its placeholders stay', async () => {
  expect(await translated(vi)).toEqual(vi)
  const asked = JSON.stringify(model.calls.at(-1))
  expect(asked).toContain('Vietnamese')
  expect(Object.keys(en).filter((key) => !asked.includes(`"${key}"`))).toEqual([])
})

test.each<[string, object, RegExp]>([
  ['drops a placeholder', { ...vi, handoff: 'Một người sẽ trả lời bạn ngay tại đây.' }, /handoff: \{team\} is missing/],
  ['invents one', { ...vi, left: `${vi.left} {position}` }, /position/],
  ['leaves a notice out', { ...vi, waiting: undefined }, /waiting/],
  ['says nothing in one', { ...vi, waiting: ' ' }, /waiting/],
  ['adds one of its own', { ...vi, promise: 'In five minutes' }, /promise|unrecognized/i],
  ['answers in another language', en, /reads like "en" and not like "vi"/],
])('a model that %s words nothing', async (_, texts, fault) => {
  await expect(translated(texts)).rejects.toThrow(fault)
})
