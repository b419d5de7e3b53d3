import { httpBackend, localBackend } from './testing/state-backends.ts'
import { stateSuite } from './testing/state-suite.ts'

stateSuite('a local file', localBackend)
stateSuite('HTTP', httpBackend)
