import type { NoticeTexts } from '../notice-keys.ts'

export const de: NoticeTexts = {
  handoff:
    'Ich gebe Sie an unser Team {team} weiter. Ein Mensch aus dem Team antwortet Ihnen hier, in diesem Gespräch. Alles, was Sie geschrieben haben, liegt dort vor; Sie müssen nichts wiederholen.',
  'handoff-closed':
    'Ich gebe Sie an unser Team {team} weiter. Das Team ist im Moment nicht da und ab {opens} wieder erreichbar. Dann antwortet Ihnen ein Mensch hier, in diesem Gespräch. Alles, was Sie geschrieben haben, liegt dort vor; Sie müssen nichts wiederholen.',
  'handoff-distress':
    'Danke, dass Sie uns das sagen. Was Sie geschrieben haben, ist wichtig: Ein Mensch aus unserem Team {team} liest es und antwortet Ihnen hier. Wenn Sie oder jemand anderes gerade in Gefahr ist, rufen Sie bitte sofort den Notruf Ihres Landes an (in Europa 112).',
  returned:
    'Ab hier schreiben Sie wieder mit dem Assistenten von {company}. Wenn Sie noch einmal einen Menschen möchten, sagen Sie es einfach.',
  'put-off':
    'Ich kann im Moment keine weiteren Fragen von Ihnen beantworten. Wenn Ihnen ein Mensch hier antworten soll, schreiben Sie bitte: „Ich möchte mit einem Menschen sprechen“.',
  left: 'In Ordnung: Sie warten nicht mehr auf unser Team {team}. Wenn Sie uns doch brauchen, schreiben Sie einfach hier, dann fangen wir neu an.',
  waiting:
    'Sie warten noch auf unser Team {team}, und Sie sind nicht vergessen: Ein Mensch antwortet Ihnen hier. Wenn Sie niemanden mehr brauchen, schreiben Sie einfach „Hat sich erledigt“.',
  estimate: 'In der Regel erhalten Sie innerhalb von etwa {wait} eine Antwort.',
}
