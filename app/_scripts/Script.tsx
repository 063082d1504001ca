/**
 * A script of ours, in the page itself: it comes in the first round trip, and every page works without it. The reader
 * gets the function's own text, minified with the rest of the build, so `run` may use nothing from outside itself.
 */
export function Script({ run }: { run: () => void }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text of a function of ours
  return <script data-keep="" dangerouslySetInnerHTML={{ __html: `(${run})()` }} />
}
