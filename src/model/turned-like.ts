import type { PixelSize, ResolutionRule } from './media-rules.ts';

/** The rule for a picture that lies as this one: its sizes turned, where the notice takes either way up. */
export function turnedLike(rule: ResolutionRule, picture: PixelSize): ResolutionRule {
  if (!rule.eitherWay) return rule;
  const isUpright = picture.height > picture.width;
  const turn = (size: PixelSize): PixelSize => {
    const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
    return isUpright ? { width: short, height: long } : { width: long, height: short };
  };
  return {
    ...rule,
    ...(rule.exact && { exact: rule.exact.map(turn) }),
    ...(rule.min && { min: turn(rule.min) }),
    ...(rule.max && { max: turn(rule.max) }),
  };
}
