import type { Command } from './command.ts'
import { INSPECT } from './inspect/inspect-command.ts'
import { QUANTITY } from './quantity-command.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [INSPECT, QUANTITY]
