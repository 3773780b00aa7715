import type { Role } from './format.ts';

/** What a notice sends one way and not another: all of the works but forms, a form, the 汇总表, a kind of file, a named part. */
export type RoutePiece =
  | { readonly kind: 'works' }
  | { readonly kind: 'table' }
  | { readonly kind: 'form'; readonly id: string }
  | { readonly kind: 'part'; readonly id: string }
  | { readonly kind: 'role'; readonly role: Role };
