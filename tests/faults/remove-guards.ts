import { writeFileSync } from 'node:fs'
import { conditions } from './mutation/conditions.ts'
import { shownName, tryGuards } from './mutation/try-guards.ts'

/**
 * Takes each guard out and runs the tests: a test that still passes guards nothing.
 * `npm run guards [part of a file's or a test's name]`; ends with 1 if a named guard was not missed.
 */
const [part = ''] = process.argv.slice(2)
const { named, derived, equivalent, unrepeatable } = await tryGuards({ part, progress: console.log })

for (const { mutant, noticedBy } of named) {
  const { file, change, noticedBy: test } = mutant
  const verdict = noticedBy === undefined ? 'NOT MISSED: its test still passes' : 'missed'
  console.log(`${change.padEnd(9)} ${file.padEnd(40)} ${(test?.test ?? '').slice(0, 60).padEnd(60)} ${verdict}`)
}
const survivors = derived.filter(({ noticedBy }) => noticedBy === undefined)
for (const { mutant, reachedBy } of survivors)
  console.log(`not missed (${reachedBy} tests came by)  ${shownName(mutant)}`)
for (const test of unrepeatable) console.log(`not asked, as it cannot be repeated: ${test}`)

const failures = named.filter(({ noticedBy }) => noticedBy === undefined).length
console.log(`${named.length - failures} of ${named.length} named guards missed when removed`)
console.log(
  `${derived.length - survivors.length} of ${derived.length} derived guards missed; ${equivalent} make no difference`,
)
// What is known is what was taken out and missed: a condition that nobody misses stays unknown.
const unmissed = new Set(survivors.map(({ mutant }) => shownName(mutant)))
const known = conditions()
if (part === '' && !known.some((name) => unmissed.has(name)))
  writeFileSync('tests/faults/mutation/conditions.json', `${JSON.stringify(known, null, 2)}\n`)
process.exitCode = failures > 0 ? 1 : 0
