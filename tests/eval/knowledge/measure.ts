import { measureElsewhere } from './elsewhere.ts'
import { bestOf, claims, judgeAll, judgeWithoutAnswers, sampleKnowledge } from './judged.ts'
import { readQuestions } from './questions.ts'
import { reliability } from './reliability.ts'

/**
 * Measures the confidence on questions it was not fitted on. With a folder as argument, also on other companies':
 * `scopes/<name>.jsonl` of articles `{entry, lang, examples}` and `dev/f4_….jsonl`, `dev/f5_….jsonl` of questions.
 */
const knowledge = sampleKnowledge()
const heldOut = readQuestions('held-out')
const judgements = judgeAll(heldOut, knowledge)
const [, , folder] = process.argv

console.log(
  JSON.stringify(
    {
      heldOut: reliability(claims(judgements)),
      heldOutWithoutTheirAnswers: reliability(claims(judgeWithoutAnswers(heldOut, knowledge))),
      answerableButWrong: judgements
        .filter((judgement) => judgement.answerable && !bestOf(judgement)?.right)
        .map(({ question }) => question),
      ...(folder && {
        outside: await measureElsewhere(folder, 'f4_out_of_scope'),
        lowConfidence: await measureElsewhere(folder, 'f5_low_confidence'),
      }),
    },
    null,
    2,
  ),
)
