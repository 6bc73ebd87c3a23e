/** What evaluations call the triggers; high-value accounts and the company's own topics keep their own ids. */
export const evaluationNames: Readonly<Record<string, string>> = {
  'asked-for-human': 'f1_human_request',
  'repeated-question': 'f2_rephrase',
  frustration: 'f3_frustration',
  'outside-knowledge': 'f4_out_of_scope',
  'low-confidence': 'f5_low_confidence',
  'billing-dispute': 't1_billing_dispute',
  cancellation: 't2_cancellation',
  distress: 't3_distress',
  legal: 't4_legal',
}

/** To an evaluation the two are one decision: what is connected does not carry an answer. */
const oneDecision: readonly string[] = ['outside-knowledge', 'low-confidence']

/** Every name under which a trigger counts. */
export const namesOf = (trigger: string): readonly string[] =>
  (oneDecision.includes(trigger) ? oneDecision : [trigger]).map(
    (id) => (Object.hasOwn(evaluationNames, id) ? evaluationNames[id] : undefined) ?? id,
  )
