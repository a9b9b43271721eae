/** What the name of a file says of it, before anything is read. */

/** Whether it is a table of text whose columns a person can name: `.csv` or `.tsv`, also packed by gzip. */
export function isTableName(name: string): boolean {
  return /\.(csv|tsv)(\.gz)?$/i.test(name);
}
