import { readFileSync, writeFileSync } from 'node:fs'
import { conditions } from './mutation/conditions.ts'
import { shownName, tryGuards } from './mutation/try-guards.ts'

/**
 * Takes each guard out and runs the tests: a test that still passes guards nothing.
 * `npm run guards [part of a file's or a test's name]`; ends with 1 if a named guard was not missed.
 * A new condition of a write becomes known once it was missed; until then a test says that nobody knows it.
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
const knownFile = 'tests/faults/mutation/conditions.json'
const known = new Set<string>(JSON.parse(readFileSync(knownFile, 'utf8')))
for (const { mutant, noticedBy } of derived) if (noticedBy !== undefined) known.add(shownName(mutant))
const standing = conditions().filter((name) => known.has(name))
writeFileSync(knownFile, `${JSON.stringify(standing, null, 2)}\n`)
process.exitCode = failures > 0 ? 1 : 0
