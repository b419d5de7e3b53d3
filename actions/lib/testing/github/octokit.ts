// The client that the actions have from GitHub's own toolkit, turned to the emulator.
// biome-ignore lint/style/noRestrictedImports: what the emulator must satisfy is the very client that the actions use
import { getOctokit } from '@actions/github'
import type { GitHubEmulator } from './types.ts'

/** Octokit as `@actions/github` makes it, without retries. */
export const octokitFor = (github: GitHubEmulator, token = 'token') => getOctokit(token, { baseUrl: github.url })
