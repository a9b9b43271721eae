/** The formats of the report, with the ends of their files' names. */
export const reportFormats = ['text', 'json', 'ndjson', 'html', 'csv', 'junit'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export const formatExtensions: Record<ReportFormat, string> = {
  text: 'txt',
  json: 'json',
  ndjson: 'ndjson',
  html: 'html',
  csv: 'csv',
  junit: 'xml',
};
