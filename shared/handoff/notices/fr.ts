import type { NoticeTexts } from '../notice-keys.ts'

export const fr: NoticeTexts = {
  handoff:
    'Je vous passe notre équipe {team}. Une personne de l’équipe vous répondra ici même, dans cette conversation. Elle peut lire tout ce que vous avez écrit : vous n’avez rien à répéter.',
  'handoff-closed':
    'Je vous passe notre équipe {team}. L’équipe est absente en ce moment et sera de retour le {opens}. Une personne vous répondra alors ici même, dans cette conversation. Elle peut lire tout ce que vous avez écrit : vous n’avez rien à répéter.',
  'handoff-distress':
    'Merci de nous l’avoir dit. Ce que vous avez écrit compte : une personne de notre équipe {team} le lira et vous répondra ici même. Si vous ou quelqu’un d’autre êtes en danger maintenant, appelez tout de suite le numéro d’urgence de votre pays (112 en Europe, 911 au Canada).',
  returned:
    'À partir d’ici, vous écrivez de nouveau avec l’assistant de {company}. Si vous souhaitez encore parler à une personne, il suffit de le dire.',
  'put-off':
    'Je ne peux pas répondre à d’autres questions de votre part pour le moment. Si vous souhaitez qu’une personne vous réponde ici même, écrivez : « Je veux parler à une personne ».',
  left: 'C’est noté : vous n’attendez plus notre équipe {team}. Si vous avez finalement besoin de nous, écrivez simplement ici et nous repartirons du début.',
  waiting:
    'Vous attendez toujours notre équipe {team}, et nous ne vous avons pas oublié : une personne vous répondra ici même. Si vous n’avez plus besoin de nous, écrivez simplement « plus besoin ».',
  estimate: 'En général, la réponse arrive dans un délai d’environ {wait}.',
}
