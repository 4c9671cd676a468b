/** Milliseconds of processor that this thread has had: other work on the machine does not lengthen them. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
