import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { CheckResult } from './check-result.ts'
import { root, runTool } from './run-tool.ts'
import { sourceFiles } from './source-files.ts'

const infoOf = (project: string): string => `.cache/types/${project.replace('/', '-')}.json`

/** Type-checks every package by its own tsconfig and expects each of our TypeScript files in one of them. */
export async function checkTypes(): Promise<CheckResult> {
  const projects = ['packages', 'apps']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .concat('scripts')
    .filter((project) => existsSync(join(root, project, 'tsconfig.json')))
  const problems = new Set<string>()
  const seen = new Set<string>()
  for (const project of projects) {
    const { code, stdout, stderr } = await runTool(
      'typescript',
      // What did not change since the last check is not checked again.
      `-p ${project} --pretty false --noEmit --listFiles --incremental --tsBuildInfoFile ${infoOf(project)}`.split(
        ' ',
      ),
      { command: 'tsc' },
    )
    const found = stdout.split('\n').filter((line) => /error TS\d+|^\s+\S/.test(line))
    for (const line of found) problems.add(line)
    for (const line of stdout.split('\n')) if (line.startsWith(root)) seen.add(relative(root, line))
    if (code !== 0 && found.length === 0) problems.add(`${project}: tsc ended with ${code} ${stderr}`)
  }
  const mine = sourceFiles(root).filter((file) => /\.tsx?$/.test(file))
  for (const file of mine) if (!seen.has(file)) problems.add(`${file}: no tsconfig.json includes this file`)
  return {
    name: 'types',
    scope: `${mine.length} files in ${projects.length} projects`,
    problems: [...problems],
  }
}
