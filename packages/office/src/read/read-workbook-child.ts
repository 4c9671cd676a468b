import { readFile } from 'node:fs/promises'
import { answerJob } from './answer-job.ts'
import type { ReadJob } from './child-messages.ts'
import { readWorkbook } from './read-workbook.ts'

// Started by readWorkbookInChild.
answerJob(async ({ source, options }: ReadJob) =>
  readWorkbook(typeof source === 'string' ? await readFile(source) : source, options),
)
