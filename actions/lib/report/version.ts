// The version of Seaworthy, as package.json has it; the build puts it into the bundle.
import packageFile from '../../../package.json' with { type: 'json' }

export const version: string = packageFile.version
