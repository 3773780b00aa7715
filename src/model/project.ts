/** What `init` knows of a project: what is absent stays a commented line in the config. */
export interface ProjectSettings {
  readonly org?: string;
  readonly contact: { readonly name?: string; readonly phone?: string; readonly email?: string };
  /** Id of a built-in notice, or a file as the config names it. */
  readonly notice: string;
  /** Of the notice itself. */
  readonly noticeYear: number;
  readonly year?: number;
  /** The server that the address of the contact belongs to, where it is a known one. */
  readonly server?: string;
}

/** One line of a 作品信息.yaml to be filled in. */
export interface ItemField {
  readonly key: string;
  readonly hint?: string;
}

/** A file that `init` lays out where nothing of that name is there. */
export interface PlannedText {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}
