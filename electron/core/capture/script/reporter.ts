/** Inside Playwright Test: tells the names of tests and steps as they begin, and the first failure. */
import type { FullConfig, Reporter, Suite, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { tellParent } from './child-messages.ts';

export default class StepReporter implements Reporter {
  onBegin({ projects }: FullConfig, _suite: Suite): void {
    tellParent({
      projects: projects.map(({ name, use }) => ({
        name,
        browser: use.browserName ?? use.defaultBrowserType ?? 'chromium',
      })),
    });
  }

  onTestBegin({ title }: TestCase, { startTime }: TestResult): void {
    tellParent({ step: title, at: startTime.getTime() });
  }

  onStepBegin(_test: TestCase, _result: TestResult, { category, title, startTime }: TestStep): void {
    if (category === 'test.step') tellParent({ step: title, at: startTime.getTime() });
  }

  onTestEnd({ title }: TestCase, { errors }: TestResult): void {
    const [error] = errors;
    if (error !== undefined) tellParent({ failure: `${title}: ${error.message ?? 'it failed'}` });
  }

  onError({ message }: { message?: string }): void {
    tellParent({ failure: message ?? 'Playwright Test failed' });
  }
}
