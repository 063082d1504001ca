import { spawnSync } from 'node:child_process'

/** Looks for a font while no file can be opened, and again when one can. */
const SCRIPT = `
import { closeSync, openSync } from 'node:fs'
import { findFont } from '#lib/pictures/card/fonts.ts'
const held = []
try { for (;;) held.push(openSync('/dev/null')) } catch {}
let thrown = 'nothing'
try { findFont('A', 'en', 'plain') } catch (error) { thrown = error.code }
held.forEach((file) => closeSync(file))
console.log(thrown, findFont('A', 'en', 'plain') !== null)
`

it('a font that could not be read for a moment is found afterwards', () => {
  const command = `ulimit -n 60 && exec "$0" --input-type=module -e "$1"`
  const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath, SCRIPT], { encoding: 'utf8' })
  expect(`${stdout}${stderr}`).toContain('EMFILE true')
})
