import type { FormUnfit, FormUnreadable } from '../model/form.ts';

/** Thrown inside this room where a file is no Word form; becomes data at its door. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';
  readonly result: FormUnreadable;

  constructor(cause: FormUnfit, detail: string) {
    super(detail);
    this.result = { kind: 'unreadable', cause, detail };
  }
}
