import type { Span } from '../model/picture-facts.ts';
import type { FormFacts, Integrity, PdfFacts, TextFacts, UnknownCause } from '../model/facts.ts';
import type { Format } from '../model/format.ts';
import type { LayoutSight } from '../model/layout.ts';
import type { PageFacts } from '../model/page-facts.ts';
import type { SheetFacts } from '../model/sheet-facts.ts';
import type { SlidesFacts } from '../model/slides-facts.ts';
import type { SoughtFacts } from '../model/sought.ts';
import type { DeliveryOutcome, MailAccount, MailFailure, MailMessage } from '../model/mail.ts';

/** The one door to the world. Rooms get it handed in; tests hand in another. */
export interface System {
  readonly files: Files;
  readonly storage: Storage;
  readonly processes: Processes;
  readonly isolation: Isolation;
  readonly tools: Tools;
  readonly media: MediaDecoder;
  readonly mail: Mail;
  readonly keyring: Keyring;
  readonly terminal: Terminal;
  readonly viewer: Viewer;
  readonly environment: Environment;
  /** Aborted when the user interrupts. */
  readonly interrupted: AbortSignal;
  now(): Date;
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly bytes: number;
  /** Bytes that really lie on this disk; 0 for a stand-in of the cloud. Undefined where the system does not say. */
  readonly allocated?: number;
  /** Size, mtime, ctime and inode in one string: changes whenever the content may have. */
  readonly identity: string;
}

export interface FolderEntry {
  /** Undefined when the name is no valid Unicode: such a file cannot be named, opened or sent. */
  readonly name: string | undefined;
  /** For showing, whatever the bytes are. */
  readonly shownName: string;
  readonly kind: FileStat['kind'];
}

/** An open file for reading; `close` is always called by whoever opened it. */
export interface OpenFile {
  readonly bytes: number;
  /** Up to `length` bytes at `offset`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Paths are absolute, in the platform's own form. A failure is a `FileError`. */
export interface Files {
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Does not follow links. */
  stat(path: string): Promise<FileStat>;
  exists(path: string): Promise<boolean>;
  /** The path without links, in the disk's own spelling. */
  realPath(path: string): Promise<string>;
  open(path: string): Promise<OpenFile>;
  /** Throws a `FileError` of kind `too-large` above `limit` bytes. */
  readWhole(path: string, limit: number): Promise<Uint8Array>;
  /** Whole or not at all: written beside the target, flushed, renamed. Makes missing folders. */
  writeAtomically(path: string, data: string | Uint8Array): Promise<void>;
}

export type FileErrorKind = 'missing' | 'denied' | 'busy' | 'too-large' | 'not-a-folder' | 'full' | 'other';

export class FileError extends Error {
  override readonly name = 'FileError';
  readonly kind: FileErrorKind;
  readonly path: string;

  constructor(kind: FileErrorKind, path: string, options?: ErrorOptions) {
    super(`${kind}: ${path}`, options);
    this.kind = kind;
    this.path = path;
  }
}

/** An open new file, written from its beginning; `close` is always called by whoever made it. */
export interface NewFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Returns when the content lies on the disk itself. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What building in a folder of our own needs. Paths are absolute; a failure is a `FileError`. */
export interface Storage {
  /** With its parents; one that is there already is fine. */
  makeFolder(path: string): Promise<void>;
  /** Fails where something has that name already. */
  createFile(path: string): Promise<NewFile>;
  /** A copy that shares its blocks with the source, where the file system can; `false`: it cannot, nothing was made. */
  clone(source: string, target: string): Promise<boolean>;
  /** Returns when the names in a folder lie on the disk itself. */
  flushFolder(path: string): Promise<void>;
  /** All of them or, after a failure, none; never over something that is there. */
  renameAll(renames: readonly Rename[]): Promise<void>;
  /** One line more at the end of a file, which is made if need be; returns when it lies on the disk. A line that an
   * earlier process left half written is closed first, never joined with the new one. */
  appendLine(path: string, line: string): Promise<void>;
  /** A file, or a folder with all that is in it; one that is not there is fine. */
  removeFolder(path: string): Promise<void>;
  /** Bytes that this user may still write there; undefined where the system does not say. */
  freeBytes(folder: string): Promise<number | undefined>;
  /** This very process, for telling later whether it still lives. */
  readonly owner: Owner;
  isAlive(owner: Owner): Promise<'alive' | 'dead' | 'elsewhere'>;
}

/** A process of a machine. Numbers are used again: `since` (milliseconds of the epoch) tells them apart. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  readonly since: number;
}

export interface ProcessLimits {
  readonly seconds: number;
  /** Of standard output and error together; a program that writes more is stopped. */
  readonly outputBytes: number;
}

export type ProcessOutcome =
  | { readonly kind: 'ended'; readonly status: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'flooded'; readonly limit: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'killed'; readonly signal: string };

/** No shell, ever: a program and its arguments. Stopped with all of its children. */
export interface Processes {
  run(command: string, args: readonly string[], limits: ProcessLimits): Promise<ProcessOutcome>;
}

