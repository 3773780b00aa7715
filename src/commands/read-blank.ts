import { EnvironmentError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** A blank to be filled, from its absolute path. Throws an `EnvironmentError`. */
export async function readBlank(file: string, { files }: System): Promise<Uint8Array> {
  try {
    return await files.readWhole(file, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new EnvironmentError(
      { zh: `读不了表格模板 ${file}`, en: `the form template ${file} cannot be read` },
      {
        zh: '请确认它是普通的 Word 或 Excel 文件，没有被别的程序占用，且您有权限打开',
        en: 'see that it is an ordinary Word or Excel file, not in use by another program, and that you may read it',
      },
      { cause: error },
    );
  }
}
