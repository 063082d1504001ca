/** Updates that `renderUpdate` made. `label` names the list for those who do not see it; pinned ones have their own. */
export function UpdateList({ html, label, isPinned }: { html: string; label: string; isPinned?: boolean }) {
  return (
    <section
      className={isPinned ? 'live-pinned' : 'live-updates'}
      aria-label={label}
      tabIndex={-1}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline's allow-list is what makes this safe
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