/** Work on untrusted bytes that may loop or eat memory: each kind runs in a thread that can be ended. */
export interface IsolatedTasks {
  readonly pdf: IsolatedTask<{ readonly pdf?: PdfFacts; readonly integrity: Integrity }>;
  readonly word: IsolatedTask<{ readonly text?: TextFacts; readonly integrity: Integrity }>;
  readonly slides: IsolatedTask<{ readonly slides?: SlidesFacts; readonly integrity: Integrity }>;
  readonly sheet: IsolatedTask<{ readonly sheet?: SheetFacts; readonly integrity: Integrity }>;
  /** The blanks of a Word document, where it has any. */
  readonly form: IsolatedTask<{ readonly form?: FormFacts }>;
  /** The text itself, paragraph by line; absent where the file cannot be read or holds none. */
  readonly prose: IsolatedTask<{ readonly text?: string; readonly integrity: Integrity }>;
  /** What a scan's pages show, and small pictures of the first of them. */
  readonly pages: IsolatedTask<PagesSeen>;
  /** How a Word document is set. */
  readonly layout: IsolatedTask<LayoutSight>;
  /** Where the given words stand in a document. */
  readonly seek: IsolatedTask<SoughtFacts>;
}

export interface PagesSeen {
  readonly facts: PageFacts;
  readonly pictures: readonly PageJpeg[];
}

export interface PageJpeg {
  /** From 1. */
  readonly page: number;
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface IsolatedTask<R> {
  readonly input: { readonly path: string; readonly format: Format; readonly words?: readonly string[] };
  readonly result: R;
}
export type TaskName = keyof IsolatedTasks;

export interface TaskLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

export type TaskOutcome<R> =
  { readonly kind: 'done'; readonly result: R } | { readonly kind: 'stopped'; readonly cause: UnknownCause };

export interface Isolation {
  run<N extends TaskName>(
    task: N,
    input: IsolatedTasks[N]['input'],
    limits: TaskLimits,
  ): Promise<TaskOutcome<IsolatedTasks[N]['result']>>;
  /** Ends the idle threads, so that the process can end. */
  close(): Promise<void>;
}

export interface Tool {
  readonly path: string;
  /** Changes when the program is replaced. */
  readonly identity: string;
}

/** Programs of others. Undefined: not to be found on this machine. */
export interface Tools {
  ffprobe(): Promise<Tool | undefined>;
  /** The newest: knows most codecs. */
  ffmpeg(): Promise<Tool | undefined>;
  /** The one that starts fastest: enough to listen to a few seconds of sound. */
  quickFfmpeg(): Promise<Tool | undefined>;
  /** LibreOffice, for what only it can read. */
  soffice(): Promise<Tool | undefined>;
}

/** Decoding with ffmpeg, for what no header tells. */
export interface MediaDecoder {
  /** Decodes every picture and sound; the first lines of what the decoder complains about. */
  decodeAll(
    input: MediaInput,
    limits: { readonly seconds: number },
    onProgress?: (seconds: number) => void,
  ): Promise<DecodeOutcome>;
  /** How loud the sound of the stretches asked for is; of all of the track where none is named. */
  measureSound(
    input: MediaInput,
    stretches: readonly Stretch[],
    limits: { readonly seconds: number },
  ): Promise<SoundOutcome>;
  /** Stretches of at least two seconds in which nothing can be heard, over all of the first sound track. */
  findSilence(input: MediaInput, limits: { readonly seconds: number }): Promise<SilenceOutcome>;
  /**
   * Small grey pictures of a stretch of the film, from the last key picture before it on: to get there nothing else
   * is decoded.
   */
  sampleFrames(
    input: MediaInput,
    request: FrameRequest,
    limits: { readonly seconds: number },
  ): Promise<FramesOutcome>;
  /** One picture of the film to look at, in colour. */
  drawFrame(
    input: MediaInput,
    request: DrawRequest,
    limits: { readonly seconds: number },
  ): Promise<DrawnFrame>;
}

export interface DrawRequest {
  /** Seconds of the film. */
  readonly at: number;
  /** Pixels of the picture, as shown: the film is turned as a player turns it, and scaled to this. */
  readonly width: number;
  readonly height: number;
}

export type DrawnFrame =
  | { readonly kind: 'drawn'; readonly jpeg: Uint8Array }
  | { readonly kind: 'failed' }
  | { readonly kind: 'no-tool' };

/** `demuxer`: ffmpeg's name of the container, so that nothing is guessed and no playlist is followed. */
export interface MediaInput {
  readonly path: string;
  readonly demuxer: string;
}

/** Seconds. */
export interface Stretch {
  readonly from: number;
  readonly length: number;
}

export type DecodeOutcome =
  | { readonly kind: 'decoded'; readonly complaints: readonly string[]; readonly seconds?: number }
  | { readonly kind: 'stopped'; readonly cause: UnknownCause };

export interface FrameRequest extends Stretch {
  /** Pictures a second; a film with fewer shows some of them twice. */
  readonly rate: number;
  /** Pixels of the pictures, as shown: the film is turned as a player turns it, and scaled to this. */
  readonly width: number;
  readonly height: number;
}

/** Grey, one byte a pixel, row by row. */
export interface SampledFrame {
  /** Seconds of the film. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type FramesOutcome =
  /** None where the film has no picture there. */
  | { readonly kind: 'sampled'; readonly frames: readonly SampledFrame[] }
  | { readonly kind: 'stopped'; readonly cause: UnknownCause };

export type SoundOutcome =
  | {
      readonly kind: 'measured';
      /** dBFS, of the loudest sample and of all of them. */
      readonly peakDb: number;
      readonly meanDb: number;
      /** Shares of the samples, 0–1, within one dB of full scale, and at it. */
      readonly nearFull: number;
      readonly fullScale: number;
    }
  /** No sound was decoded at all. */
  | { readonly kind: 'measured'; readonly peakDb?: undefined }
  | { readonly kind: 'stopped'; readonly cause: UnknownCause };

/** `to` may be Infinity: until the end. */
export type SilenceOutcome =
  | { readonly kind: 'heard'; readonly spans: readonly Span[] }
  | { readonly kind: 'stopped'; readonly cause: UnknownCause };

/** Mail over SMTP (RFC 5321, 8314 for implicit TLS). The only part of this program that uses the network. */
export interface Mail {
  /** Bytes of the message as it goes, lines ended by CRLF, before dot-stuffing. No attachment is read. */
  measure(message: MailMessage): Promise<number>;
  /**
   * The message's very bytes, in chunks. Fails with an `AttachmentChanged` where an attachment is not of the size or
   * checksum that was planned, with a `FileError` where it cannot be read.
   */
  write(message: MailMessage): AsyncIterable<Uint8Array>;
  /** Connects and logs in. */
  open(account: MailAccount, password: string, limits: MailLimits): Promise<MailOpening>;
}

export interface MailLimits {
  /** For connecting and for each of the server's replies; RFC 5321 4.5.3.2 allows minutes. */
  readonly replySeconds: number;
  /** For the reply after the final dot. */
  readonly acceptSeconds: number;
}

export type MailOpening =
  | { readonly kind: 'open'; readonly session: MailSession }
  | { readonly kind: 'failed'; readonly failure: MailFailure };

export interface MailSession {
  /** Bytes of a message, as the server's SIZE says (RFC 1870); undefined where it sets none. */
  readonly sizeLimit?: number;
  /** One message. Above `sizeLimit` nothing of it is sent. `onBytes`: of the message, so far. */
  send(message: MailMessage, onBytes?: (sent: number) => void): Promise<DeliveryOutcome>;
  /** False after a failure that ended the connection. */
  readonly isOpen: boolean;
  close(): Promise<void>;
}

export class AttachmentChanged extends Error {
  override readonly name = 'AttachmentChanged';
  readonly path: string;

