import { answerJob } from './answer-job.ts'

// Started by in-reading-process.test.ts: gives one part, and ends with its answer as soon as that was taken.
answerJob<string, string, string>(async (job, give) => {
  await give('part')
  return job
})
