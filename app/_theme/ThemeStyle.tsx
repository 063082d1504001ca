import type { Site } from '#lib/config/site.ts'
import { buildThemeCss } from './build-theme-css.ts'

/** What site.yaml changes of the paper's look. Every value in it has been through the schema's patterns. */
export function ThemeStyle({ site }: { site: Pick<Site, 'theme' | 'faces'> }) {
  const css = buildThemeCss(site)
  if (css === '') return null
  // biome-ignore lint/security/noDangerouslySetInnerHtml: colours as hexadecimal digits, slugs, and fonts by their hashes; nothing else
  return <style dangerouslySetInnerHTML={{ __html: css }} />
}