  constructor(path: string) {
    super(`changed: ${path}`);
    this.path = path;
  }
}

/** The system's own store of passwords; undefined where it has none, or nothing for this account. */
export interface Keyring {
  read(account: Pick<MailAccount, 'host' | 'user'>): Promise<string | undefined>;
  /** Whether there is one that answers. Says nothing of any password. */
  isThere(): Promise<boolean>;
  /** False where the system has no keyring that takes it. */
  write(account: Pick<MailAccount, 'host' | 'user'>, password: string): Promise<boolean>;
}

/** The system's own way to show a file to a person. */
export interface Viewer {
  /** True where a program was started for it; what it shows is the person's business. Absolute path. */
  open(path: string): Promise<boolean>;
}

export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Progress, warnings, errors. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  readonly colors: boolean;
  /** Asks a person; undefined where nobody is there to answer. An empty answer is none. */
  readonly ask?: (question: string) => Promise<string>;
  /** The same for a secret: what is typed is not shown. */
  readonly askHidden?: (question: string) => Promise<string>;
  /** Questions answered with the arrow keys; undefined where nobody answers, or the terminal cannot redraw a line. */
  readonly dialog?: Dialog;
}

/** What is asked for is undefined where the person turned away (Esc, Ctrl-C). */
export interface Dialog {
  choose(question: string, choices: readonly DialogChoice[], first?: string): Promise<string | undefined>;
  write(question: string, options?: DialogText): Promise<string | undefined>;
}

export interface DialogChoice {
  readonly value: string;
  readonly label: string;
  /** Shown beside the choice on which the person stands. */
  readonly hint?: string;
}

export interface DialogText {
  /** Shown where nothing is typed yet; never taken for an answer. */
  readonly example?: string;
  /** What is wrong with an answer, so that it is asked again; undefined: it is fine. */
  readonly refuse?: (answer: string) => string | undefined;
}

export interface Environment {
  readonly workingFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly processors: number;
  /** Folder of this program's own data (templates). */
  readonly templates: string;
  /** Folder of what the build made of them. */
  readonly built: string;
  readonly version: string;
  /** Another one after every change of the program: what an earlier one kept is not taken for today's. */
  readonly build: string;
  /** `win32`, `darwin`, `linux` …: which way lines end in a text, where fonts lie. */
  readonly platform: string;
  /** Of Node.js, as `20.19.0`. */
  readonly nodeVersion: string;
}
