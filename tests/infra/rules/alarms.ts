import { at, ofType, type Resources, referredTo } from './resources.ts'

/** Headings as a reader's link would name them: `## Sweep missed` is `sweep-missed`. */
export const sectionsOf = (runbook: string): readonly string[] =>
  [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
    String(heading)
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )

/**
 * Sections on what not every stack has, by what they begin with: where one of their alarms is there, all have to be.
 * `alarms.test.ts` holds the whole runbook to a stack that has everything.
 */
const onlySome = ['knowledge-sync', 'model-budget', 'model-spend', 'export-late']
const isDue = (section: string, alarmed: readonly (string | undefined)[]): boolean => {
  const beginning = onlySome.find((one) => section.startsWith(one))
  return beginning === undefined || alarmed.some((one) => one?.startsWith(beginning))
}

/** An alarm tells somebody and leads to its section of the runbook; a section is there for an alarm. */
export const alarmFaults = (resources: Resources, runbook: string): readonly string[] => {
  const sections = sectionsOf(runbook)
  const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(([id, { Properties }]) => ({
    id,
    section: /docs\/runbook\.md#([a-z0-9-]+)$/.exec(String(at(Properties, 'AlarmDescription')))?.[1],
    tells: referredTo(at(Properties, 'AlarmActions')).some((to) => resources[to]?.Type === 'AWS::SNS::Topic'),
  }))
  return [
    ...alarms.filter(({ tells }) => !tells).map(({ id }) => `${id}: tells nobody`),
    ...alarms
      .filter(({ section }) => section === undefined || !sections.includes(section))
      .map(({ id, section }) => `${id}: leads to no section of the runbook, but to ${section}`),
    ...sections
      .filter((section) =>
        isDue(
          section,
          alarms.map((alarm) => alarm.section),
        ),
      )
      .filter((section) => !alarms.some((alarm) => alarm.section === section))
      .map((section) => `docs/runbook.md#${section}: no alarm leads there`),
  ]
}
