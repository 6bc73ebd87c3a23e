import { describe, expect, test } from 'vitest'
import { compilePassages } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'

const article = (id: string, language: string, title: string, heading: string, text: string) => ({
  articleId: id,
  title,
  url: `https://help.example.com/${id}`,
  language,
  heading,
  text,
})

const knowledge = minisearchKnowledge(
  compilePassages([
    article(
      'ja-return',
      'ja',
      '返品について',
      '期限',
      '未使用の自転車は、お届けから30日以内であれば返品できます。送料は無料です。',
    ),
    article('ja-battery', 'ja', 'バッテリーの充電', '充電時間', '電動自転車のバッテリーは4時間で満充電になります。'),
    article('ja-delivery', 'ja', 'お届けについて', '配送日数', 'ご注文から5日でお届けします。送料は1,000円です。'),
    article('zh-return', 'zh', '退货', '期限', '未使用的自行车可以在收货后30天内退货，运费免费。'),
    article('zh-battery', 'zh', '电池', '充电时间', '电动自行车的电池充满需要4个小时。'),
    article('ko-return', 'ko', '반품 안내', '기한', '사용하지 않은 자전거는 배송 후 30일 이내에 반품할 수 있습니다.'),
    article('ko-delivery', 'ko', '배송 안내', '기간', '주문 후 5일 이내에 배송됩니다.'),
    article('th-return', 'th', 'การคืนสินค้า', 'ระยะเวลา', 'คืนสินค้าที่ยังไม่ใช้ได้ภายใน 30 วันหลังได้รับสินค้า'),
    article('th-battery', 'th', 'แบตเตอรี่', 'การชาร์จ', 'ชาร์จแบตเตอรี่เต็มใน 4 ชั่วโมง'),
  ]),
)

describe('articles in a script that parts no words', () => {
  test.each([
    ['返品の期限は何日ですか？', 'ja', 'ja-return'],
    ['バッテリーの充電時間は？', 'ja', 'ja-battery'],
    ['退货期限是几天？', 'zh', 'zh-return'],
    ['반품 기한은 며칠인가요?', 'ko', 'ko-return'],
    ['คืนสินค้าได้ภายในกี่วัน', 'th', 'th-return'],
  ])('answer %s (%s)', async (text, language, articleId) => {
    const [first] = await knowledge.retrieve({ text, language, limit: 3 })

    expect(first?.articleId).toBe(articleId)
    expect(first?.confidence).toBeGreaterThan(0.4)
  })

  test.each([
    ['犬の予防接種はどこでできますか？', 'ja'],
    ['狗需要打什么疫苗', 'zh'],
    ['강아지 예방접종은 어디서 하나요?', 'ko'],
  ])('do not answer %s (%s)', async (text, language) => {
    const [first] = await knowledge.retrieve({ text, language, limit: 3 })

    expect(first?.confidence ?? 0).toBeLessThan(0.2)
  })
})
