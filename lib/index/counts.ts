import type { ListName } from '#lib/routes/lists.ts'
import type { Index } from './index-state.ts'

/** How many stories of a list the public may see at `now`: its total less those whose hour has not come or has passed. */
export function countLive(index: Index, name: ListName, now: Date): number {
  const row = index
    .prepare(
      `SELECT total
         - (SELECT count(*) FROM listing WHERE list = list.id AND published > :now)
         - (SELECT count(*) FROM listing WHERE list = list.id AND expires <= :now AND published <= :now) AS live
       FROM list WHERE kind = :kind AND slug = :slug`,
    )
    .get({ ...name, now: now.getTime() })
  return row === undefined ? 0 : Number(row.live)
}
