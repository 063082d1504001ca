/** Updates that `renderUpdate` made. `label` names the list for those who do not see it. */
export function UpdateList({ html, label }: { html: string; label: string }) {
  return (
    <section
      className="live-updates"
      aria-label={label}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline's allow-list is what makes this safe
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
