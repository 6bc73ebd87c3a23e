import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bedrockClient } from '#shared/assistant/bedrock-client.ts'
import { noticeTexts } from '#shared/handoff/notice-texts.ts'
import { CommandError } from '../deploy/command/errors.ts'
import { runCommand } from '../deploy/command/run-command.ts'
import { loadConfig } from '../load-config.ts'
import { translateNotices } from './bedrock-notice-translator.ts'

const usage = `npm --silent run translate -- --language vi [--model ID] [--config FILE] > vi.json

Every notice in a language that there is none of yet, worded by the model: for notices.overrides, after somebody who speaks
it has read it. Needs AWS credentials that may call the model.`

await runCommand(async (words) => {
  const options = { language: { type: 'string' }, model: { type: 'string' }, config: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...words], options })
  const { language } = values
  if (language === undefined || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)) throw new CommandError(usage)
  if (Object.hasOwn(noticeTexts, language))
    throw new CommandError(`${language} is among ours: every notice has it already`)
  const { config } = await loadConfig(resolve(values.config ?? 'baton.config.ts'))
  const texts = await translateNotices(bedrockClient(), values.model ?? config.model.id, language)
  console.log(JSON.stringify({ [language]: texts }, null, 2))
  return 0
})
