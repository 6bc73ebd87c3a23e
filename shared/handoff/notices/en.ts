import type { NoticeTexts } from '../notice-keys.ts'

export const en: NoticeTexts = {
  handoff:
    'I am passing you on to our {team} team. A person from the team will answer you right here, in this conversation. They can read everything you have written, so there is no need to repeat anything.',
  'handoff-closed':
    'I am passing you on to our {team} team. The team is away at the moment and back on {opens}. A person will then answer you right here, in this conversation. They can read everything you have written, so there is no need to repeat anything.',
  'handoff-distress':
    'Thank you for telling us. What you wrote matters, and a person from our {team} team will read it and answer you right here. If you or someone else is in danger right now, please call your local emergency number at once (112 in Europe, 999 in the UK, 911 in the US).',
  returned:
    'From here on you are writing with the assistant of {company} again. If you would like a person once more, just say so.',
  'put-off':
    'I cannot look into any more questions from you just now. If you would like a person to answer you right here, please write: “I want to talk to a person”.',
  left: 'All right: you are no longer waiting for our {team} team. If you need us after all, just write here and we start afresh.',
  waiting:
    'You are still waiting for our {team} team, and you have not been forgotten: a person will answer you right here. If you need nobody any more, just write “no longer needed”.',
  estimate: 'You will usually have an answer within about {wait}.',
}
