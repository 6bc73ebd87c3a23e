import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import * as z from 'zod'
import { checkNotices } from '#shared/config/check-notices.ts'
import { type NoticeTexts, noticeKeys, noticePlaceholders } from '#shared/handoff/notice-keys.ts'
import { en } from '#shared/handoff/notices/en.ts'
import { detectLanguage } from '#shared/thread/detect-language.ts'

const toolName = 'wording'
const longest = 1_000
const textsSchema = z.strictObject(
  Object.fromEntries(noticeKeys.map((key) => [key, z.string().trim().min(1).max(longest)])) as Record<
    keyof NoticeTexts,
    z.ZodString
  >,
)

const system = [
  'You translate what a company tells its customers while they wait for a person. Answer by calling the tool "wording".',
  'Keep every placeholder such as {team} exactly as it is, each as often as it stands there, and translate nothing else of it.',
  'Be plain, polite and as short as the original. Promise nothing that the original does not promise.',
].join('\n')

/** What is wrong with a translation; none may be said to a customer that drops or invents a placeholder. */
export const wordingFaults = (language: string, texts: unknown): readonly string[] => {
  const parsed = textsSchema.safeParse(texts)
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const spoken = detectLanguage(Object.values(parsed.data).join('\n'))
  const base = language.split('-')[0]
  return [
    ...checkNotices({ overrides: { [language]: parsed.data }, special: [] }, noticePlaceholders, {
      teams: [],
      triggers: [],
    }),
    ...noticeKeys.flatMap((key) =>
      noticePlaceholders[key]
        .filter((name) => en[key].includes(`{${name}}`) && !parsed.data[key].includes(`{${name}}`))
        .map((name) => `${key}: {${name}} is missing`),
    ),
    ...(spoken !== undefined && spoken !== base ? [`reads like "${spoken}" and not like "${base}"`] : []),
  ]
}

/**
 * Every notice in a language that the product has none of, as the model words it: for a person who speaks it to read before
 * any customer does. @throws {Error} when what came is no wording
 */
export const translateNotices = async (
  client: BedrockRuntimeClient,
  modelId: string,
  language: string,
): Promise<NoticeTexts> => {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  const properties = Object.fromEntries(noticeKeys.map((key) => [key, { type: 'string', description: en[key] }]))
  const answer = await client.send(
    new ConverseCommand({
      modelId,
      system: [{ text: system }],
      messages: [{ role: 'user', content: [{ text: `Into ${name} (${language}):\n${JSON.stringify(en, null, 1)}` }] }],
      inferenceConfig: { temperature: 0.00001, maxTokens: 4_000 },
      toolConfig: {
        tools: [
          {
            toolSpec: {
              name: toolName,
              description: `Takes every notice in ${name}.`,
              inputSchema: { json: { type: 'object', properties, required: [...noticeKeys] } },
            },
          },
        ],
        toolChoice: { any: {} },
      },
    }),
  )
  const texts = answer.output?.message?.content?.find(({ toolUse }) => toolUse?.name === toolName)?.toolUse?.input
  const faults = wordingFaults(language, texts)
  if (faults.length > 0) throw new Error(`the model's wording is not usable:\n${faults.join('\n')}`)
  return textsSchema.parse(texts)
}
