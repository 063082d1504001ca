export type FailureReason = 'deadline' | 'memory' | 'crash' | 'closed'

/** A task that has no result. */
export class TaskFailure extends Error {
  readonly reason: FailureReason

  constructor(reason: FailureReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TaskFailure'
    this.reason = reason
  }
}

/** By name: a process may hold this module more than once, and a failure made by one copy is caught by another. */
export function isTaskFailure(error: unknown): error is TaskFailure {
  return Error.isError(error) && error.name === 'TaskFailure' && 'reason' in error
}

export function toDeadlineFailure(cpuMs: number): TaskFailure {
  return new TaskFailure('deadline', `It took more than ${cpuMs / 1000} s of processor time.`)
}

/** What became of a worker that died of an error. */
export function toFailure(error: unknown): TaskFailure {
  const isMemory = Error.isError(error) && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory
    ? new TaskFailure('memory', 'It took more memory than a worker may hold.', { cause: error })
    : new TaskFailure('crash', `The worker failed: ${String(error)}`, { cause: error })
}
