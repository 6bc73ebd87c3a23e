import { describe, expect, test } from 'vitest'
import { askedForHuman } from '#shared/triggers/asked-for-human.ts'
import { cancellation } from '#shared/triggers/cancellation.ts'
import { legal } from '#shared/triggers/legal.ts'
import { read } from '#shared/triggers/reading.ts'
import { deaf, recognise, repeats } from '#tests/support/listen.ts'
import { certainly, saying, triggersWith } from '../judging.ts'

const judges = { 'asked-for-human': askedForHuman, cancellation, legal }
type Heard = keyof typeof judges

const fires = (trigger: Heard, message: string) =>
  certainly(judges[trigger](saying(message), triggersWith(), { listen: deaf, recognise, repeats }))

const pairs: readonly (readonly [Heard, lookAlike: string, meant: string])[] = [
  ['asked-for-human', 'хочу устроиться оператором', 'хочу оператора'],
  ['asked-for-human', '상담원 연결 필요 없어요', '상담원 연결 부탁해요'],
  ['asked-for-human', '상담원 채용 하나요', '상담원 불러 주세요'],
  ['asked-for-human', '人工客服几点下班', '人工客服，快点'],
  ['asked-for-human', 'オペレーターの求人はありますか', 'オペレーターを呼んで'],
  ['cancellation', 'subscription cancel mat kijiye', 'subscription cancel kijiye'],
  ['cancellation', 'mera order cancel kyu hua', 'mera order cancel karo'],
  ['cancellation', 'siparişimi neden iptal ettiniz', 'siparişimi iptal edin'],
  ['legal', 'avukatlık bürosu arıyorum', 'avukatıma gidiyorum'],
  ['legal', 'Mahkeme Caddesi nerede', 'mahkemeye veririm'],
  ['legal', 'main lawyer hoon', 'mera lawyer aayega'],
]

describe('what only looks like it', () => {
  test.each(pairs)('is no %s: "%s", while "%s" is', (trigger, lookAlike, meant) => {
    expect(fires(trigger, lookAlike)).toBeUndefined()
    expect(fires(trigger, meant)).toBeDefined()
  })

  test.each([
    ['asked-for-human', 'tu robot hai ya insaan', 'insaan'],
    ['asked-for-human', 'ini manusia atau bot', 'manusia'],
    ['asked-for-human', 'không cần gặp nhân viên', 'nhân viên'],
    ['asked-for-human', 'אתה בוט או אדם', 'אדם'],
    ['cancellation', 'אל תבטלו את התור', 'תבטלו'],
    ['cancellation', 'لا تلغوا الحجز', 'تلغوا'],
    ['cancellation', 'बुकिंग रद्द मत कीजिए', 'रद्द'],
    ['cancellation', 'почему вы отменили бронь', 'отменили'],
  ] satisfies [Heard, string, string][])('%s: the classifier does not hear it in "%s"', (trigger, message, word) => {
    const { denied } = recognise(read(message))[trigger]

    const at = message.indexOf(word)
    expect(denied.some(([start, end]) => start <= at && at + word.length <= end)).toBe(true)
  })
})
