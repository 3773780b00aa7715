import type { Verdict } from './verdict.ts';

/** How a run ended, whatever the command. */
export type Ending =
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  | { readonly kind: 'done' }
  | { readonly kind: 'usage-error' }
  | { readonly kind: 'environment-error' }
  | { readonly kind: 'bug' }
  | { readonly kind: 'interrupted' };

/** The only place where an ending becomes a number. A bug is told apart by its words; scripts see a failed world. */
export function exitCodeOf(ending: Ending): 0 | 1 | 2 | 3 | 4 | 130 {
  switch (ending.kind) {
    case 'done':
      return 0;
    case 'judged':
      return ending.verdict === 'pass' ? 0 : ending.verdict === 'fail' ? 1 : 4;
    case 'usage-error':
      return 2;
    case 'environment-error':
    case 'bug':
      return 3;
    case 'interrupted':
      return 130;
  }
}
