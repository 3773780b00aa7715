/** Beside the config, never among the materials. */
export const DECISIONS_NAME = 'confirmations.yaml';
