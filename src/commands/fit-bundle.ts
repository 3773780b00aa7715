import path from 'node:path';
import { hashFile } from '../bundle/hash-file.ts';
import { attachableOf, wantsZip, type Attachable } from '../mail/bundle-attachments.ts';
import type { BundleDelivery } from '../mail/delivery-state.ts';
import { composeSubject } from '../mail/compose-subject.ts';
import { composeText } from '../mail/compose-text.ts';
import { fitMessages } from '../mail/fit-messages.ts';
import type { Fitted } from '../mail/fit-request.ts';
import type { MailDraft } from '../mail/mail-draft.ts';
import type { MailTemplates } from '../mail/mail-templates.ts';
import { messageId } from '../mail/message-id.ts';
import { isToSend } from '../mail/part-state.ts';
import { baseName } from '../model/file-name.ts';
import type { BundleManifest, FileLink } from '../model/bundle.ts';
import { encodedBytes } from '../model/mail-size.ts';
import type { MailAccount, MailMessage } from '../model/mail.ts';
import type { PlannedMessage, SendDecision, StopReason } from '../model/send.ts';
import { formatBytes } from '../report/format-bytes.ts';
import { FileError, type System } from '../system/system.ts';
import { proveAttachments } from './prove-attachments.ts';

export interface MailedBundle {
  readonly manifest: BundleManifest;
  readonly to: string;
  readonly content: string;
  readonly delivery: BundleDelivery;
}

export interface FitSettings {
  /** Throws a `UsageError` where the config does not say enough; asked for by the first mail alone. */
  readonly account: () => MailAccount;
  readonly templates: MailTemplates;
  /** Bytes of a message: the smallest of what one's own mailbox, the config and the server allow. */
  readonly limit: number;
  /** By bundle: links given on the command line. */
  readonly links: ReadonlyMap<string, readonly FileLink[]>;
  /** Of every mail of this run. */
  readonly date: Date;
}

interface Fitting extends MailedBundle {
  readonly round: number;
  /** Nothing of this round was begun yet. */
  readonly fresh: boolean;
}

type Sendable = Omit<Extract<SendDecision, { kind: 'send' }>, 'kind' | 'round' | 'earlier'>;
export type FittedBundle =
  ({ readonly kind: 'fits' } & Sendable) | { readonly kind: 'stopped'; readonly why: StopReason };

/** The mails of one bundle, whole, proven and measured; or what keeps all of them from going. */
export async function fitBundle(
  fitting: Fitting,
  outbox: string,
  settings: FitSettings,
  system: System,
): Promise<FittedBundle> {
  const manifest = addressed(fitting, settings);
  const limit = Math.min(settings.limit, manifest.mail?.limit ?? Infinity);
  const attachable = await attachableIn(manifest, outbox, limit, system);
  if (!attachable) return { kind: 'stopped', why: { kind: 'missing', names: [`${manifest.bundle}.zip`] } };
  const messageOf = (draft: MailDraft) => composeMessage(draft, { ...fitting, manifest }, settings);
  const { delivery, fresh } = fitting;
  const fitted = await fitMessages({
    ...attachable,
    limit,
    withLink: new Set(manifest.links.map(({ name }) => name)),
    ...(!fresh && delivery.division && { kept: delivery.parts }),
    measure: (draft) => system.mail.measure(messageOf(draft)),
  });
  if (fitted.kind !== 'fits') return { kind: 'stopped', why: reasonOf(fitted) };
  const going = fitted.mails.filter(
    ({ part }) => fresh || isToSend(delivery.parts[part - 1]?.state ?? 'unsent'),
  );
  const mails = going.map((draft): PlannedMessage => ({
    part: draft.part,
    parts: draft.parts,
    message: messageOf(draft),
    files: draft.attachments.map(({ name }) => name),
    bytes: draft.bytes,
  }));
  const wrong = await proveAttachments(
    going.flatMap(({ attachments }) => attachments),
    manifest,
    path.join(outbox, manifest.bundle),
    system,
  );
  if (wrong) return { kind: 'stopped', why: wrong };
  const linked = new Set(fitted.linked.map(({ name }) => name));
  return { kind: 'fits', mails, limit, links: manifest.links.filter(({ name }) => linked.has(name)) };
}

/** With what the command line says: another mailbox, more links. */
function addressed({ manifest, to }: Fitting, { links }: FitSettings): BundleManifest {
  const { mail } = manifest;
  const more = links.get(manifest.bundle) ?? [];
  const kept = manifest.links.filter(({ name }) => !more.some((link) => link.name === name));
  return { ...manifest, links: [...more, ...kept], ...(mail && { mail: { ...mail, to } }) };
}

/** A zip that no mail takes is not even read. Undefined where it is what is asked for, and not there. */
async function attachableIn(
  manifest: BundleManifest,
  outbox: string,
  limit: number,
  system: System,
): Promise<Attachable | undefined> {
  const single = attachableOf(manifest, outbox);
  if (!wantsZip(manifest)) return single;
  const zip = path.join(outbox, `${manifest.bundle}.zip`);
  try {
    const { kind, bytes } = await system.files.stat(zip);
    if (kind !== 'file') return undefined;
    return encodedBytes(bytes) > limit ? single : attachableOf(manifest, outbox, await hashFile(zip, system));
  } catch (error) {
    if (error instanceof FileError && error.kind === 'missing') return undefined;
    throw error;
  }
}

function composeMessage(
  draft: MailDraft,
  { manifest, to, content, round }: Fitting,
  { account, templates, date }: FitSettings,
): MailMessage {
  const { from } = account();
  const { part, parts, attachments } = draft;
  return {
    from,
    to,
    subject: composeSubject(manifest, { part, parts, round }),
    messageId: messageId({ content, to, round, part, parts }, from),
    date,
    text: composeText({
      manifest,
      draft,
      round,
      templates,
      formatBytes: (bytes) => formatBytes(bytes, 'zh'),
    }),
    // A mail has no folders.
    attachments: attachments.map((file) => ({ ...file, name: baseName(file.name) })),
  };
}

function reasonOf(fitted: Exclude<Fitted, { kind: 'fits' }>): StopReason {
  switch (fitted.kind) {
    case 'too-large': {
      const files = fitted.files.map(({ file: { name, bytes }, messageBytes }) => ({
        name,
        bytes,
        messageBytes,
      }));
      return { kind: 'too-large', files, limit: fitted.limit };
    }
    case 'part-too-large': {
      const { part, parts, bytes } = fitted.mail;
      return { kind: 'part-too-large', part: { part, parts }, bytes, limit: fitted.limit };
    }
    case 'text-too-large':
    case 'division-lost':
      return fitted;
  }
}
