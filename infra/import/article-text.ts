import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import type { Draft } from './draft.ts'

/** The file of an article, as the knowledge folder holds it. */
export const articleText = ({ title, url, topic, language, updated, questions, body }: Draft): string => {
  const fields = {
    title,
    url,
    ...(topic && { topic }),
    language,
    ...(updated && { updated }),
    ...(questions && questions.length > 0 && { questions }),
  }
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body.trim()}\n`
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
