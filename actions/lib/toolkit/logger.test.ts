import { expect, test } from 'vitest'
import { consoleLogger } from './logger.ts'

test('what is said in a group stands below its title, also when the work fails', async () => {
  const lines: string[] = []
  const logger = consoleLogger({ write: (line) => lines.push(line) })
  const failing = logger.group('Rendering', async () => {
    logger.info('one\ntwo')
    logger.debug('hidden')
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  logger.warning('after')
  expect(lines).toEqual(['Rendering', '  one', '  two', 'warning: after'])
})
