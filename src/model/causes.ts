/** Why a file is no good, or why that is not known: part of every kind of facts. */

export type BrokenCause =
  /** Ends before the length its own structure declares; both in bytes. */
  | { readonly kind: 'cut-off'; readonly declared: number; readonly actual: number }
  /** Ends in the middle of its data; where it should end is not declared. */
  | { readonly kind: 'ends-early' }
  /** The index (moov, idx1, central directory, xref) is missing: nothing can be played or opened. */
  | { readonly kind: 'no-index' }
  /** Right length, but stretches hold no valid data (half-copied, zero-filled). `at`: seconds or bytes, if known. */
  | { readonly kind: 'hollow'; readonly checked: number; readonly broken: number }
  /** The decoder or parser reports errors. */
  | { readonly kind: 'corrupt'; readonly detail: string }
  /** Its picture or sound lies in other files, which are not part of it. */
  | { readonly kind: 'refers-elsewhere' }
  | { readonly kind: 'password' }
  /** A container without a stream of the kind it should hold. */
  | { readonly kind: 'nothing-inside' };

export type UnknownCause =
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'too-large'; readonly what: TooLarge; readonly limit: number }
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'tool-missing'; readonly tool: 'ffprobe' | 'ffmpeg' }
  /** The system refuses to read it: permission, locked by another program, gone meanwhile. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** Nothing here can look inside this format. */
  | { readonly kind: 'no-prober' }
  /** The structure does not say where the file should end. */
  | { readonly kind: 'open-ended' };

/** `pixels` px · `unpacked`, `file`, `output` bytes · `pages` pages. */
export type TooLarge = 'pixels' | 'unpacked' | 'file' | 'output' | 'pages';
