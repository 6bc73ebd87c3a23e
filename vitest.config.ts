import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const room = { testTimeout: 20_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    globalSetup: 'tests/support/own-temporary-folder.ts',
    // Left to itself vitest keeps a core free; much of this waits for emulators, and two cores are all there may be.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      // Pure rules and fakes, and templates to look at: the modules, CDK above all, are read once per worker.
      {
        test: {
          ...room,
          name: 'rooms',
          include: ['tests/{unit,eval}/**/*.test.ts', 'tests/*.test.ts'],
          isolate: false,
        },
      },
      {
        test: {
          ...room,
          name: 'walls',
          include: ['tests/infra/*.test.ts', 'tests/infra/{bundle,cost,rules}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        test: {
          ...room,
          name: 'streets',
          include: [
            'tests/{contract,e2e,faults,integration,journeys,proof}/**/*.test.ts',
            'tests/infra/{deploy,local,model}/**/*.test.ts',
          ],
        },
      },
      // The pages in a browser, over the local cloud: one after the other, since a browser takes both cores by itself.
      {
        test: {
          ...room,
          name: 'console',
          include: ['tests/console/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // A machine that is busy otherwise keeps a browser from answering in time, and leases end meanwhile.
          retry: 1,
          fileParallelism: false,
        },
      },
    ],
  },
})
