import { getEnv } from '#lib/config/env.ts'

const read = (settings: Record<string, string>) => getEnv({ NODE_ENV: 'test', ...settings })

it('has the fast path on and no figures by default', () => {
  expect(read({})).toMatchObject({ fastPath: true, metricsToken: undefined, metricsPort: null })
  expect(read({ FAST_PATH: '', METRICS_TOKEN: '', METRICS_PORT: '' })).toMatchObject({
    ...{ fastPath: true, metricsToken: undefined, metricsPort: null, metricsHost: '127.0.0.1' },
  })
})

it('takes what is set', () => {
  expect(read({ FAST_PATH: 'off', METRICS_PORT: '9464', METRICS_HOST: '10.0.0.2' })).toMatchObject({
    ...{ fastPath: false, metricsPort: 9464, metricsHost: '10.0.0.2' },
  })
  expect(read({ FAST_PATH: 'on' }).fastPath).toBe(true)
})

it.each([
  [{ FAST_PATH: 'no' }, 'FAST_PATH must be on or off, not "no".'],
  [{ METRICS_PORT: 'x' }, 'METRICS_PORT must be a whole number from 0 to 65535, not "x".'],
  [{ METRICS_TOKEN: 'two words' }, 'METRICS_TOKEN must be printable ASCII without spaces'],
])('refuses %j', (settings, message) => {
  expect(() => read(settings)).toThrow(message)
})

it.each(['postgres://paper@db.example/paper', 'postgresql://db.example/paper?sslmode=require'])(
  'takes the address of a database: %s',
  (url) => {
    expect(read({ DATABASE_URL: url }).databaseUrl).toBe(url)
  },
)

it('has no database by default, and never says the password of one it refuses', () => {
  expect(read({}).databaseUrl).toBeNull()
  expect(() => read({ DATABASE_URL: 'mysql://paper:secret@db.example/paper' })).toThrow(
    'DATABASE_URL must be the address of a PostgreSQL database',
  )
  expect(() => read({ DATABASE_URL: 'mysql://paper:secret@db.example/paper' })).not.toThrow('secret')
})
