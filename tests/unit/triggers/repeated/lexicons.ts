import { type Asked, ask, hear } from '#shared/triggers/repeated/asked.ts'
import { readLexicon } from '#shared/triggers/repeated/lexicon.ts'
import type { Aspects } from '#shared/triggers/repeated/pair-features.ts'

/** Meanings of the lexicons below, by number. */
export const meaning = { where: 0, parcel: 1, card: 2, refund: 3, lamp: 4 } as const
export const telling = [1, 3, 3, 3, 3]
export const aspects: Aspects = { questions: new Set([meaning.where]), weights: [2, 0.1, 0.1, 2, 0.1] }

export const english = readLexicon(
  'en',
  '0.5 the is my how do;1.25 where i',
  '0 where where_is;1 parcel package* get_here;2 card;3 refund money_back;4 lamp',
)
export const german = readLexicon('de', '0.5 die ist mein wie;1 wo', '0 wo;1 *paket*;2 *karte;4 lampe')
export const chinese = readLexicon('zh', '0.5 的', '0 在哪;2 卡')

export const asked = (text: string, lexicons = [english]): Asked => ask(hear(text), lexicons, telling)
