/** A colour in the light and in the dark, `#rrggbb` each. */
export type Tone = { light: string; dark: string }

/** The paper's own colours, as app/_styles/tokens.css has them: a setting is weighed against those it leaves alone. */
export const PALETTE = {
  paper: { light: '#fbfcfb', dark: '#0b151b' },
  ink: { light: '#12212c', dark: '#e4ebec' },
  inkSoft: { light: '#4d5d68', dark: '#9db0b9' },
  rule: { light: '#c3cfd4', dark: '#2b3d47' },
  accent: { light: '#a01355', dark: '#ff8dbb' },
  tint: { light: '#e1eef3', dark: '#12272f' },
  shade: { light: '#b9d6e2', dark: '#1d4352' },
  note: { light: '#f5ebcf', dark: '#28231a' },
} as const satisfies Record<string, Tone>

export type ColourName = keyof typeof PALETTE

/** A colour as the paper has it: its own, or the theme's in its place. */
export function getTone(colours: Partial<Record<ColourName, Tone>>, name: ColourName): Tone {
  return colours[name] ?? PALETTE[name]
}

/** Which colours words are set in, and which they stand on somewhere in the paper. */
export const TEXT_ON = {
  ink: ['paper', 'tint', 'note', 'shade'],
  inkSoft: ['paper', 'tint', 'note'],
  accent: ['paper', 'tint', 'note'],
} as const satisfies Partial<Record<ColourName, readonly ColourName[]>>
