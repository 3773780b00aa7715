import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/commands/parse-config.ts';
import { parseItemInfo } from '../../src/materials/parse-item-info.ts';
import { parseLinks } from '../../src/materials/parse-links.ts';
import { nastyBytes, scrapText } from './nasty-yaml.ts';

const RUNS = { numRuns: process.env['LONG'] === undefined ? 300 : 20_000 };
const INFO_KEYS = ['标题', '作者', 'keywords', 'summary', '链接', 'url', '网址', 'code', '文件', '有效期'];
const CONFIG_KEYS = [
  'org',
  'contact',
  'name',
  'phone',
  'notice',
  'year',
  'date',
  'mail',
  'host',
  'port',
  'limit',
  'retries',
];

it('whatever somebody writes into 作品信息.yaml, it is read or the mistake has a line', () => {
  fc.assert(
    fc.property(nastyBytes(INFO_KEYS), (bytes) => {
      const info = parseItemInfo(bytes, '作品/作品信息.yaml');
      if ('problem' in info) {
        expect(info.problem).not.toBe('');
        expect(info.line).toBeGreaterThan(0);
        expect(info.column).toBeGreaterThan(0);
        return;
      }
      for (const value of Object.values(info.fields).flat()) expect(typeof value).toBe('string');
      for (const value of Object.values(info.others ?? {})) expect(typeof value).toBe('string');
      for (const { url } of info.links ?? []) expect(url).toMatch(/^https?:\/\//i);
    }),
    RUNS,
  );
});

it('whatever somebody writes into four-ones.yaml, it is read or the mistake has a line and words in both languages', () => {
  fc.assert(
    fc.property(nastyBytes(CONFIG_KEYS), (bytes) => {
      const parsed = parseConfig(bytes);
      if (parsed.kind === 'ok') return;
      const { line, column, words } = parsed.problem;
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(words.zh).not.toBe('');
      expect(words.en).not.toBe('');
    }),
    RUNS,
  );
});

it('a pasted sharing text gives a web address or nothing, never half of one', () => {
  const entry = fc.oneof(scrapText, fc.anything({ withNullPrototype: true, withBigInt: true }), fc.webUrl());
  fc.assert(
    fc.property(fc.oneof(entry, fc.array(entry, { maxLength: 60 })), (raw) => {
      for (const { url } of parseLinks(raw) ?? []) expect(url).toMatch(/^https?:\/\/\S/i);
    }),
    RUNS,
  );
});
