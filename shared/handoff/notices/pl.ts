import type { NoticeTexts } from '../notice-keys.ts'

export const pl: NoticeTexts = {
  handoff:
    'Przekazuję rozmowę do naszego zespołu {team}. Ktoś z zespołu odpowie Państwu tutaj, w tej rozmowie. Widzi wszystko, co zostało napisane, więc nie trzeba niczego powtarzać.',
  'handoff-closed':
    'Przekazuję rozmowę do naszego zespołu {team}. W tej chwili zespołu nie ma; znów będzie dostępny: {opens}. Wtedy ktoś z zespołu odpowie Państwu tutaj, w tej rozmowie. Widzi wszystko, co zostało napisane, więc nie trzeba niczego powtarzać.',
  'handoff-distress':
    'Dziękujemy, że nam Państwo o tym piszą. To ważne: człowiek z naszego zespołu {team} przeczyta to i odpowie tutaj. Jeśli Państwo lub ktoś inny jest teraz w niebezpieczeństwie, proszę natychmiast zadzwonić pod numer alarmowy (w Europie 112).',
  returned:
    'Od tej chwili znów rozmawiają Państwo z asystentem firmy {company}. Jeśli potrzebny będzie człowiek, wystarczy o tym napisać.',
  'put-off':
    'W tej chwili nie mogę odpowiedzieć na więcej Państwa pytań. Jeśli ma tu odpowiedzieć człowiek, proszę napisać: „Chcę porozmawiać z człowiekiem”.',
  left: 'Dobrze: nie czekają już Państwo na nasz zespół {team}. Jeśli jednak będziemy potrzebni, wystarczy tu napisać, a zaczniemy od nowa.',
  waiting:
    'Nadal czekają Państwo na nasz zespół {team} i nie zapomnieliśmy o tym: odpowie tutaj człowiek. Jeśli pomoc nie jest już potrzebna, wystarczy napisać „już nie trzeba”.',
  estimate: 'Zwykle odpowiedź przychodzi w ciągu około {wait}.',
}
