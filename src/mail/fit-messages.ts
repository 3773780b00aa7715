import { divideFiles } from './divide-files.ts';
import type { Fitted, FitRequest } from './fit-request.ts';
import { keepDivision } from './keep-division.ts';

/** Which mails a bundle becomes, or what stops it. The same request always gives the same mails. */
export function fitMessages(request: FitRequest): Promise<Fitted> {
  return request.kept ? keepDivision(request, request.kept) : divideFiles(request);
}
