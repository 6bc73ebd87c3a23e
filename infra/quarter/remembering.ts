import type { Knowledge, Passage } from '#shared/knowledge/passage.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import type { Heard, Listen } from '#shared/triggers/listen.ts'
import type { Recognise } from '#shared/triggers/recognise.ts'
import { Remembered } from '#shared/words/remembered.ts'

/** The same text gives the same answer, and in a quarter most texts come again. */
const textsKept = 40_000

const rememberListen = (listen: Listen): Listen => {
  const known = new Remembered<string, readonly Heard[]>(textsKept)
  return (text, denied = [], head) => {
    const key = `${head ?? ''}\n${denied.join(';')}\n${text}`
    const heard = known.get(key) ?? listen(text, denied, head)
    known.set(key, heard)
    return heard
  }
}

const rememberRecognise = (recognise: Recognise): Recognise => {
  const known = new Remembered<string, ReturnType<Recognise>>(textsKept)
  return (reading) => {
    const said = known.get(reading.original) ?? recognise(reading)
    known.set(reading.original, said)
    return said
  }
}

export const rememberEars = ({ listen, recognise, repeats }: Ears): Ears => ({
  listen: rememberListen(listen),
  recognise: rememberRecognise(recognise),
  repeats,
})

export const rememberKnowledge = (knowledge: Knowledge): Knowledge => {
  const known = new Remembered<string, readonly Passage[]>(textsKept)
  return {
    retrieve: async (question) => {
      const key = `${question.language ?? ''}\n${question.limit}\n${question.text}`
      const passages = known.get(key) ?? (await knowledge.retrieve(question))
      known.set(key, passages)
      return passages
    },
  }
}
