import type { ReactNode } from 'react'
import './ListHeader.css'

type Props = { kicker: string; title: string; description?: string; children?: ReactNode }

/** The head of a list: what kind of list, its name, and what is in it. */
export function ListHeader({ kicker, title, description = '', children }: Props) {
  return (
    <header className="list-header">
      <p className="list-header-kicker caps">{kicker}</p>
      <h1>{title}</h1>
      {description !== '' && <p className="list-header-description">{description}</p>}
      {children}
    </header>
  )
}
