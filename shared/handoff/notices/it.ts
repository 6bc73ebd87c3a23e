import type { NoticeTexts } from '../notice-keys.ts'

export const it: NoticeTexts = {
  handoff:
    'Passo la conversazione al nostro team {team}. Una persona del team risponderà proprio qui, in questa conversazione. Può leggere tutto ciò che è stato scritto: non occorre ripetere nulla.',
  'handoff-closed':
    'Passo la conversazione al nostro team {team}. Il team al momento non è disponibile e torna {opens}. Una persona risponderà allora proprio qui, in questa conversazione. Può leggere tutto ciò che è stato scritto: non occorre ripetere nulla.',
  'handoff-distress':
    'Grazie per avercelo detto. Ciò che ha scritto è importante: una persona del nostro team {team} lo leggerà e risponderà proprio qui. Se Lei o qualcun altro è in pericolo in questo momento, chiami subito il numero di emergenza del Suo Paese (112 in Europa).',
  returned:
    'Da qui in poi risponde di nuovo l’assistente di {company}. Se desidera parlare ancora con una persona, basta dirlo.',
  'put-off':
    'Al momento non posso rispondere ad altre Sue domande. Se desidera che una persona risponda proprio qui, scriva: «Voglio parlare con una persona».',
  left: 'Va bene: non è più in attesa del nostro team {team}. Se poi avrà bisogno di noi, scriva qui e ricominciamo da capo.',
  waiting:
    'È ancora in attesa del nostro team {team} e non l’abbiamo dimenticata: una persona le risponderà qui. Se non ha più bisogno di nessuno, scriva “non serve più”.',
  estimate: 'Di solito la risposta arriva entro circa {wait}.',
}
