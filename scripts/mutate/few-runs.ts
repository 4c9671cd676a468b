// Of a property's examples the first ones notice most changes; a mutant that lives costs all of them.
import { configureGlobal } from 'fast-check'

configureGlobal({ numRuns: 10 })
