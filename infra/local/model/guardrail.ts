import type { ConverseRequest } from './converse.ts'

/** What the stand-in for a guardrail stops, so that stopping can be seen: it knows no other rule. */
const stopped = 'GUARDRAIL STOPS THIS'

const stops = (text: string): boolean => text.toUpperCase().includes(stopped)

/** Where parts are marked to be looked at, it looks at nothing else. */
export const stopsRequest = ({ guardrailConfig, messages }: ConverseRequest): boolean => {
  const content = messages.flatMap((message) => message.content)
  const marked = content.flatMap(({ guardContent }) => guardContent?.text?.text ?? [])
  return (
    guardrailConfig !== undefined && stops((marked.length > 0 ? marked : content.map(({ text }) => text)).join('\n'))
  )
}

/** Answers an ApplyGuardrail call: a stand-in for Bedrock's guardrails, which judges by one phrase. */
export const applyGuardrail = (body: string): unknown => {
  const intervened = stops(body)
  return {
    action: intervened ? 'GUARDRAIL_INTERVENED' : 'NONE',
    outputs: intervened ? [{ text: 'Stopped.' }] : [],
    assessments: [],
    usage: {
      topicPolicyUnits: 0,
      contentPolicyUnits: 1,
      wordPolicyUnits: 0,
      sensitiveInformationPolicyUnits: 0,
      sensitiveInformationPolicyFreeUnits: 0,
      contextualGroundingPolicyUnits: 0,
    },
  }
}
