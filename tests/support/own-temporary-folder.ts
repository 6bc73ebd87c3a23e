import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whatever the tests and the commands that they run leave among the temporary files goes with them. */
export default (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
