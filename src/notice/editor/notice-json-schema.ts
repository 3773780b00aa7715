import type * as z from 'zod';
import { ROLES } from '../../model/format.ts';
import { form, route } from '../hand-schema.ts';
import { layoutMap, layoutRole } from '../layout-schema.ts';
import { MEDIA_BY_ROLE, mediaByRole } from '../media-schema.ts';
import { category, noticeSchema } from '../notice-schema.ts';
import { jsonSchemaOf, type JsonSchema, type KeyPath } from './json-schema-of.ts';
import { shareRepeated } from './share-repeated.ts';
import { tellKey } from './tell-key.ts';

const NAMES = new Map<z.ZodType, string>([
  [category, 'category'],
  [route, 'route'],
  [form, 'form'],
  [layoutMap, 'layout'],
  [layoutRole, 'paragraph'],
  [mediaByRole, 'media'],
  ...ROLES.map((role): [z.ZodType, string] => [MEDIA_BY_ROLE[role], role === 'form' ? 'form-file' : role]),
]);

/** What a notice may say, for editors that complete and explain keys. `tell` is told of every key there is. */
export function noticeJsonSchema(tell: (path: KeyPath) => JsonSchema = tellKey): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '四个一通知',
    description: '一份通知：收什么、要求、截止、报到哪里。写法见 templates/notices/README.md。',
    ...shareRepeated(jsonSchemaOf(noticeSchema, { names: NAMES, tell })),
  };
}
