import './ThemeSwitch.css'

/** Dark or light by choice. It needs the script, and is not there without it. */
export function ThemeSwitch({ label }: { label: string }) {
  return (
    <button type="button" className="theme-switch" aria-pressed="false" hidden suppressHydrationWarning>
      {label}
    </button>
  )
}
