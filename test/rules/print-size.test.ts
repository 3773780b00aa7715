import { facts, must, picture } from './make-case.ts';
import { resultTable } from './result-table.ts';

/** A photo of so many millimetres at 254 dots per inch: ten pixels to each. */
function onPaper(width: number, height: number) {
  const shown = { width: Math.round(width * 10), height: Math.round(height * 10) };
  return facts('jpg', { photo: { ...picture, shown, dpi: 254 } });
}

const exact = { printSize: must({ exact: { width: 210, height: 290 } }) };
const least = { printSize: must({ min: { width: 300, height: 300 } }) };
const a4 = { printSize: must({ min: { width: 210, height: 297 } }) };
const between = { printSize: must({ min: { width: 210, height: 297 }, max: { width: 420, height: 297 } }) };
const silent = facts('jpg', { photo: picture });
const a4at300 = facts('jpg', { photo: { ...picture, shown: { width: 3508, height: 2480 }, dpi: 300 } });

resultTable('photo.print-size', 'photo', [
  ['cut to the millimetre', exact, onPaper(210, 290), 1, 'pass'],
  ['on its side', exact, onPaper(290, 210), 1, 'pass'],
  ['two millimetres off', exact, onPaper(212, 288), 1, 'pass'],
  ['three millimetres off', exact, onPaper(213, 290), 1, 'fail'],
  ['larger, where one size is asked', exact, onPaper(300, 400), 1, 'fail'],
  ['as large as it has to be', least, onPaper(300, 300), 1, 'pass'],
  ['larger than it has to be', least, onPaper(305, 420), 1, 'pass'],
  ['one edge too short', least, onPaper(299, 420), 1, 'fail'],
  ['A4 at 300 dots per inch, 209.97 mm, on its side', a4, a4at300, 1, 'pass'],
  ['a square with less than a sheet’s long edge', a4, onPaper(290, 290), 1, 'fail'],
  ['between two sheets', between, onPaper(250, 350), 1, 'pass'],
  ['beyond the larger sheet, on either side', between, onPaper(350, 350), 1, 'fail'],
  ['too large for it', between, onPaper(430, 290), 1, 'fail'],
  ['does not say its dots per inch', least, silent, 1, 'unknown'],
]);
