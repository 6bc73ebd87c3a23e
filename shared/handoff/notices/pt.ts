import type { NoticeTexts } from '../notice-keys.ts'

export const pt: NoticeTexts = {
  handoff:
    'Vou encaminhar a conversa para a nossa equipe {team}. Uma pessoa da equipe vai responder aqui mesmo, nesta conversa. Ela pode ler tudo o que foi escrito, por isso não é preciso repetir nada.',
  'handoff-closed':
    'Vou encaminhar a conversa para a nossa equipe {team}. A equipe não está neste momento e volta a responder a partir de {opens}. Uma pessoa vai então responder aqui mesmo, nesta conversa. Ela pode ler tudo o que foi escrito, por isso não é preciso repetir nada.',
  'handoff-distress':
    'Obrigado por nos contar. O que foi escrito é importante: uma pessoa da nossa equipe {team} vai ler e responder aqui mesmo. Se você ou outra pessoa está em perigo agora, ligue já para o número de emergência do seu país (112 em Portugal, 190 ou 192 no Brasil).',
  returned:
    'A partir daqui a conversa volta a ser com o assistente de {company}. Se quiser falar de novo com uma pessoa, basta dizer.',
  'put-off':
    'Neste momento não posso responder a mais perguntas suas. Se quiser que uma pessoa responda aqui mesmo, escreva: «Quero falar com uma pessoa».',
  left: 'Combinado: já não está à espera da nossa equipa {team}. Se afinal precisar de nós, escreva aqui e começamos de novo.',
  waiting:
    'Continua à espera da nossa equipa {team} e não nos esquecemos de si: uma pessoa vai responder-lhe aqui mesmo. Se já não precisar de ninguém, escreva “já não preciso”.',
  estimate: 'Normalmente a resposta chega dentro de cerca de {wait}.',
}
