import type { DiagnosisWords, DoctorWords, MediaToolFound } from '../doctor-words.ts';

const sources = { given: 'named by a variable', shipped: 'shipped', own: 'of this machine' } as const;

export const doctorWordsEn: DoctorWords = {
  heading: 'Is this machine ready?',
  ready: 'Everything that is needed is there.',
  notReady: (count) =>
    `${count} ${count === 1 ? 'thing is' : 'things are'} missing: do what stands behind →, then run four-ones doctor again.`,
  states: { ok: 'fine', lacking: 'missing', advice: 'note', unknown: 'not known' },
  titles: {
    node: 'Node.js',
    ffprobe: 'ffprobe',
    ffmpeg: 'ffmpeg',
    soffice: 'LibreOffice',
    fonts: 'fonts',
    terminal: 'terminal',
    clock: 'date',
    config: 'config',
    disk: 'disk space',
    outbox: 'outbox',
    keyring: 'keyring',
    mail: 'mailbox',
  },
  subjects: {
    node: ({ state, version, asked }) => ({
      text: version,
      ...(state !== 'ok' && {
        cure: `${asked} or later is needed: install the LTS version from https://nodejs.org`,
      }),
    }),
    soffice: ({ path }) =>
      path === undefined
        ? {
            text: 'none; needed for old .doc forms alone',
            cure: 'install LibreOffice when you need it, or save the .doc as .docx with Word or WPS',
          }
        : { text: path },
    fonts: ({ state, missing = [] }) =>
      state === 'unknown'
        ? {
            text: 'the fonts of this machine cannot be listed',
            cure: 'open a filled form with Word and look',
          }
        : missing.length === 0
          ? { text: '仿宋_GB2312 and 方正小标宋简体 are there' }
          : {
              text: `without ${missing.join(', ')}; forms are filled all the same, but look and print in another font here`,
              cure: 'install them, or print on a machine that has them',
            },
    terminal: ({ state, codePage, locale, dumb }) => {
      const plain = dumb ? '; it cannot move the cursor, so choices are made by number' : '';
      if (codePage !== undefined)
        return state === 'ok'
          ? { text: `code page ${codePage}, Chinese is readable${plain}` }
          : {
              text: `code page ${codePage}, Chinese may be garbled${plain}`,
              cure: 'run chcp 65001 first, or use Windows Terminal',
            };
      if (state === 'ok') return { text: `${locale ?? ''}, Chinese is readable${plain}` };
      if (state === 'unknown')
        return { text: 'the code page is not known', cure: 'where Chinese is garbled, run chcp 65001 first' };
      return {
        text: `the locale is ${locale ?? 'not set'}, Chinese may not be shown${plain}`,
        cure: 'run export LANG=zh_CN.UTF-8 (or C.UTF-8) first',
      };
    },
    clock: ({ state, today, noticeYear }) =>
      state === 'lacking'
        ? {
            text: `today is ${today}? The clock is wrong`,
            cure: 'set date and time: names and forms would be wrong, and no mail server would be trusted',
          }
        : state === 'advice'
          ? {
              text: `today is ${today}, the notice is of ${noticeYear ?? ''}`,
              cure: `to hand in this year, write year: ${today.slice(0, 4)} into four-ones.yaml; the due dates move with it`,
            }
          : { text: `today is ${today}` },
    config: (found, { problem }) => {
      const wrong = problem(found);
      if (wrong !== undefined) return { text: wrong, cure: 'open it with a text editor and mend that' };
      const { file, unset } = found;
      if (file === undefined) return { text: 'there is no four-ones.yaml yet', cure: 'run four-ones init' };
      const names = unset.map(
        (key) => ({ org: 'your unit (org)', contact: 'name and phone of the contact' })[key],
      );
      return names.length === 0
        ? { text: file }
        : { text: `${file} lacks ${names.join(' and ')}`, cure: 'write it: forms and mails need it' };
    },
    disk: ({ state, free, needed, folder }, { bytes }) => {
      if (free === undefined) return { text: `free space of ${folder} is not known` };
      const text = `${bytes(free)} free (${folder})`;
      return state === 'ok'
        ? { text }
        : {
            text,
            cure: `packing takes about ${bytes(needed)}: free some, or name another disk as outbox in four-ones.yaml`,
          };
    },
    outbox: ({ state, folder }) =>
      state === 'ok'
        ? { text: `${folder} can be written` }
        : {
            text: `${folder} cannot be written`,
            cure: 'see to its permissions (a read-only stick?), or name another place as outbox in four-ones.yaml',
          },
    keyring: ({ state }) =>
      state === 'ok'
        ? { text: 'can keep the mail password' }
        : {
            text: 'none, or locked; the mail password is asked for each time',
            cure: 'no harm; to be spared that, put it into the variable FOUR_ONES_SMTP_PASSWORD',
          },
    mail: (found, { failure, problem }) => {
      const { account, tried, state } = found;
      const failed = failure(found);
      if (failed)
        return {
          text: [failed.what, failed.said].filter(Boolean).join('; in its own words: '),
          cure: failed.next,
        };
      const wrong = problem(found);
      if (wrong !== undefined) return { text: wrong };
      const name = `${account?.from ?? ''} (${account?.host ?? ''}:${account?.port ?? ''})`;
      if (state === 'ok') return { text: `${name}: logged in` };
      return tried
        ? { text: name }
        : { text: `${name}: log-in not tried`, cure: 'to try it (nothing is sent): four-ones doctor --mail' };
    },
  },
  mediaTool,
};

function mediaTool(found: MediaToolFound): DiagnosisWords {
  const { subject, state, path, version, source, misnamed } = found;
  const variable = subject === 'ffprobe' ? 'FFPROBE_PATH' : 'FFMPEG_PATH';
  const install = `install this program again (npm install -g four-ones), or install ffmpeg and name ${subject} in the variable ${variable}`;
  if (path === undefined || source === undefined)
    return {
      text: `not found: ${subject === 'ffprobe' ? 'films and sound' : 'pictures and sound of films'} cannot be looked at`,
      cure: install,
    };
  const place = `${sources[source]}, ${path}`;
  if (state === 'lacking') return { text: `does not run (${place})`, cure: install };
  const text = `${version ?? 'version not known'} (${place})`;
  return misnamed === undefined
    ? { text }
    : { text, cure: `the variable ${variable} names ${misnamed}, which cannot be used: mend or unset it` };
}
