import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { hasExamples, listenWith } from '#shared/triggers/own-listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'
import { openWhatIf } from './open-what-if.ts'

const env = readEnv(z.object({ BATON_TABLE: nameSchema }))
const { config } = readConfig(new URL('./config.json', import.meta.url))
const beside = (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url))

export const handler = openWhatIf({
  ...doorLog(),
  system: systemPorts,
  config,
  table: dynamoTable(env.BATON_TABLE),
  ears: {
    listen: listenWith(beside('triggers.bin'), hasExamples(config.triggers) ? beside('own-topics.bin') : undefined),
    recognise: openPhraseBook(JSON.parse(beside('phrases.json').toString())),
    repeats: openRepeats(() => JSON.parse(beside('repeats.json').toString())),
  },
})
