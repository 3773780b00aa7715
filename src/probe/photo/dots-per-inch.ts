/** Dots per inch from a density given per metre, centimetre or inch. */
export function dotsPerInch(density: number, unit: 'inch' | 'centimetre' | 'metre'): number | undefined {
  const perInch = { inch: 1, centimetre: 2.54, metre: 0.0254 }[unit];
  const dpi = Math.round(density * perInch);
  return Number.isFinite(dpi) && dpi >= 1 && dpi <= 100_000 ? dpi : undefined;
}
