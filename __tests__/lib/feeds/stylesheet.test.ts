import { readFileSync } from 'node:fs'
import { listElements, readXml } from '../../support/read-xml.ts'

it('shows a person who opens a feed, RSS or Atom, its stories and the way to the paper', () => {
  const xsl = readXml(readFileSync('public/feed.xsl', 'utf8'))
  expect(xsl.name).toBe('xsl:stylesheet')
  const matches = listElements(xsl, 'xsl:template').map(({ attributes }) => attributes.match)
  expect(matches).toEqual(['/', 'item', 'atom:entry'])
  expect(listElements(xsl, 'a').map(({ attributes }) => attributes.href)).toContain('{$home}')
})
